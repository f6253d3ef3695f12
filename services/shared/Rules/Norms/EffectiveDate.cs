namespace LostCases.Rules;

/// <summary>What decides when a court document takes effect.</summary>
public sealed record JudgmentFacts
{
    /// <summary>Instance.</summary>
    public required Instance Instance { get; init; }

    /// <summary>Kind of document.</summary>
    public required DocType DocType { get; init; }

    /// <summary>Whether a retrial followed the procedure of first instance, so that it can be appealed (行诉解释 119).</summary>
    public bool RetriedAtFirstInstance { get; init; }

    /// <summary>Service on the losing agency.</summary>
    public required DateOnly ServedOnAgency { get; init; }

    /// <summary>Service on each other party with a right to appeal.</summary>
    public IReadOnlyList<DateOnly> ServedOnOthers { get; init; } = [];

    /// <summary>Whether anybody appealed.</summary>
    public bool Appealed { get; init; }

    /// <summary>Service of the ruling that let the appeal be withdrawn.</summary>
    public DateOnly? AppealWithdrawnServedOn { get; init; }

    /// <summary>Date on the court's certificate of effectiveness, which overrides the computation (生效证明).</summary>
    public DateOnly? CertifiedOn { get; init; }
}

/// <summary>When a document took or takes effect.</summary>
/// <param name="EffectiveOn">The date; null while it is not effective.</param>
/// <param name="AppealExpiresOn">Last day of the appeal period among all parties; null where there is none.</param>
/// <param name="Basis">Code of the reason.</param>
/// <param name="Why">The computation in words.</param>
public sealed record EffectiveReading(DateOnly? EffectiveOn, DateOnly? AppealExpiresOn, string Basis, string Why);

/// <summary>Effective date of judgments (生效日, domain 4.2, GAP-06).</summary>
public static class EffectiveDate
{
    /// <summary>Computes the effective date.</summary>
    public static EffectiveReading Of(JudgmentFacts facts, WorkingCalendar calendar, Policy policy)
    {
        if (facts.CertifiedOn is { } certified)
        {
            return new EffectiveReading(certified, null, "COURT_CERTIFICATE", $"法院生效证明载明 {certified:yyyy-MM-dd} 生效");
        }

        if (facts.DocType == DocType.MediationStatement)
        {
            return new EffectiveReading(facts.ServedOnAgency, null, "SIGNED_MEDIATION", $"调解书于 {facts.ServedOnAgency:yyyy-MM-dd} 签收生效");
        }

        return IsAppealable(facts) ? Appealable(facts, calendar, policy) : Final(facts);
    }

    private static bool IsAppealable(JudgmentFacts facts) => facts.Instance switch
    {
        Instance.First => true,
        Instance.Second => false,
        Instance.Retrial => facts.RetriedAtFirstInstance,
    };

    private static EffectiveReading Final(JudgmentFacts facts) =>
        new(facts.ServedOnAgency, null, "FINAL", $"终审裁判，{facts.ServedOnAgency:yyyy-MM-dd} 送达本机关之日生效");

    private static EffectiveReading Appealable(JudgmentFacts facts, WorkingCalendar calendar, Policy policy)
    {
        var length = facts.DocType == DocType.Ruling ? policy.RulingAppealDays : policy.JudgmentAppealDays;
        var last = policy.LastService == LastService.ThisAgency ? facts.ServedOnAgency : facts.ServedOnOthers.Append(facts.ServedOnAgency).Max();
        var expiry = calendar.RollForward(last.AddDays(length));
        if (facts.AppealWithdrawnServedOn is { } withdrawn)
        {
            return new EffectiveReading(withdrawn, expiry, "APPEAL_WITHDRAWN", $"准许撤回上诉裁定于 {withdrawn:yyyy-MM-dd} 送达");
        }

        if (facts.Appealed)
        {
            return new EffectiveReading(null, expiry, "APPEALED", "已上诉，裁判未生效，等待二审裁判或准许撤回上诉裁定");
        }

        var effective = expiry.AddDays(policy.EffectiveAfterExpiryDays);
        return new EffectiveReading(effective, expiry, "APPEAL_EXPIRED",
            $"{last:yyyy-MM-dd} 最后送达，加 {length} 日，届满 {expiry:yyyy-MM-dd}，{(effective == expiry.AddDays(1) ? "次日 " : "")}{effective:yyyy-MM-dd} 生效");
    }
}
