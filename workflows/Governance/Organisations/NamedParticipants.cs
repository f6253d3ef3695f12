using LostCases.Contracts;
using LostCases.Governance.Data;
using LostCases.Rules;
using LostCases.Steps;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Organisations;

/// <summary>Organisations a step may name besides those that stand in a relation to the case: legal bodies, governments, courts, organisation and discipline organs.</summary>
public static class NamedParticipants
{
    /// <summary>What a check list offers, as <c>organisation id:role</c>.</summary>
    public static async Task<IReadOnlyList<StepOption>> OfAsync(WorkflowDbContext db, CancellationToken ct) =>
        [.. (await db.Organisations.AsNoTracking().OrderBy(o => o.Level).ThenBy(o => o.Name).ToListAsync(ct)).SelectMany(Of)];

    private static IEnumerable<StepOption> Of(KnownOrganisation o) => Code.TryParse<AgencyLevel>(o.Level, out var level)
        ? Seats(level).Select(s => new StepOption($"{o.Id}:{s.Role}", $"{o.Name}：{s.Zh}", $"{o.Name}: {s.En}"))
        : [];

    private static IEnumerable<(string Role, string Zh, string En)> Seats(AgencyLevel level) => level switch
    {
        AgencyLevel.MuniLegalBody or AgencyLevel.CountyLegalBody => [(Roles.Reviewer, "审核员", "reviewer"), (Roles.ReviewLeader, "负责人", "leader")],
        AgencyLevel.Court => [(Roles.CourtLiaison, "联络员", "liaison")],
        AgencyLevel.OrgDept => [(Roles.OrgLiaison, "联络员", "liaison")],
        AgencyLevel.Discipline => [(Roles.DisciplineLiaison, "联络员", "liaison")],
        AgencyLevel.MuniGov or AgencyLevel.CountyGov => [(Roles.AgencyHead, "负责人", "head")],
        _ => [],
    };
}
