using System.Globalization;
using LostCases.Intake.Data;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>System numbers (系统编号), gap-free per region and year: the counter is part of the registration's transaction.</summary>
internal static class CaseCodes
{
    private const string Unknown = "000000";

    internal static async Task<string> NextAsync(IntakeDbContext db, string? region, int year, CancellationToken ct)
    {
        var place = region ?? Unknown;
        var number = (await db.Database.SqlQuery<int>(
            $"""
            insert into intake.case_counter (region, year, last) values ({place}, {year}, 1)
            on conflict (region, year) do update set last = case_counter.last + 1
            returning last as "Value"
            """).ToListAsync(ct)).Single();
        return string.Create(CultureInfo.InvariantCulture, $"BS-{place}-{year}-{number:000000}");
    }
}
