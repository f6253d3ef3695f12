using LostCases.Rules;

namespace LostCases.Intake.Judgments;

/// <summary>What a registration would be refused for, and the field it is about.</summary>
internal sealed record Objection(Refused Refused, string Field, ExistingCase? Existing = null);

/// <summary>A case that exists already, for those who may see it.</summary>
public sealed record ExistingCase(Guid CaseId, string Code);

/// <summary>
/// Everything that is judged of a judgment at registration (T01), from what is known so far. Registering and asking beforehand
/// read this and nothing else, so they cannot differ.
/// </summary>
internal sealed record JudgmentReading
{
    /// <summary>The case number; null while it is none.</summary>
    internal CaseNumber? Number { get; private init; }

    /// <summary>Why it would be refused, the first first; empty where nothing speaks against it.</summary>
    internal IReadOnlyList<Objection> Objections { get; private init; } = [];

    /// <summary>Who reviews (报审路由, N2.5.2-b, N2.5.2-c); null while the agency is not known or has no route.</summary>
    internal ReviewRoute? Route { get; private init; }

    /// <summary>The organisation that reviews on this route.</summary>
    internal Guid? ReviewerId { get; private init; }

    /// <summary>When the judgment takes effect (4.2); null while that cannot be told.</summary>
    internal EffectiveReading? Effective { get; private init; }

    /// <summary>Whether the case falls under the notice (N2.1), as of the business date; null while that cannot be told.</summary>
    internal Decision? Scope { get; private init; }

    /// <summary>Whether the judgment was made before the notice and took effect after it, which is to be confirmed (GAP-04).</summary>
    internal bool MadeBeforeNotice { get; private init; }

    /// <summary>The first limit (调查期限, N2.5.1-b), running once the case is confirmed in scope; null where there is nothing to investigate.</summary>
    internal ClockReading? FirstLimit { get; private init; }

    /// <summary>Reads what is known.</summary>
    /// <param name="draft">What is said of the judgment.</param>
    /// <param name="around">Organisations, rules and calendar it is judged by.</param>
    /// <param name="today">Today in Asia/Shanghai: no date of it lies ahead.</param>
    /// <param name="on">Business date of the registration.</param>
    internal static JudgmentReading Of(JudgmentDraft draft, Surroundings around, DateOnly today, DateOnly on)
    {
        var policy = around.Policy;
        var number = CaseNumber.TryParse(draft.CaseNo, out var parsed) ? parsed : null;
        var route = around.Agency is { } agency ? Routing.For(agency.Level, policy) : null;
        var reviewer = route is null ? null : around.Tree?.Reviewer(route);
        var effective = draft.Facts is { } facts ? EffectiveDate.Of(facts, around.Calendar, policy) : null;
        var scope = ScopeOf(draft, around, effective);
        var decision = scope is null ? null : ScopeTest.Judge(scope, on, policy);
        return new JudgmentReading
        {
            Number = number,
            Objections = [.. Against(draft, around, number, today, isRouted: reviewer is not null)],
            Route = reviewer is null ? null : route,
            ReviewerId = reviewer,
            Effective = effective,
            Scope = decision,
            MadeBeforeNotice = scope is not null && ScopeTest.MadeBeforeNotice(scope, policy),
            FirstLimit = FirstLimitOf(draft, around, effective, decision, policy),
        };
    }

    private static IEnumerable<Objection> Against(JudgmentDraft draft, Surroundings around, CaseNumber? number, DateOnly today, bool isRouted)
    {
        if (number is null && !string.IsNullOrWhiteSpace(draft.CaseNo))
        {
            yield return new(new Refused("CASE_NUMBER_INVALID", "3.4"), "caseNo");
        }

        if (DateRules.Plausible(draft.ActDate, draft.MadeOn, draft.Services, today) is Refused { Subject: { } subject } impossible)
        {
            yield return new(impossible, subject == "servedOn" ? "servedOnAgency" : subject);
        }

        if (draft.AgencyId is { } wanted && around.Agency is null)
        {
            yield return new(new Refused("AGENCY_UNKNOWN", "N1-a", wanted.ToString()), "agencyId");
        }

        if (draft.CourtId is not null && around.Court is null)
        {
            yield return new(new Refused("COURT_UNKNOWN", "N2.1-a"), "courtId");
        }

        if (draft.ImplementingBodyId is { } body && around.ImplementingBody is null)
        {
            yield return new(new Refused("AGENCY_UNKNOWN", "N2.2-b", body.ToString()), "implementingBodyId");
        }

        if (around.Agency is { } agency)
        {
            if (RegistrationRules.Defendant(agency.Kind) is Refused entrusted)
            {
                yield return new(entrusted, "agencyId");
            }

            if (!isRouted)
            {
                yield return new(new Refused("ROUTE_UNKNOWN", "GAP-01"), "agencyId");
            }
        }
    }

    private static ScopeFacts? ScopeOf(JudgmentDraft draft, Surroundings around, EffectiveReading? effective) =>
        (effective, draft.ActDate, draft.Result, around.Tree) is ({ } read, { } acted, { } result, { } tree)
            ? new() { EffectiveOn = read.EffectiveOn, MadeOn = draft.MadeOn, ActDate = acted, Result = result, AgencyInCity = tree.InCity }
            : null;

    /// <summary>Whoever waits for the effective date will have the limit too; out of scope there is none.</summary>
    private static ClockReading? FirstLimitOf(JudgmentDraft draft, Surroundings around, EffectiveReading? effective, Decision? scope, Policy policy) =>
        scope is Accepted or Refused { Code: "NOT_YET_EFFECTIVE" } && effective?.EffectiveOn is { } effectiveOn && draft.ServedOnAgency is { } served
            ? Clock.Read(policy.Clock(ClockKind.Investigation), InvestigationRules.From(effectiveOn, served), [], around.Calendar)
            : null;
}
