using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.PastCases;

/// <summary>
/// Takes over the rows that wait, some in a transaction: their cases, their faults and how far the import is are written together, so
/// it goes on where it was after a crash, and two processes take turns.
/// </summary>
internal sealed class PastImportSweep(IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<PastImportSweep> log)
    : Sweep(TimeSpan.FromSeconds(1), atOnce: true, options, time, log)
{
    private const int BatchSize = 100;

    protected override async Task SweepAsync(CancellationToken ct)
    {
        while (await StepAsync(ct))
        {
        }
    }

    private async Task<bool> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IntakeDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var running = await db.PastImports.FromSql($"select * from intake.past_import where ended_at is null order by id limit 1 for update skip locked").ToListAsync(ct);
        if (running is not [var import])
        {
            return false;
        }

        var rows = await db.PastImportRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number).Take(BatchSize).ToListAsync(ct);
        if (rows.Count > 0)
        {
            await TakeAsync(import, rows, db, services, ct);
        }

        if (rows.Count < BatchSize)
        {
            import.EndedAt = Time.GetUtcNow();
            var actor = new Actor(import.StartedBy, import.OrganisationId, []);
            await services.GetRequiredService<AuditTrail>().AddAsync(import.Id, "PastImportEnded", actor, new { import.Taken, import.Known, import.Refused }, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return true;
    }

    private static async Task TakeAsync(PastImport import, List<PastImportRow> rows, IntakeDbContext db, IServiceProvider services, CancellationToken ct)
    {
        var landscape = await Landscape.ReadAsync(db, import.On, ct);
        var taking = services.GetRequiredService<PastCaseTaking>();
        var read = rows.ConvertAll(r => (r.Number, Read: PastRow.Read(r.Cells)));
        await taking.LookUpAsync([.. read.Select(r => r.Read.Row?.CaseNo).OfType<string>().Distinct()], ct);
        var cases = new List<PastCaseImported>();
        foreach (var (number, (row, faults)) in read)
        {
            var (taken, fault) = row is null ? (null, null) : await taking.TakeAsync(row, number, import, landscape, ct);
            IReadOnlyList<CellFault> all = fault is null ? faults : [fault];
            db.PastImportFaults.AddRange(all.DistinctBy(f => f.Column).Select(f => Fault(import, number, f)));
            if (taken is not null)
            {
                cases.Add(taken);
            }

            (import.Taken, import.Known, import.Refused) = (taken, all.Count) switch
            {
                (not null, _) => (import.Taken + 1, import.Known, import.Refused),
                (_, > 0) => (import.Taken, import.Known, import.Refused + 1),
                _ => (import.Taken, import.Known + 1, import.Refused),
            };
        }

        if (cases.Count > 0)
        {
            services.GetRequiredService<Outbox>().Publish(new PastCasesImported { ImportId = import.Id, Cases = cases });
        }

        var last = rows[^1].Number;
        await db.PastImportRows.Where(r => r.ImportId == import.Id && r.Number <= last).ExecuteDeleteAsync(ct);
    }

    private static PastImportFault Fault(PastImport import, int number, CellFault fault) => new()
    {
        ImportId = import.Id,
        Number = number,
        Column = fault.Column,
        Code = fault.Refused.Code,
        Clause = fault.Refused.Clause,
        Subject = fault.Refused.Subject,
    };
}
