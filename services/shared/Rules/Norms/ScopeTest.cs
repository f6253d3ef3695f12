namespace LostCases.Rules;

/// <summary>What decides whether a case is investigated (败诉追责案件范围).</summary>
public sealed record ScopeFacts
{
    /// <summary>Effective date; null while an appeal is pending.</summary>
    public required DateOnly? EffectiveOn { get; init; }

    /// <summary>Date the judgment was made; null where unknown (GAP-04).</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>Date of the administrative act, or of the end of the omission (N2.1-c).</summary>
    public required DateOnly ActDate { get; init; }

    /// <summary>Result for this agency.</summary>
    public required LossResult Result { get; init; }

    /// <summary>Why the act was held unlawful without being revoked (GAP-05).</summary>
    public IllegalityKind Illegality { get; init; }

    /// <summary>Whether the agency belongs to the city.</summary>
    public required bool AgencyInCity { get; init; }
}

/// <summary>Scope of the notice, N2.1.</summary>
public static class ScopeTest
{
    /// <summary>
    /// Judges the case as of a day: SCOPE:… for the first test that fails, NOT_YET_EFFECTIVE while the effective date lies
    /// ahead. A case in scope is investigated; nothing is pre-judged (N2.1-d).
    /// </summary>
    public static Decision Judge(ScopeFacts facts, DateOnly on, Policy policy)
    {
        if (!facts.AgencyInCity)
        {
            return Out(ScopeReason.AgencyOutsideCity, "N1-a");
        }

        if (!IsLoss(facts.Result, policy, facts.Illegality))
        {
            return facts.Result == LossResult.EnforcementRefused
                ? Out(ScopeReason.NonLitigationEnforcement, "GAP-05")
                : Out(ScopeReason.NotALoss, "N2.1-b");
        }

        if (facts.EffectiveOn is not { } effective)
        {
            return Out(ScopeReason.NotEffective, "N2.1-b");
        }

        return effective switch
        {
            _ when facts.ActDate < policy.MeasureInForce => Out(ScopeReason.ActBeforeProvincialMeasure, "N2.1-c"),
            _ when Measured(facts, effective, policy) < policy.NoticeInForce => Out(ScopeReason.JudgmentBeforeNotice, "N2.1-a"),
            _ when effective > on => new Refused("NOT_YET_EFFECTIVE", "N2.1-b"),
            _ => new Accepted("N2.1-a", "N2.1-b", "N2.1-c"),
        };
    }

    /// <summary>Whether a judgment in scope by its effective date was made before the notice: shown to be confirmed (GAP-04).</summary>
    public static bool MadeBeforeNotice(ScopeFacts facts, Policy policy) =>
        facts.MadeOn < policy.NoticeInForce && facts.EffectiveOn >= policy.NoticeInForce;

    /// <summary>T04: putting a case back needs a reason.</summary>
    public static Decision Reopen(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refused("REASON_REQUIRED", "N2.1-e") : new Accepted("N2.1-e");

    /// <summary>Whether the result is a loss of the agency (GAP-05).</summary>
    public static bool IsLoss(LossResult result, Policy policy, IllegalityKind illegality = IllegalityKind.Ordinary) => result switch
    {
        LossResult.ConfirmedIllegal when illegality == IllegalityKind.MinorProceduralFlaw => policy.MinorFlawIsLoss,
        LossResult.ConfirmedIllegal when illegality == IllegalityKind.SituationJudgment => policy.SituationJudgmentIsLoss,
        LossResult.Revoked or LossResult.PartiallyRevoked or LossResult.ConfirmedIllegal or LossResult.ConfirmedInvalid
            or LossResult.Varied or LossResult.OrderedToPerform or LossResult.OrderedToPay or LossResult.Compensation
            or LossResult.AgreementLiability or LossResult.ReconDecisionRevoked => true,
        LossResult.ClaimDismissed or LossResult.SuitRejected or LossResult.Withdrawn or LossResult.MediationSettled => false,
        LossResult.EnforcementRefused => policy.EnforcementRefusedIsLoss,
    };

    /// <summary>A loss out of scope is still counted (N2.1-e).</summary>
    public static bool CountedInLossRate(LossResult result, DateOnly? effectiveOn, Policy policy) =>
        IsLoss(result, policy) && effectiveOn is not null;

    /// <summary>Whether a case may be put aside: a test fails, or a reviewer states by hand why (T03).</summary>
    public static Decision ConfirmOut(ScopeFacts facts, ScopeReason? reason, string? manualReason, DateOnly on, Policy policy)
    {
        var failed = Judge(facts, on, policy) as Refused;
        return (failed, reason) switch
        {
            ({ Code: "SCOPE" }, { } stated) when failed.Subject == Code.Of(stated) => new Accepted(failed.Clause),
            _ when !string.IsNullOrWhiteSpace(manualReason) => new Accepted("N2.1"),
            _ => new Refused("REASON_REQUIRED", "N2.1"),
        };
    }

    private static DateOnly Measured(ScopeFacts facts, DateOnly effective, Policy policy) => policy.JudgmentDateBasis switch
    {
        JudgmentDateBasis.Effective => effective,
        JudgmentDateBasis.Made => facts.MadeOn ?? effective,
    };

    private static Refused Out(ScopeReason reason, string clause) => new("SCOPE", clause, Code.Of(reason));
}
