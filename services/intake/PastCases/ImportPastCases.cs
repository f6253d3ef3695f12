using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Intake.PastCases.Sheets;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.PastCases;

/// <summary>
/// Takes a sheet (CSV or xlsx) with past cases (历史案件导入). Its rows wait in the database and are taken over in the background; the file
/// itself is not kept. A legal body imports what it reviews or has filed with it, the administrator for the whole city.
/// </summary>
internal static class ImportPastCases
{
    internal const int MostRows = 20_000;

    /// <summary>Who may.</summary>
    internal static readonly string[] Importers = [Roles.SysAdmin, Roles.Reviewer, Roles.ReviewLeader];

    internal static async Task<IResult> HandleAsync(
        HttpContext http, DocumentFolder folder, PlatformOptions options, IntakeDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        if (!actor.HasAny(Importers))
        {
            return await RefusalNote.NotedAsync(http, actor.Id, "import-past-cases", Problems.Forbidden(http));
        }

        var (file, refusal) = await ReceivedFile.ReceiveAsync(http, folder, options, ct);
        if (file is null)
        {
            return refusal!;
        }

        try
        {
            return await TakeAsync(file, folder.PathOf(file.Id), actor, http, db, audit, time, ct);
        }
        catch (InvalidDataException)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "SHEET_UNREADABLE", "表格无法读取，请另存为 CSV 或者 xlsx 后重新上传。",
                "The sheet cannot be read; save it as CSV or xlsx and try again.", "file");
        }
        finally
        {
            File.Delete(folder.PathOf(file.Id));
        }
    }

    private static async Task<IResult> TakeAsync(
        ReceivedFile file, string path, Actor actor, HttpContext http, IntakeDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        if (Sheet.Read(path) is not { } sheet)
        {
            return Problems.Bad(http, StatusCodes.Status415UnsupportedMediaType, "FILE_TYPE_NOT_ACCEPTED", "只接受 CSV 和 xlsx 文件，按内容识别。",
                "Only CSV and xlsx files are accepted, judged by their content.", "file");
        }

        using var rows = sheet.GetEnumerator();
        if (!rows.MoveNext())
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "SHEET_EMPTY", "表格没有内容。", "The sheet is empty.", "file");
        }

        var (places, missing) = PastColumn.Places(rows.Current.Cells);
        if (missing is not null)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "COLUMN_MISSING", $"首行缺少“{missing.Zh}”一列。",
                $"The first row lacks the column {missing.Key} ({missing.Zh}).", "file");
        }

        return await StageAsync(file, rows, places!, actor, http, db, audit, time, ct);
    }

    private static async Task<IResult> StageAsync(
        ReceivedFile file, IEnumerator<SheetRow> rows, int[] places, Actor actor, HttpContext http, IntakeDbContext db, AuditTrail audit, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The same file at the same time is taken once.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({file.Sha256}))", ct);
        var onlyOf = actor.HasAny([Roles.SysAdmin]) ? (Guid?)null : actor.OrganisationId ?? Guid.Empty;
        var before = await db.PastImports.AsNoTracking().Where(i => i.Sha256 == file.Sha256 && i.OnlyOf == onlyOf && (i.EndedAt == null || i.Refused == 0))
            .OrderBy(i => i.Id).FirstOrDefaultAsync(ct);
        if (before is not null)
        {
            return TypedResults.Ok(PastImportView.Of(before));
        }

        var id = Guid.CreateVersion7();
        var staged = new List<PastImportRow>();
        while (rows.MoveNext())
        {
            staged.Add(new PastImportRow { ImportId = id, Number = rows.Current.Number, Cells = [.. places.Select(p => p >= 0 && p < rows.Current.Cells.Count ? Clean(rows.Current.Cells[p]) : "")] });
            if (staged.Count > MostRows)
            {
                return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "SHEET_TOO_LONG", $"一次最多导入 {MostRows} 行，请分成几个文件。",
                    $"At most {MostRows} rows are taken at once; divide the file.", "file");
            }
        }

        if (staged.Count == 0)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "SHEET_EMPTY", "表格没有内容。", "The sheet is empty.", "file");
        }

        if (staged.Exists(r => r.Number < 1) || staged.DistinctBy(r => r.Number).Count() < staged.Count)
        {
            throw new InvalidDataException("Rows are not numbered one by one.");
        }

        var import = new PastImport
        {
            Id = id,
            FileName = file.Name,
            Sha256 = file.Sha256,
            Rows = staged.Count,
            StartedBy = actor.Id,
            StarterName = http.User.DisplayName ?? "",
            OrganisationId = actor.OrganisationId,
            OnlyOf = onlyOf,
            On = BusinessTime.Today(time),
            StartedAt = time.GetUtcNow(),
        };
        db.PastImports.Add(import);
        db.PastImportRows.AddRange(staged);
        await audit.AddAsync(id, "PastImportStarted", actor, new { import.FileName, import.Sha256, import.Rows }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Accepted($"{http.Request.Path}/{id}", PastImportView.Of(import));
    }

    /// <summary>Without the characters a database does not hold.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
