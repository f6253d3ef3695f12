using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Cases;

/// <summary>An organisation's part in the case.</summary>
public sealed record PartyView(Guid OrganisationId, string Name, string Relation);

/// <summary>An organisation by name.</summary>
public sealed record NamedOrganisation(Guid Id, string Name);

/// <summary>A step that waits for somebody.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Step">Kind of step.</param>
/// <param name="Owner">Service that owns it.</param>
/// <param name="Round">Round of the step in the case.</param>
/// <param name="Organisations">Who can answer.</param>
/// <param name="Roles">As what.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Since">Business date of the act that opened it, which may have been recorded later (补录).</param>
public sealed record OpenStepView(
    Guid RequestId, string Step, string? Owner, int Round, IReadOnlyList<NamedOrganisation> Organisations, IReadOnlyList<string> Roles, DateTimeOffset? OpenedAt,
    DateOnly? Since);

/// <summary>The composed case page (案件页): facts, clocks with explanations, open steps, and the owners' versions.</summary>
public sealed record CasePage
{
    /// <summary>The case.</summary>
    public required Guid Id { get; init; }

    /// <summary>System number.</summary>
    public required string Code { get; init; }

    /// <summary>Main state.</summary>
    public required CaseState State { get; init; }

    /// <summary>UNDECIDED, IN, or OUT with its reason.</summary>
    public required string Scope { get; init; }

    /// <summary>What the scope test says (甄别建议): IN, or OUT with the reason. People decide.</summary>
    public required string ProposedScope { get; init; }

    /// <summary>Effective date.</summary>
    public required DateOnly? EffectiveOn { get; init; }

    /// <summary>Full code of the review route.</summary>
    public required string? Route { get; init; }

    /// <summary>Clause of the route.</summary>
    public required string? RouteClause { get; init; }

    /// <summary>All facts.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Organisations in the case.</summary>
    public required IReadOnlyList<PartyView> Parties { get; init; }

    /// <summary>Clocks.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>Steps that wait.</summary>
    public required IReadOnlyList<OpenStepView> OpenSteps { get; init; }

    /// <summary>Findings, for those concerned.</summary>
    public required IReadOnlyList<FindingSummary> Findings { get; init; }

    /// <summary>Decisions, for those concerned.</summary>
    public required IReadOnlyList<DisposedFinding> Decisions { get; init; }

    /// <summary>Version of each owner's slice.</summary>
    public required IReadOnlyDictionary<string, long> Versions { get; init; }

    /// <summary>Whether the loss counts in the loss rate (败诉率).</summary>
    public required bool CountedInLossRate { get; init; }

    /// <summary>NOT_APPLICABLE, DUE or DONE (备案).</summary>
    public required string Filing { get; init; }

    /// <summary>Whether it was filed in time; null while it is not.</summary>
    public required bool? FiledOnTime { get; init; }

    /// <summary>Whether joint review is suggested (建议联合审核, GAP-16); people decide.</summary>
    public required bool SuggestJointReview { get; init; }

    /// <summary>NONE, REFERRED, or what the superior decided about the unit (单位责任).</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the agency is recorded as not following the notice (不按通知执行).</summary>
    public required bool NonCompliance { get; init; }

    /// <summary>Services that have not yet applied the newest suspension or resumption (中止恢复确认中).</summary>
    public required IReadOnlyList<string> NotYetApplied { get; init; }

    /// <summary>Whether a newer version is on its way (正在更新).</summary>
    public required bool Updating { get; init; }

    private static readonly string[] Appliers = [Owners.Investigation, Owners.Review, Owners.Disposition];

    private static readonly string[] Concerned =
        [Relations.LosingAgency, Relations.ImplementingBody, Relations.ReviewBody, Relations.FilingBody, Relations.JointMember];

