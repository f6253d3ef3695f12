namespace LostCases.Rules;

/// <summary>What may make a case one for joint review.</summary>
public sealed record JointSigns
{
    /// <summary>A court sent a judicial suggestion (司法建议, N2.5.4-b).</summary>
    public bool JudicialSuggestion { get; init; }

    /// <summary>Level of the losing agency; null where it is not known.</summary>
    public required AgencyLevel? LosingAgency { get; init; }

    /// <summary>What the investigation found.</summary>
    public IReadOnlyList<FindingFacts> Findings { get; init; } = [];

    /// <summary>Responsibility of the unit is proposed as serious (N2.4-e).</summary>
    public bool UnitSerious { get; init; }

    /// <summary>Nominal and implementing bodies disagree.</summary>
    public bool BodiesDisagree { get; init; }

    /// <summary>Number of plaintiffs.</summary>
    public int Plaintiffs { get; init; }

    /// <summary>The case is one of a series (串案).</summary>
    public bool Series { get; init; }

    /// <summary>The agency objects to a return.</summary>
    public bool AgencyObjects { get; init; }
}

/// <summary>Suggests joint review (GAP-16). A suggestion never sets a flag by itself: the legal body decides (N2.5.2-f).</summary>
public static class JointSuggestions
{
    /// <summary>Why joint review is suggested; none where nothing suggests it.</summary>
    public static IReadOnlyList<JointReason> Of(JointSigns signs, Policy policy) =>
    [
        .. new (bool Holds, JointReason Reason)[]
        {
            (signs.JudicialSuggestion, JointReason.JudicialSuggestion),
            (signs.LosingAgency == AgencyLevel.MuniGov, JointReason.MunicipalGovernment),
            (signs.Findings.Any(f => f is { MustGrounds.Count: > 0, NotPursueGrounds.Count: > 0 }), JointReason.GroundsCollide),
            (signs.Findings.Any(f => f.NotPursueGrounds.Contains(NotPursueGround.OtherUnsuitable)), JointReason.OtherUnsuitable),
            (signs.Findings.Any(f => f.Conclusion == Conclusion.Exempt), JointReason.ExemptionClaimed),
            (signs.UnitSerious, JointReason.UnitSerious),
            (signs.BodiesDisagree, JointReason.BodiesDisagree),
            (signs.Plaintiffs >= policy.ManyPlaintiffs || signs.Series, JointReason.ManyPlaintiffsOrSeries),
            (signs.Findings.Any(f => f.ProposedSanctions.Any(s => s is SanctionType.TransferPost or SanctionType.Referral)), JointReason.GraveSanction),
            (signs.AgencyObjects, JointReason.AgencyObjects),
        }.Where(s => s.Holds && policy.JointSigns.Contains(s.Reason)).Select(s => s.Reason),
    ];

    /// <summary>Why joint review is suggested by all that is known of a case: what the investigation told, a judicial suggestion, who lost.</summary>
    public static IReadOnlyList<JointReason> Known(CaseFacts facts, Policy policy) =>
    [
        .. Of(
            new JointSigns
            {
                JudicialSuggestion = facts.Is(Fact.SuggestJointReview),
                LosingAgency = Code.TryParse<AgencyLevel>(facts.Text(Fact.AgencyLevel), out var level) ? level : null,
            },
            policy).Union((facts.Text(Fact.JointSigns) ?? "").Split('+').Where(c => Code.TryParse<JointReason>(c, out _)).Select(Parse)),
    ];

    private static JointReason Parse(string code) => Code.TryParse<JointReason>(code, out var reason) ? reason : default;
}
