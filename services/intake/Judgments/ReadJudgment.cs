using LostCases.Intake.Data;
using LostCases.Intake.Judgments.Text;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>Reads a judgment's text (识别裁判文书): what its fields may be, and where it says so. Nothing is kept of it.</summary>
/// <param name="Text">The text as it was copied; at most 200,000 characters.</param>
public sealed record ReadJudgment(string Text)
{
    internal static async Task<IResult> HandleAsync(ReadJudgment request, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        if (request.Text.Length > JudgmentText.Longest)
        {
            return Problems.TooLarge(http);
        }

        var found = JudgmentExtract.Read(request.Text);
        var names = string.Join('\n', found.Where(IsOrganisation).Select(f => f.Value));
        var organisations = await db.Agencies.AsNoTracking().Where(a => names.Contains(a.Name)).ToListAsync(ct);
        return TypedResults.Ok(new JudgmentRead([.. found.Select(f => IsOrganisation(f) ? Match(f, organisations) : new Suggestion(f.Field, f.Value, null, SuggestionSource.Text, f.Quote))
            .OfType<Suggestion>().DistinctBy(s => (s.Field, s.Value))]));
    }

    private static bool IsOrganisation(Found found) => found.Field is "courtId" or "agencyId";

    /// <summary>The organisation of that name, with or without its province or city before it; one that is not known is not suggested.</summary>
    private static Suggestion? Match(Found found, List<Agency> organisations) => organisations
        .Where(o => (o.Level == AgencyLevel.Court) == (found.Field == "courtId") && found.Value.EndsWith(o.Name, StringComparison.Ordinal))
        .Where(o => found.Value.Length == o.Name.Length || found.Value[^(o.Name.Length + 1)] is '省' or '市' or '区')
        .OrderByDescending(o => o.Name.Length)
        .Select(o => new Suggestion(found.Field, o.Id.ToString(), o.Name, SuggestionSource.Text, found.Quote))
        .FirstOrDefault();
}

/// <summary>What a text says of the fields.</summary>
/// <param name="Suggestions">Each with the passage it was found in.</param>
public sealed record JudgmentRead(IReadOnlyList<Suggestion> Suggestions);