    internal static async Task<IResult> GetAsync(
        [Description("The case.")] Guid caseId,
        [Description("Reads clocks that still run as of this day instead of today.")] DateOnly? asOf,
        [Description("Version that must be included, as an act's ETag gave it; waits up to 1 s, then says updating.")] string? atLeast,
        CaseReading reading, OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        _ = Freshness.Parse(atLeast, out var isWrong);
        if (isWrong)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "版本参数不正确。", "atLeast must be owner.sequence.", "atLeast");
        }

        var card = reading.Card;
        var steps = await db.OpenSteps.AsNoTracking().Where(s => s.CaseId == caseId && !s.Closed).ToListAsync(ct);
        var names = await NamesAsync(db, card, steps, ct);
        var acts = steps.Count == 0 ? [] : await db.Timeline.AsNoTracking().Where(t => t.CaseId == caseId).OrderBy(t => t.RecordedAt).ToListAsync(ct);
        return TypedResults.Ok(Compose(card, steps, acts, names, reading.Actor, asOf ?? BusinessTime.Today(time), !reading.IsFresh));
    }

    private static CasePage Compose(
        CaseCard card, List<OpenStepRow> steps, List<TimelineEntry> acts, Dictionary<Guid, string> names, Actor actor, DateOnly asOf, bool updating)
    {
        var facts = card.Facts();
        var clocks = card.Slices.SelectMany(s => s.Slice.Clocks).OrderBy(c => c.StartOn).ThenBy(c => c.DueOn).ToList();
        var filing = clocks.Find(c => c.Kind == Rules.Code.Of(ClockKind.Filing));
        var concerned = actor.Roles.Contains(Roles.Secretariat)
            || (actor.OrganisationId is { } own && Concerned.Any(r => card.Has(own, r)) && !IsBesideReview(actor, own, card));
        _ = Rules.Code.TryParse<LossResult>(facts.Text(Fact.Result), out var result);
        return new CasePage
        {
            Id = card.CaseId,
            Code = card.Code,
            State = card.State(),
            Scope = facts.Text(Fact.Scope) == "OUT" ? $"OUT:{facts.Text(Fact.ScopeReason)}" : facts.Text(Fact.Scope) ?? "UNDECIDED",
            ProposedScope = Proposed(facts, result, asOf, card.Policy()),
            EffectiveOn = facts.Date(Fact.EffectiveOn),
            Route = facts.Text(Fact.Route),
            RouteClause = facts.Text(Fact.RouteClause),
            Facts = card.Slices.SelectMany(s => s.Slice.Facts).ToDictionary(f => f.Key, f => f.Value),
            Parties = [.. card.Parties.Select(p => new PartyView(p.OrganisationId, names.GetValueOrDefault(p.OrganisationId, ""), p.Relation))],
            Clocks = [.. clocks.Select(c => ClockView.Of(c, asOf))],
            OpenSteps = [.. steps.Select(s => View(s, acts, names))],
            Findings = concerned ? card.Findings : [],
            Decisions = concerned ? card.Decisions : [],
            Versions = card.Slices.ToDictionary(s => s.Owner, s => s.Sequence),
            CountedInLossRate = ScopeTest.CountedInLossRate(result, facts.Date(Fact.EffectiveOn), card.Policy()),
            Filing = !facts.Is(Fact.County) ? "NOT_APPLICABLE" : facts.Date(Fact.Filed) is null ? "DUE" : "DONE",
            FiledOnTime = filing?.StoppedOn is { } stopped ? stopped <= filing.DueOn : null,
            SuggestJointReview = facts.Is(Fact.SuggestJointReview),
            Unit = facts.Text(Fact.UnitSanctions) ?? facts.Text(Fact.Unit) ?? "NONE",
            NonCompliance = facts.Is(Fact.NonCompliance),
            NotYetApplied = [.. Appliers.Where(o => facts.Text(Fact.Applied(o)) != facts.Suspension)],
            Updating = updating,
        };
    }

    /// <summary>Somebody of a reviewing body who does not review: what was found about people is not theirs to read.</summary>
    private static bool IsBesideReview(Actor actor, Guid own, CaseCard card) =>
        !actor.HasAny([Roles.Reviewer, Roles.ReviewLeader]) && (card.Has(own, Relations.ReviewBody) || card.Has(own, Relations.FilingBody));

    private static string Proposed(CaseFacts facts, LossResult result, DateOnly asOf, Policy policy)
    {
        var scope = new ScopeFacts
        {
            EffectiveOn = facts.Date(Fact.EffectiveOn),
            ActDate = facts.Date(Fact.ActDate) ?? asOf,
            Result = result,
            AgencyInCity = facts.Is(Fact.InCity),
        };
        return ScopeTest.Judge(scope, asOf, policy) is Refused { Code: "SCOPE" } refused ? $"OUT:{refused.Subject}" : "IN";
    }

    private static OpenStepView View(OpenStepRow step, List<TimelineEntry> acts, Dictionary<Guid, string> names) => new(
        step.RequestId, step.Step, step.Owner, step.Round,
        [.. step.OrganisationIds.Select(o => new NamedOrganisation(o, names.GetValueOrDefault(o, "")))], step.Roles, step.OpenedAt,
        acts.FindLast(a => a.RecordedAt <= step.OpenedAt)?.On);

    private static Task<Dictionary<Guid, string>> NamesAsync(OversightDbContext db, CaseCard card, List<OpenStepRow> steps, CancellationToken ct)
    {
        var ids = card.Parties.Select(p => p.OrganisationId).Concat(steps.SelectMany(s => s.OrganisationIds)).Distinct().ToList();
        return db.Organisations.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
    }
}
