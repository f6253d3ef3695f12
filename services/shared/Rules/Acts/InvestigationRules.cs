namespace LostCases.Rules;

/// <summary>A person examined, with what was found.</summary>
/// <param name="BelongsTo">Organisation the person belonged to at the time of the act.</param>
/// <param name="Finding">What was found; null where nothing was concluded.</param>
public sealed record ExaminedPerson(Guid BelongsTo, FindingFacts? Finding);

/// <summary>What a completed investigation must contain (调查完成, T05).</summary>
public sealed record InvestigationFacts
{
    /// <summary>Cause codes (败诉原因).</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>Persons examined.</summary>
    public required IReadOnlyList<ExaminedPerson> Persons { get; init; }

    /// <summary>Why nobody was examined (N2.2-a).</summary>
    public string? NoPersonReason { get; init; }

    /// <summary>Whether responsibility of the unit is proposed; must be answered.</summary>
    public bool? UnitProposed { get; init; }

    /// <summary>Implementing body where it differs from the losing agency.</summary>
    public Guid? ImplementingBody { get; init; }

    /// <summary>Whether the nominal body is at fault too; must be answered where the two differ (N2.2-c).</summary>
    public bool? NominalAtFault { get; init; }

    /// <summary>Date of the administrative act.</summary>
    public required DateOnly ActDate { get; init; }
}

/// <summary>Investigation and submission, N2.5.1, N2.5.2-a, annex notes.</summary>
public static class InvestigationRules
{
    private static readonly string[] Attachments = ["REPORT", "JUDGMENT"];

    /// <summary>Date the time for investigating runs from: the judgment has taken effect and the agency has it (N2.5.1-b).</summary>
    public static DateOnly From(DateOnly effectiveOn, DateOnly servedOn) => effectiveOn > servedOn ? effectiveOn : servedOn;

    /// <summary>The day on which the start of an investigation is asked about where nobody has recorded it (及时启动, N2.5.1-a).</summary>
    public static DateOnly AskAboutStartOn(DateOnly inScopeOn, WorkingCalendar calendar, Policy policy) =>
        calendar.AddWorkingDays(inScopeOn, policy.StartReminderWorkingDays);

    /// <summary>T05: causes, a conclusion on every person, and the questions about the units answered.</summary>
    public static Decision Complete(InvestigationFacts facts, Policy? policy = null) => facts switch
    {
        { Causes.Count: 0 } => new Refused("CAUSE_ANALYSIS_MISSING", "N2.5.1-c"),
        _ when facts.Causes.FirstOrDefault(c => Causes.Name(c) is null) is { } unknown => new Refused("CAUSE_UNKNOWN", "N2.5.1-c", unknown),
        { Persons.Count: 0 } when string.IsNullOrWhiteSpace(facts.NoPersonReason) => new Refused("PERSON_MISSING", "N2.2-a"),
        _ when facts.Persons.Any(p => p.Finding is null) => new Refused("FINDING_MISSING", "N2.5.1-c"),
        _ => facts.Persons.Select(p => FindingRules.Judge(p.Finding!, facts.ActDate, policy)).OfType<Refused>().FirstOrDefault()
            ?? UnitsUnanswered(facts) ?? (Decision)new Accepted("N2.5.1-c", "N2.5.1-d"),
    };

    /// <summary>T06: the annex form's stamps (NA-f3, NA-n4) and its two attachments (NA-n1).</summary>
    public static Decision Submit(IReadOnlyList<Guid> stampsNeeded, IReadOnlyList<Guid> stamps, IReadOnlyList<string> attachmentKinds)
    {
        if (stampsNeeded.Except(stamps).Cast<Guid?>().FirstOrDefault() is { } missing)
        {
            return new Refused("STAMP_MISSING", stampsNeeded.Count > 1 ? "NA-n4" : "NA-f3", missing.ToString());
        }

        var lacking = Attachments.Except(attachmentKinds).FirstOrDefault();
        return lacking is null ? new Accepted("N2.5.2-a", "NA-n1") : new Refused("ATTACHMENT_MISSING", "NA-n1", lacking);
    }

    /// <summary>T09: every defect of the return is answered, in the order of the list, and nothing else.</summary>
    public static Decision Resubmit(int defects, IReadOnlyList<string> answers) =>
        answers.Take(defects).Count(a => !string.IsNullOrWhiteSpace(a)) < defects ? new Refused("DEFECT_UNANSWERED", "GAP-07")
        : answers.Count > defects ? new Refused("DEFECT_UNKNOWN", "GAP-07")
        : new Accepted("GAP-07");

    private static Refused? UnitsUnanswered(InvestigationFacts facts) => facts switch
    {
        { UnitProposed: null } => new Refused("UNIT_PROPOSAL_MISSING", "N2.5.1-h"),
        { ImplementingBody: { } body } => BodiesUnanswered(facts, body),
        _ => null,
    };

    /// <summary>The implementing body's persons are listed unless there is a reason why nobody is; the nominal body's where it is at fault.</summary>
    private static Refused? BodiesUnanswered(InvestigationFacts facts, Guid implementing) => facts switch
    {
        { Persons.Count: > 0 } when facts.Persons.All(p => p.BelongsTo != implementing) => new Refused("IMPLEMENTING_PERSON_MISSING", "N2.2-b"),
        { NominalAtFault: null } => new Refused("NOMINAL_FAULT_UNANSWERED", "N2.2-c"),
        { NominalAtFault: true } when facts.Persons.All(p => p.BelongsTo == implementing) => new Refused("NOMINAL_PERSON_MISSING", "N2.2-c"),
        _ => null,
    };
}
