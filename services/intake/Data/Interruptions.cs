using LostCases.Rules;

namespace LostCases.Intake.Data;

/// <summary>A suspension of a case (中止).</summary>
public sealed class Suspension
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Ground.</summary>
    public required SuspensionGround Ground { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }

    /// <summary>From when; this day counts as used.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Day of resumption; counts as not used.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>A retrial judgment linked to a case (再审裁判).</summary>
public sealed class RetrialJudgment
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Case number, normalised, where it is known.</summary>
    public string? CaseNo { get; init; }

    /// <summary>Result for the losing agency.</summary>
    public required LossResult Result { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>The end of a case before or after its time (终止).</summary>
public sealed class Termination
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Ground.</summary>
    public required TerminationGround Ground { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }

    /// <summary>The document that says so.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>Who confirmed it where two people are needed.</summary>
    public Guid? ConfirmedBy { get; set; }

    /// <summary>When the case ended; null while a second person is awaited.</summary>
    public DateOnly? EndedOn { get; set; }
}

/// <summary>A judicial suggestion about a case (司法建议).</summary>
public sealed class JudicialSuggestion
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the suggestion, as written.</summary>
    public required string DocumentNo { get; init; }

    /// <summary>Kind.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>To whom it is addressed, in words.</summary>
    public required List<string> Addressees { get; init; }

    /// <summary>To whom copies went, in words.</summary>
    public required List<string> Copies { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>When it arrived; the reply clock runs from here (GAP-14).</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>When it was replied to.</summary>
    public DateOnly? RepliedOn { get; set; }

    /// <summary>The reply in short.</summary>
    public string? Reply { get; set; }
}

/// <summary>Kind of judicial suggestion (司法建议种类).</summary>
public enum SuggestionKind
{
    /// <summary>重大过错（N2.5.4-b）.</summary>
    GrossFault,

    /// <summary>行政诉讼法66.</summary>
    Apl66,

    /// <summary>行政诉讼法96.</summary>
    Apl96,

    /// <summary>综合治理类.</summary>
    Comprehensive,
}

/// <summary>A court's copy of a judgment (文书抄送), matched to cases by number.</summary>
public sealed class CourtCopy
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The court that sent it.</summary>
    public required Guid CourtId { get; init; }

    /// <summary>Legal body it was sent to.</summary>
    public required Guid AddresseeId { get; init; }

    /// <summary>Case number, normalised.</summary>
    public required string CaseNo { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateOnly ReceivedOn { get; init; }
}
