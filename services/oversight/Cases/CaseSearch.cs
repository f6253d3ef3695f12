using System.Text;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Cases;

/// <summary>Finds cases by a part of the system number, of the case number (案号), or of the losing agency's name or its pinyin initials.</summary>
internal static class CaseSearch
{
    /// <summary>Up to so many are fetched by the text's indexes first; where more match, walking by number meets enough of them soon.</summary>
    private const int Few = 2000;

    internal static async Task<IQueryable<CaseCard>> FindAsync(OversightDbContext db, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return db.Cards;
        }

        text = Written(text);
        var like = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        var agencies = await AgenciesAsync(db, text, like, ct);
        var found = await db.Database.SqlQuery<Guid>(
            $"""
            select case_id as "Value" from oversight.case_card where code ilike {like}
            union all
            select case_id from oversight.case_slice where owner = 'intake' and slice -> 'facts' ->> 'caseNo' ilike {like}
            union all
            select case_id from oversight.case_party where organisation_id = any ({agencies}) and relation = 'LOSING_AGENCY'
            limit {Few + 1}
            """).ToListAsync(ct);
        // Each case is asked for its own number and agency: "exists" would have all of them read before the first is told.
        return found.Count <= Few
            ? db.Cards.Where(c => found.Contains(c.CaseId))
            : db.Cards.FromSql(
                $"""
                select c.* from oversight.case_card c
                where c.code ilike {like}
                   or (select s.slice -> 'facts' ->> 'caseNo' from oversight.case_slice s where s.case_id = c.case_id and s.owner = 'intake') ilike {like}
                   or (select p.organisation_id from oversight.case_party p where p.case_id = c.case_id and p.relation = 'LOSING_AGENCY' limit 1) = any ({agencies})
                """);
    }

    /// <summary>As numbers and names are kept: a case number in its one form; else letters and digits narrow, brackets wide.</summary>
    private static string Written(string text) => CaseNumber.TryParse(text, out var number)
        ? number.Normalised
        : text.Trim().Normalize(NormalizationForm.FormKC).Replace('(', '（').Replace(')', '）');

    private static async Task<Guid[]> AgenciesAsync(OversightDbContext db, string text, string like, CancellationToken ct)
    {
        if (!PinyinInitials.AreIn(text))
        {
            return await db.Organisations.Where(o => EF.Functions.ILike(o.Name, like)).Select(o => o.Id).ToArrayAsync(ct);
        }

        var all = await db.Organisations.Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return [.. all.Where(o => o.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || PinyinInitials.Of(o.Name).Contains(text, StringComparison.OrdinalIgnoreCase)).Select(o => o.Id)];
    }
}
