namespace LostCases.Portal.Api;

/// <summary>A document an owner keeps.</summary>
public sealed record CaseFile(Guid Id, string Kind, string Name, string Sha256, long Length, DateTimeOffset StoredAt, string MediaType = "");

/// <summary>What intake keeps of a case.</summary>
public sealed record IntakeView
{
    public Guid CourtId { get; init; }

    public Guid AgencyId { get; init; }

    public Guid? ImplementingBodyId { get; init; }

    public IReadOnlyList<RetrialMade> Retrials { get; init; } = [];

    public long Version { get; init; }

    public required string CaseNo { get; init; }

    public required string DocType { get; init; }

    public required string Instance { get; init; }

    public required DateOnly MadeOn { get; init; }

    public required string Result { get; init; }

    public required string ActName { get; init; }

    public required DateOnly ActDate { get; init; }

    public required DateOnly ServedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public IReadOnlyList<ScopeDecision> ScopeDecisions { get; init; } = [];

    public PastHandling? Past { get; init; }

    public IReadOnlyList<CaseFile> Documents { get; init; } = [];
}

/// <summary>How a past case was handled before it came here.</summary>
public sealed record PastHandling(DateOnly? ClosedOn, string? Outcome);

/// <summary>A judgment in retrial; its number where it is known.</summary>
public sealed record RetrialMade(string? CaseNo);

/// <summary>A decision on scope.</summary>
public sealed record ScopeDecision(string Decision, string? Reason, string? Text, DateOnly On);

/// <summary>What the investigation found.</summary>
public sealed record InvestigationView
{
    public long Version { get; init; }

    public IReadOnlyList<Cause> Causes { get; init; } = [];

    public string? Narrative { get; init; }

    public string? HandlingOpinion { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public IReadOnlyList<Examined> Persons { get; init; } = [];

    public IReadOnlyList<Submission> Submissions { get; init; } = [];

    public IReadOnlyList<AnsweredReturn> Returns { get; init; } = [];

    public bool? UnitProposed { get; init; }

    public IReadOnlyList<UnitInquiry> UnitInquiries { get; init; } = [];

    public IReadOnlyList<CaseFile> Documents { get; init; } = [];
}

/// <summary>A cause of the loss.</summary>
public sealed record Cause(string Code, bool Main, string? Text = null);

/// <summary>The agency's answers to a return, in the order of its defects.</summary>
public sealed record AnsweredReturn(int Number, DateOnly On, IReadOnlyList<string> Answers, DateOnly? ResubmittedOn);

/// <summary>A person examined and what was found; the clauses say where the finding's grounds stand in the notice.</summary>
public sealed record Examined(
    Guid Id, Guid FindingId, string Name, string Role, Guid BelongsTo, string Authority, string? PostAtAct, Finding Finding, IReadOnlyList<string> Clauses);

/// <summary>A finding.</summary>
public sealed record Finding
{
    public required string Conclusion { get; init; }

    public IReadOnlyList<string> MustGrounds { get; init; } = [];

    public IReadOnlyList<string> NotPursueGrounds { get; init; } = [];

    public string? Exemption { get; init; }

    public IReadOnlyList<string> ProposedSanctions { get; init; } = [];

    public string? OtherSanction { get; init; }

    public string? FaultDegree { get; init; }

    public string? Reason { get; init; }

    public string? BalancingReason { get; init; }

    public string? ConsequenceText { get; init; }

    public string? LegalSource { get; init; }

    public string? ChecksMade { get; init; }

    public string? EducationRecord { get; init; }

    public string? ExemptionBasis { get; init; }

    public string? CorrectiveMeasures { get; init; }

    /// <summary>The three factors of the sanction (N2.4-a).</summary>
    public FactorsWeighed? Factors { get; init; }

