using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>What a case number, and who registers, suggest of the other fields.</summary>
internal static class NumberSuggestions
{
    internal static async Task<IReadOnlyList<Suggestion>> OfAsync(CaseNumber? number, Actor actor, IntakeDbContext db, CancellationToken ct)
    {
        var region = number?.CourtRegion;
        var courts = region is null ? [] : await db.Agencies.AsNoTracking().Where(a => a.Level == AgencyLevel.Court && a.RegionCode == region).Take(2).ToListAsync(ct);
        var own = actor.OrganisationId is { } id ? await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) : null;
        return
        [
            .. courts is [var court] ? [Of("courtId", court, SuggestionSource.CaseNumber)]
                : own is { Level: AgencyLevel.Court } && actor.Roles.Contains(Roles.CourtLiaison) ? [Of("courtId", own, SuggestionSource.OwnOrganisation)] : Array.Empty<Suggestion>(),
            .. number?.Instance is { } instance
                ? [Of("instance", Code.Of(instance)), Of("docType", Code.Of(number.Type.StartsWith("行赔", StringComparison.Ordinal) ? DocType.CompensationJudgment : DocType.Judgment))]
                : Array.Empty<Suggestion>(),
            .. own is not null && own.Level != AgencyLevel.Court && actor.Roles.Contains(Roles.AgencyOfficer)
                ? [Of("agencyId", own, SuggestionSource.OwnOrganisation)]
                : Array.Empty<Suggestion>(),
        ];
    }

    private static Suggestion Of(string field, string code) => new(field, code, null, SuggestionSource.CaseNumber);

    private static Suggestion Of(string field, Agency organisation, SuggestionSource source) => new(field, organisation.Id.ToString(), organisation.Name, source);
}
