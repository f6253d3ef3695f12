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

    /// <summary>Whose service the appeal period runs from (GAP-06).</summary>
    public LastService LastService { get; init; } = LastService.AllParties;

    /// <summary>Most returns for supplement (GAP-07).</summary>
    public int MaxReturns { get; init; } = 2;

    /// <summary>Working days after which feedback counts as received (GAP-09).</summary>
    public int DeemedReceiptWorkingDays { get; init; } = 2;

    /// <summary>What a return does to the time for reviewing (GAP-07).</summary>
    public ReturnEffect ReturnEffect { get; init; } = ReturnEffect.Pause;

    /// <summary>What the time for reviewing runs from (GAP-08).</summary>
    public ReviewStart ReviewStart { get; init; } = ReviewStart.Receipt;

    /// <summary>Who the superior organ of a department is (GAP-03).</summary>
    public UnitSuperior UnitSuperior { get; init; } = UnitSuperior.Government;

    /// <summary>Whether the time for disposing ends when the own part is decided and the rest transferred (GAP-10).</summary>
    public bool DispositionEndsWithOwnPart { get; init; } = true;

    /// <summary>Whether grounds of both kinds need a written balancing reason (GAP-11).</summary>
    public bool BalancingReasonRequired { get; init; } = true;

    /// <summary>Whether several forms of responsibility may be combined (GAP-11).</summary>
    public bool CumulationAllowed { get; init; } = true;

    /// <summary>What of a retrial suspends a case (GAP-13).</summary>
    public SuspensionBasis SuspensionBasis { get; init; } = SuspensionBasis.StayOrdered;

    /// <summary>Losses of a year from which on an interview is suggested (GAP-15).</summary>
    public int InterviewLosses { get; init; } = 5;

    /// <summary>Loss rate from which on an interview is suggested, per cent (GAP-15).</summary>
    public int InterviewRatePercent { get; init; } = 20;

    /// <summary>Closed cases below which a rate says nothing (GAP-15).</summary>
    public int InterviewMinClosed { get; init; } = 10;

    /// <summary>Consecutive periods in which a threshold is reached before an interview is suggested (GAP-15).</summary>
    public int InterviewPeriods { get; init; } = 1;

    /// <summary>Working days before the end of a half-year from which on the regular meeting is reminded of (N5.2-c).</summary>
    public int ConferenceReminderWorkingDays { get; init; } = 20;

    /// <summary>Signs that suggest joint review (GAP-16).</summary>
    public IReadOnlyList<JointReason> JointSigns { get; init; } = Enum.GetValues<JointReason>();

    /// <summary>Working days a joint review adds to the time for reviewing (GAP-16).</summary>
    public int JointExtensionWorkingDays { get; init; }

    /// <summary>Whether the agency may depart from the review opinion (GAP-17).</summary>
    public DeviationRule Deviation { get; init; } = DeviationRule.Reasoned;

    /// <summary>Who recognises exemption (GAP-18).</summary>
    public Recogniser Recogniser { get; init; } = Recogniser.PersonnelAuthority;

    /// <summary>Statement and defence before a person is pursued (GAP-19).</summary>
    public StatementRule Statement { get; init; } = StatementRule.Advised;

    /// <summary>What the loss rate is a share of (GAP-20).</summary>
    public LossRateBase LossRateBase { get; init; } = LossRateBase.AllClosed;

    /// <summary>Whether a question of the city about a filing holds up closing (GAP-21).</summary>
    public bool QuestionHoldsClosing { get; init; }

    /// <summary>Ranges in which criticism may be circulated (通报范围, GAP-22); any where none is listed.</summary>
    public IReadOnlyList<string> CriticismRanges { get; init; } = [];

    /// <summary>Names of the legal body with their first days (政府法制机构名称, GAP-23).</summary>
    public IReadOnlyList<LegalBodyName> LegalBodyNames { get; init; } =
        [new(new(2018, 12, 14), "政府法制办公室"), new(new(2019, 4, 1), "司法局")];

    /// <summary>Years a case file is kept (GAP-24).</summary>
    public int RetentionYears { get; init; } = 30;

    /// <summary>Whether decisions against units are kept for ever (GAP-24).</summary>
    public bool UnitDecisionsPermanent { get; init; } = true;

    /// <summary>How a series of like cases is counted (GAP-25).</summary>
    public SeriesCounting SeriesCounting { get; init; } = SeriesCounting.PerCase;

    /// <summary>Whether a case lost at both instances is one case, driven by the effective document (GAP-26).</summary>
    public bool InstancesInOneCase { get; init; } = true;

    /// <summary>Working days after registration after which the start of an investigation is asked about (N2.5.1-a).</summary>
    public int StartReminderWorkingDays { get; init; } = 3;

    /// <summary>Working days before a due day on which it is reminded of first (提醒, 2.4).</summary>
    public int FirstReminderWorkingDays { get; init; } = 5;

    /// <summary>Working days before a due day on which it is reminded of once more; on the day itself it always is (2.4).</summary>
    public int SecondReminderWorkingDays { get; init; } = 2;

    /// <summary>Working days after a due day, again and again, on which it is reminded of until the duty is done (催办, 2.4).</summary>
    public int ReminderEveryWorkingDays { get; init; } = 3;

    /// <summary>Working days past a due day from which the head of the body is told too (催办, 7.4).</summary>
    public int HeadToldWorkingDays { get; init; } = 3;

    /// <summary>Working days past a due day from which the legal body is told too (督办, 7.4).</summary>
    public int LegalBodyToldWorkingDays { get; init; } = 6;

    /// <summary>Working days past a due day from which the conference's secretariat is told too (督办, 7.4).</summary>
    public int SecretariatToldWorkingDays { get; init; } = 9;

    /// <summary>From how many plaintiffs on joint review is suggested (GAP-16).</summary>
    public int ManyPlaintiffs { get; init; } = 10;

    /// <summary>Whether a refused non-litigation enforcement counts as a loss (GAP-05).</summary>
    public bool EnforcementRefusedIsLoss { get; init; }

    /// <summary>Whether an act held unlawful for a minor flaw of procedure counts as a loss (GAP-05).</summary>
    public bool MinorFlawIsLoss { get; init; } = true;

    /// <summary>Whether an act held unlawful and left standing in the public interest counts as a loss (GAP-05).</summary>
    public bool SituationJudgmentIsLoss { get; init; } = true;

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

    /// <summary>Length and force of a limit.</summary>
    public ClockTerms Clock(ClockKind kind) => Clocks[kind];
}

/// <summary>A name of the legal body (政府法制机构) and its first day.</summary>
public sealed record LegalBodyName(DateOnly From, string Name);