    /// <summary>The six factors of an exemption (N4.1-b).</summary>
    public ExemptionAssessed? Assessment { get; init; }
}

/// <summary>A factor as it was weighed, from 1 to 5.</summary>
public sealed record FactorWeighed(int Scale, string Text);

/// <summary>Consequence, nature and degree of fault.</summary>
public sealed record FactorsWeighed(FactorWeighed Consequence, FactorWeighed Nature, FactorWeighed Fault);

/// <summary>Motive, conditions, procedure, degree, consequence and recovery.</summary>
public sealed record ExemptionAssessed(string Motive, string Conditions, string Procedure, string Degree, string Consequence, string Recovery);

/// <summary>A submission of the report.</summary>
public sealed record Submission(int Round, DateOnly On, IReadOnlyList<Guid> Stamps, IReadOnlyList<Guid> Attachments);

/// <summary>An inquiry into a unit.</summary>
public sealed record UnitInquiry(
    Guid Id, string SuperiorName, string Reason, DateOnly ReferredOn, bool? Serious, IReadOnlyList<string> Sanctions, string? DecisionReason, string? DocumentNo,
    DateOnly? DecidedOn);

/// <summary>What the review keeps of a case.</summary>
public sealed record ReviewView
{
    public long Version { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    public string? Opinion { get; init; }

    public string? Reasons { get; init; }

    /// <summary>Opinion on each finding, once the review is completed.</summary>
    public IReadOnlyList<FindingJudged> PerFinding { get; init; } = [];

    /// <summary>Votes on approvals the chain has inserted (会签).</summary>
    public IReadOnlyList<VoteCast> Votes { get; init; } = [];

    public DateOnly? ReviewedOn { get; init; }

    public DateOnly? FeedbackSentOn { get; init; }

    public DateOnly? FiledOn { get; init; }

    public string? FilingNo { get; init; }

    public IReadOnlyList<ReturnMade> Returns { get; init; } = [];

    public IReadOnlyList<JointReviewHeld> JointReviews { get; init; } = [];

    /// <summary>Why joint review is advisable; none once one was held or the review is complete.</summary>
    public IReadOnlyList<string> JointSuggested { get; init; } = [];

    public IReadOnlyList<CaseFile> Documents { get; init; } = [];
}

/// <summary>The review's opinion on one finding.</summary>
public sealed record FindingJudged(Guid FindingId, bool Agrees, string? Text);

/// <summary>A vote; the participant is <c>RELATION:ROLE</c> or <c>organisation id:ROLE</c>.</summary>
public sealed record VoteCast(Guid RequestId, string Participant, string Vote, string? Text, DateOnly On);

/// <summary>A return for supplement.</summary>
public sealed record ReturnMade(int Number, DateOnly On, IReadOnlyList<string> Defects, DateOnly? ResubmittedOn);

/// <summary>A joint review; the quorum is what the open step asks of each kind of unit.</summary>
public sealed record JointReviewHeld(
    int Number, IReadOnlyList<string> Marks, string Reason, DateOnly StartedOn, DateOnly? ConcludedOn, string? Conclusion, int? Quorum, IReadOnlyList<JointMember> Members,
    int ExtendedByWorkingDays = 0);

/// <summary>A member's part in a joint review.</summary>
public sealed record JointMember(Guid OrganisationId, string Group, string? Opinion, string? Text, DateOnly? On);

/// <summary>What the disposition keeps of a case.</summary>
public sealed record DispositionView
{
    public DateOnly? FeedbackReceivedOn { get; init; }

    public IReadOnlyList<DispositionMade> Dispositions { get; init; } = [];

    public IReadOnlyList<TransferMade> Transfers { get; init; } = [];

    public IReadOnlyList<CorrectionMade> Corrections { get; init; } = [];

    public IReadOnlyList<ExemptPerson> Exempt { get; init; } = [];

    public IReadOnlyList<CaseFile> Documents { get; init; } = [];
}

/// <summary>A version of the disposition.</summary>
public sealed record DispositionMade(int Version, string DocumentNo, DateOnly On, IReadOnlyList<Decided> Decisions);

/// <summary>A decision on one finding.</summary>
public sealed record Decided
{
    public required Guid FindingId { get; init; }

    public required string Result { get; init; }

    public IReadOnlyList<string> Sanctions { get; init; } = [];

    public string? DeviationReason { get; init; }
}

/// <summary>A transfer to the competent organ.</summary>
public sealed record TransferMade(Guid FindingId, string OrganName, DateOnly SentOn, DateOnly? ResultOn, string? Result, IReadOnlyList<string> Sanctions, int Number = 1,
    DateOnly? AcknowledgedOn = null, DateOnly? ReturnedOn = null, string? ReturnReason = null);

/// <summary>A person exempted, whether that is recognised, and what was said of it, the newest last.</summary>
public sealed record ExemptPerson(Guid FindingId, string Standing, IReadOnlyList<ExemptionSaid> Said);

/// <summary>What the competent organ said of an exemption.</summary>
public sealed record ExemptionSaid(
    int Number, string OrganName, string PersonName, string Circumstance, bool Recognised, string? Reason, string DocumentNo, DateOnly On, DateOnly? CancelledOn,
    string? CancelReason, IReadOnlyList<DeductionMade> Deductions);

/// <summary>A deduction in the work assessment of somebody exempted.</summary>
public sealed record DeductionMade(DateOnly On, decimal Points, string Reason);

/// <summary>A correction the joint conference ordered.</summary>
public sealed record CorrectionMade(Guid Id, int Number, string Reasons, string RequiredAction, DateOnly IssuedOn, DateOnly? ReceivedOn, string? Answer, DateOnly? AnsweredOn);
