using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Opinion on one finding.</summary>
/// <param name="FindingId">The finding.</param>
/// <param name="Agrees">Whether the reviewing body agrees.</param>
/// <param name="Text">Why, or what should be decided.</param>
public sealed record FindingOpinion(Guid FindingId, bool Agrees, [StringLength(2000)] string? Text);

/// <summary>Completes and seals the review (审核完成, T12).</summary>
public sealed record CompleteReview : ActRequest
{
    /// <summary>Opinion.</summary>
    public required Opinion Opinion { get; init; }

    /// <summary>Reasons.</summary>
    [StringLength(8000)]
    public required string Reasons { get; init; }

    /// <summary>Opinion on single findings.</summary>
    [MaxLength(100)]
    public IReadOnlyList<FindingOpinion> PerFinding { get; init; } = [];

    internal static async Task<IResult> HandleAsync(CompleteReview request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var facts = act.Case.Card.Facts();
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var stranger = request.PerFinding.FirstOrDefault(p => act.Case.Card.Findings.All(f => f.FindingId != p.FindingId));
        if (await act.RefuseAsync(
            ct,
            AcceptReport.Judge(act, review),
            ReviewRules.Complete(facts, request.Reasons),
            stranger is null ? new Accepted() : new Refused("FINDING_UNKNOWN", "N2.5.2-e", stranger.FindingId.ToString()),
            request.PerFinding.DistinctBy(p => p.FindingId).Count() == request.PerFinding.Count ? new Accepted() : new Refused("DECISION_DUPLICATED", "N2.5.2-e"),
            DateRules.NotBefore("on", act.On, review?.AcceptedOn)) is { } refusal)
        {
            return refusal;
        }

        review!.Opinion = request.Opinion;
        review.Reasons = request.Reasons;
        review.PerFinding = [.. request.PerFinding];
        review.ReviewedOn = act.On;
        review.SealedBy = act.Actor.Id;
        var opinion = Code.Of(request.Opinion);
        act.Case.Judged([.. act.Case.Card.Findings.Select(f => new FindingVerdict(
            f.FindingId, request.PerFinding.FirstOrDefault(p => p.FindingId == f.FindingId)?.Agrees ?? request.Opinion != Opinion.Disagree))]);
        act.Case.Set(Fact.Reviewed, true).Set(Fact.Opinion, opinion).Answer("Review", "Completed", (Fact.Opinion, opinion));
        act.Case.Stop(ClockKind.Review, act.On);
        act.Case.Start(ClockKind.Feedback, act.On);
        if (facts.Is(Fact.County))
        {
            act.Case.Start(ClockKind.Filing, act.On);
        }

        return await act.DoneAsync(header => new ReviewCompleted { Case = header, Opinion = opinion }, ct);
    }
}
