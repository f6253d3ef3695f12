using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Statistics;

/// <summary>
/// The secretariat imports what the courts count of each agency (导入诉讼统计, GAP-20). All rows are taken or none: where some cannot be,
/// the answer lists them. An agency's figures of a period take the place of those imported before, which stay on record.
/// </summary>
public sealed record ImportStatistics : ActRequest
{
    private const int MostRows = 2000;

    /// <summary>Period the rows are for: 2025, 2025H1 or 2025Q3. A column of that name goes before it.</summary>
    [StringLength(6, MinimumLength = 4)]
    public required string Period { get; init; }

    /// <summary>Who counted, e.g. the court and its letter.</summary>
    [StringLength(200, MinimumLength = 2)]
    public required string Source { get; init; }

    /// <summary>
    /// The table as CSV or tab-separated text, its first line naming the columns: agency (name or id), closed, lost; further outOfScope,
    /// mediated, withdrawn, reversedLater, closedInSeries, lostInSeries, period. Chinese names such as 机关, 结案, 败诉 are understood.
    /// </summary>
    [StringLength(400_000, MinimumLength = 1)]
    public required string Table { get; init; }

    internal static async Task<IResult> HandleAsync(
        ImportStatistics request, CaseAct act, OversightDbContext db, AuditTrail audit, HttpContext http, CancellationToken ct)
    {
        if (StatPeriods.Days(request.Period) is null)
        {
            return act.Refuse(new Refused("PERIOD_INVALID", "GAP-20"), "period");
        }

        var (columns, rows) = FiguresTable.Read(request.Table);
        if (FiguresTable.Needed.FirstOrDefault(c => !columns.Contains(c)) is { } missing)
        {
            return act.Refuse(new Refused("COLUMN_MISSING", "GAP-20", missing), "table");
        }

        if (rows.Count is 0 or > MostRows)
        {
            return act.Refuse(new Refused("ROWS_TOO_MANY", "GAP-20", MostRows.ToString(CultureInfo.InvariantCulture)), "table");
        }

        var read = new FiguresReading(request.Period, act.On, await NamedAsync(rows, db, ct), Problems.Language(http));
        var figures = rows.Select(read.Read).ToList();
        if (read.Errors.Count > 0)
        {
            return act.Refuse(new Refused("STATISTICS_ROWS_INVALID", "GAP-20"), "table", ("rows", read.Errors));
        }

        var import = Guid.CreateVersion7();
        db.LitigationStats.AddRange(figures.Select(f => new LitigationStat
        {
            Id = Guid.CreateVersion7(),
            ImportId = import,
            AgencyId = f!.AgencyId,
            Period = f.Period,
            Figures = f.Figures,
            Source = request.Source,
            ImportedOn = act.On,
            ImportedBy = act.Actor.Id,
        }));
        await audit.AddAsync(import, "StatisticsImported", act.Actor, new { request.Period, request.Source, rows = figures }, ct);
        return CaseAct.Done(new ImportAnswer(import, figures.Count));
    }

    /// <summary>Organisations the rows name, by id or by name; a name may be that of several.</summary>
    private static async Task<ILookup<string, Guid>> NamedAsync(IReadOnlyList<FiguresRow> rows, OversightDbContext db, CancellationToken ct)
    {
        var names = rows.Select(r => r.Cell("agency")).Distinct().ToList();
        var ids = names.Select(n => Guid.TryParse(n, out var id) ? id : Guid.Empty).ToList();
        var found = await db.Organisations.AsNoTracking().Where(o => names.Contains(o.Name) || ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return found.SelectMany(o => new[] { (Key: o.Name, o.Id), (Key: o.Id.ToString(), o.Id) }).ToLookup(o => o.Key, o => o.Id);
    }
}

/// <summary>Answer to an import.</summary>
/// <param name="Id">The import.</param>
/// <param name="Rows">Rows taken.</param>
public sealed record ImportAnswer(Guid Id, int Rows);
