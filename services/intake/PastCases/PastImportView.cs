using System.ComponentModel;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.PastCases;

/// <summary>An import of past cases as it is shown (历史案件导入).</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Rows">Rows with content.</param>
/// <param name="Taken">Cases taken over.</param>
/// <param name="Known">Rows whose case had been taken over before.</param>
/// <param name="Refused">Rows refused.</param>
/// <param name="StarterName">Who imports.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it was through; null while it runs.</param>
public sealed record PastImportView(
    Guid Id, string FileName, int Rows, int Taken, int Known, int Refused, string StarterName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
{
    internal static PastImportView Of(PastImport import) => new(
        import.Id, import.FileName, import.Rows, import.Taken, import.Known, import.Refused, import.StarterName, import.StartedAt, import.EndedAt);
}

/// <summary>Why a row was refused (逐行错误).</summary>
/// <param name="Row">Number of the row in the sheet.</param>
/// <param name="Column">Name of the column at the head of the sheet.</param>
/// <param name="Code">Refusal code.</param>
/// <param name="Clause">Clause or open question it rests on.</param>
/// <param name="Sentence">Why, in the caller's language.</param>
public sealed record PastRowFault(int Row, string Column, string Code, string Clause, string Sentence)
{
    internal static PastRowFault Of(PastImportFault fault, string language)
    {
        var refused = new Refused(fault.Code, fault.Clause, fault.Subject);
        return new(fault.Number, PastColumn.Of(fault.Column).Name(language), refused.FullCode, fault.Clause, Refusals.Sentence(refused, language));
    }
}

/// <summary>Reading imports: those of the own organisation; the administrator reads all. No content of a case is in them.</summary>
internal static class PastImports
{
    private const int PageSize = 100;
    private const int Shown = 50;

    /// <summary>The newest imports.</summary>
    internal static async Task<IResult> ListAsync(IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        if (Refusal(http) is { } refusal)
        {
            return refusal;
        }

        var found = await Visible(db, http).OrderByDescending(i => i.Id).Take(Shown).ToListAsync(ct);
        return TypedResults.Ok(found.Select(PastImportView.Of).ToList());
    }

    /// <summary>One import: how far it is.</summary>
    internal static async Task<IResult> GetAsync(Guid id, IntakeDbContext db, HttpContext http, CancellationToken ct) =>
        Refusal(http) ?? (await Visible(db, http).SingleOrDefaultAsync(i => i.Id == id, ct) is { } import ? TypedResults.Ok(PastImportView.Of(import)) : Unknown(http));

    /// <summary>Rows that were refused, a page by row.</summary>
    internal static async Task<IResult> FaultsAsync(
        Guid id, [Description("Last row of the page before.")] int? after, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        if (Refusal(http) is { } refusal)
        {
            return refusal;
        }

        if (!await Visible(db, http).AnyAsync(i => i.Id == id, ct))
        {
            return Unknown(http);
        }

        // A row stands whole on one page.
        var rows = db.PastImportFaults.Where(f => f.ImportId == id && f.Number > (after ?? 0)).Select(f => f.Number).Distinct().OrderBy(n => n).Take(PageSize);
        var found = await db.PastImportFaults.AsNoTracking().Where(f => f.ImportId == id && rows.Contains(f.Number)).OrderBy(f => f.Number).ThenBy(f => f.Column).ToListAsync(ct);
        return TypedResults.Ok(found.Select(f => PastRowFault.Of(f, Problems.Language(http))).ToList());
    }

    /// <summary>The same of all rows as a file for a spreadsheet program; no cell of it is taken for a formula.</summary>
    internal static async Task<IResult> ReportAsync(Guid id, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        if (Refusal(http) is { } refusal)
        {
            return refusal;
        }

        if (await Visible(db, http).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
        {
            return Unknown(http);
        }

        var language = Problems.Language(http);
        var faults = await db.PastImportFaults.AsNoTracking().Where(f => f.ImportId == id).OrderBy(f => f.Number).ThenBy(f => f.Column).ToListAsync(ct);
        string[] head = language == "en" ? ["Row", "Column", "Code", "Reason", "Clause"] : ["行号", "列", "代码", "原因", "依据"];
        return Csv.File(
            faults.Select(f => PastRowFault.Of(f, language)).Select(f => new[] { f.Row.ToString(System.Globalization.CultureInfo.InvariantCulture), f.Column, f.Code, f.Sentence, f.Clause }).Prepend(head),
            $"{Path.GetFileNameWithoutExtension(import.FileName)}-{(language == "en" ? "refused" : "错误报告")}.csv");
    }

    /// <summary>An empty sheet with the columns that are read.</summary>
    internal static IResult Template(HttpContext http) =>
        Refusal(http) ?? Csv.File([[.. PastColumn.All.Select(c => c.IsRequired ? c.Zh + "*" : c.Zh)]], "历史案件导入模板.csv");

    private static IQueryable<PastImport> Visible(IntakeDbContext db, HttpContext http)
    {
        var actor = Actor.From(http.User);
        var own = actor.OrganisationId ?? Guid.Empty;
        return actor.HasAny([Contracts.Roles.SysAdmin]) ? db.PastImports.AsNoTracking() : db.PastImports.AsNoTracking().Where(i => i.OnlyOf == own);
    }

    private static IResult? Refusal(HttpContext http) => Actor.From(http.User).HasAny(ImportPastCases.Importers) ? null : Problems.Forbidden(http);

    private static IResult Unknown(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "IMPORT_UNKNOWN", "没有找到您可以查看的导入。", "There is no import here that you may see.");
}
