namespace LostCases.Rules;

/// <summary>
/// The settings of one version of the rules (规则版本): lengths and natures of limits, routes, and what the notice leaves open
/// (GAP-01 … GAP-26). Rules read nothing else; a case keeps the version it began with.
/// </summary>
public sealed record Policy
{
    /// <summary>温政发〔2018〕28号 with the proposed defaults for its open questions.</summary>
    public static Policy Default { get; } = new();

    /// <summary>Name of this version.</summary>
    public string VersionName { get; init; } = "wzf-2018-28.1";

    /// <summary>The notice applies to judgments effective on or after this day (N2.1-a, N6-a).</summary>
    public DateOnly NoticeInForce { get; init; } = new(2018, 12, 14);

    /// <summary>The provincial measure applies to acts on or after this day (N2.1-c).</summary>
    public DateOnly MeasureInForce { get; init; } = new(2013, 2, 1);

    /// <summary>Which date of a judgment is compared with <see cref="NoticeInForce"/> (GAP-04).</summary>
    public JudgmentDateBasis JudgmentDateBasis { get; init; } = JudgmentDateBasis.Effective;

    /// <summary>Appeal period of a judgment, calendar days (行政诉讼法 85).</summary>
    public int JudgmentAppealDays { get; init; } = 15;

    /// <summary>Appeal period of a ruling, calendar days (行政诉讼法 85).</summary>
    public int RulingAppealDays { get; init; } = 10;

    /// <summary>Days from the end of the appeal period to effectiveness (GAP-06).</summary>
    public int EffectiveAfterExpiryDays { get; init; } = 1;

    /// <summary>Most returns for supplement (GAP-07).</summary>
    public int MaxReturns { get; init; } = 2;

    /// <summary>Working days after which feedback counts as received (GAP-09).</summary>
    public int DeemedReceiptWorkingDays { get; init; } = 2;

    /// <summary>From how many plaintiffs on joint review is suggested (GAP-16).</summary>
    public int ManyPlaintiffs { get; init; } = 10;

    /// <summary>Whether a refused non-litigation enforcement counts as a loss (GAP-05).</summary>
    public bool EnforcementRefusedIsLoss { get; init; }

    /// <summary>Limits by clock.</summary>
    public IReadOnlyDictionary<ClockKind, ClockTerms> Clocks { get; init; } = new Dictionary<ClockKind, ClockTerms>
    {
        [ClockKind.Investigation] = new(30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.1-b"),
        [ClockKind.Submit] = new(5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-a"),
        [ClockKind.Review] = new(30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.2-e"),
        [ClockKind.Feedback] = new(5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-h"),
        [ClockKind.Filing] = new(5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-i"),
        [ClockKind.Disposition] = new(30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.3-a"),
        [ClockKind.Resubmit] = new(5, DayUnit.WorkingDays, ClockNature.Configured, "GAP-07"),
        [ClockKind.Redisposition] = new(30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-12"),
        [ClockKind.UnitDecision] = new(30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-03"),
        [ClockKind.TransferFollowup] = new(30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-10"),
        [ClockKind.SuggestionReply] = new(60, DayUnit.CalendarDays, ClockNature.Configured, "GAP-14"),
    };

    /// <summary>Routes by level of the losing agency (N2.5.2-b, N2.5.2-c; GAP-01, GAP-02).</summary>
    public IReadOnlyDictionary<AgencyLevel, ReviewRoute> Routes { get; init; } = new Dictionary<AgencyLevel, ReviewRoute>
    {
        [AgencyLevel.CountyGov] = new(ReviewBody.MuniLegal, "N2.5.2-b"),
        [AgencyLevel.MuniUnit] = new(ReviewBody.MuniLegal, "N2.5.2-b"),
        [AgencyLevel.Township] = new(ReviewBody.CountyLegal, "N2.5.2-c"),
        [AgencyLevel.Subdistrict] = new(ReviewBody.CountyLegal, "N2.5.2-c"),
        [AgencyLevel.CountyUnit] = new(ReviewBody.CountyLegal, "N2.5.2-c"),
        [AgencyLevel.MuniGov] = new(ReviewBody.MuniLegal, "GAP-01") { JointRequired = true, ProvincialCopy = true },
        [AgencyLevel.MuniLegalBody] = new(ReviewBody.JointConferenceMemberOtherThanSelf, "GAP-01"),
        [AgencyLevel.CountyLegalBody] = new(ReviewBody.MuniLegal, "GAP-01"),
        [AgencyLevel.VerticalNational] = new(ReviewBody.SuperiorInLine, "GAP-02") { MuniLegalCopy = true },
        [AgencyLevel.VerticalProvincial] = new(ReviewBody.SuperiorInLine, "GAP-02") { MuniLegalCopy = true },
        [AgencyLevel.MuniDevZone] = new(ReviewBody.MuniLegal, "GAP-02"),
        [AgencyLevel.CountyDevZone] = new(ReviewBody.CountyLegal, "GAP-02"),
    };

    /// <summary>The version a case was begun with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such version is known.</exception>
    public static Policy Version(string name) =>
        name == Default.VersionName ? Default : throw new ArgumentOutOfRangeException(nameof(name), name, "No rules of this version.");

    /// <summary>Length and force of a limit.</summary>
    public ClockTerms Clock(ClockKind kind) => Clocks[kind];
}
