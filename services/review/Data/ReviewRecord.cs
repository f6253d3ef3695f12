using LostCases.Review.Cases;
using LostCases.Rules;

namespace LostCases.Review.Data;

/// <summary>The review of a case (审核): acceptance, opinion, feedback and filing as they were done.</summary>
public sealed class ReviewRecord
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>When the report arrived; the review clock runs from here (N2.5.2-e).</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>People who wrote the report; they may not review it.</summary>
    public List<Guid> AuthorIds { get; init; } = [];

    /// <summary>Reviewer.</summary>
    public Guid? ReviewerId { get; set; }

    /// <summary>When it was accepted.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>Opinion (审核意见).</summary>
    public Opinion? Opinion { get; set; }

    /// <summary>Reasons.</summary>
    public string? Reasons { get; set; }

    /// <summary>Opinion on single findings.</summary>
    public List<FindingOpinion> PerFinding { get; set; } = [];

    /// <summary>When it was completed and sealed.</summary>
    public DateOnly? ReviewedOn { get; set; }

    /// <summary>Who sealed it.</summary>
    public Guid? SealedBy { get; set; }

    /// <summary>When feedback was sent.</summary>
    public DateOnly? FeedbackSentOn { get; set; }

    /// <summary>The opinion document (审核意见书).</summary>
    public Guid? OpinionDocumentId { get; set; }

    /// <summary>When it was filed with the city (备案).</summary>
    public DateOnly? FiledOn { get; set; }

    /// <summary>Number of the filing.</summary>
    public string? FilingNo { get; set; }
}

/// <summary>A vote on an approval step.</summary>
public sealed class CastVote
{
    /// <summary>The step request voted on.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Participant as the step names it; one vote each.</summary>
    public required string Participant { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Vote.</summary>
    public required Vote Vote { get; init; }

    /// <summary>Opinion in words; dissent is kept.</summary>
    public string? Text { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who voted.</summary>
    public required Guid ActorId { get; init; }
}
