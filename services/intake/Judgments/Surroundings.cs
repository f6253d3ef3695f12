using LostCases.Contracts;
using LostCases.Intake.Agencies;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>The organisations and the calendar a judgment is judged by, as far as they are named and exist.</summary>
internal sealed record Surroundings
{
    /// <summary>The losing agency.</summary>
    internal Agency? Agency { get; private init; }

    /// <summary>The court.</summary>
    internal Agency? Court { get; private init; }

    /// <summary>The implementing body, where one is named.</summary>
    internal Agency? ImplementingBody { get; private init; }

    /// <summary>Governments and legal bodies around the losing agency.</summary>
    internal AgencyTree? Tree { get; private init; }

    /// <summary>Working-day calendar of the agency's city; the national one where it has none of its own.</summary>
    internal WorkingCalendar Calendar { get; private init; } = WorkingCalendar.National;

    /// <summary>Rules a case registered on the business date begins with.</summary>
    internal Policy Policy { get; private init; } = Policy.Default;

    /// <summary>Names of the organisations, by id.</summary>
    internal IReadOnlyDictionary<Guid, string> Names =>
        new[] { Agency, Court, ImplementingBody }.OfType<Agency>().DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Name);

    /// <summary>The same from organisations, calendar and rules that are at hand.</summary>
    internal static Surroundings Of(Agency agency, Agency court, Agency? implementingBody, AgencyTree tree, WorkingCalendar calendar, Policy policy) =>
        new() { Agency = agency, Court = court, ImplementingBody = implementingBody, Tree = tree, Calendar = calendar, Policy = policy };

    internal static async Task<Surroundings> AroundAsync(JudgmentDraft draft, DateOnly on, IntakeDbContext db, CancellationToken ct)
    {
        var wanted = new[] { draft.AgencyId, draft.CourtId, draft.ImplementingBodyId }.OfType<Guid>().ToArray();
        var found = await db.Agencies.AsNoTracking().Where(a => wanted.Contains(a.Id)).ToListAsync(ct);
        var agency = found.Find(a => a.Id == draft.AgencyId);
        var tree = agency is null ? null : await AgencyTree.AroundAsync(agency, db, ct);
        return new Surroundings
        {
            Agency = agency,
            Court = found.Find(a => a.Id == draft.CourtId && a.Level == AgencyLevel.Court),
            ImplementingBody = found.Find(a => a.Id == draft.ImplementingBodyId && a.Level != AgencyLevel.Court),
            Tree = tree,
            Calendar = await CalendarAsync(tree?.City?.Id, db, ct),
            Policy = (await RuleSetRecord.InForceAsync(db, on, ct)).Policy,
        };
    }

    /// <summary>
    /// Whether the person registers it: the agency's or implementing body's officer, the court's liaison, the body that would
    /// review. What is not filled in yet is not held against anybody.
    /// </summary>
    internal static bool MayRegister(Actor actor, JudgmentDraft draft, Guid? reviewer) => actor.OrganisationId is { } own
        && ((actor.Roles.Contains(Roles.AgencyOfficer) && (draft.AgencyId is null || own == draft.AgencyId || own == draft.ImplementingBodyId))
            || (actor.Roles.Contains(Roles.CourtLiaison) && (draft.CourtId is null || own == draft.CourtId))
            || (actor.HasAny([Roles.Reviewer, Roles.ReviewLeader]) && (reviewer is null || own == reviewer)));

    private static async Task<WorkingCalendar> CalendarAsync(Guid? city, IntakeDbContext db, CancellationToken ct)
    {
        var version = await db.CityCalendars.Where(c => c.CityId == city).Select(c => c.CalendarVersion).SingleOrDefaultAsync(ct);
        return version is null ? WorkingCalendar.National : WorkingCalendar.Version(version);
    }
}
