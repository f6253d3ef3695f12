using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Sends the opinion to the losing agency (反馈, T13).</summary>
public sealed record SendFeedback : ActRequest
{
    /// <summary>The opinion document (审核意见书), uploaded here before.</summary>
    public Guid? OpinionDocumentId { get; init; }

    internal static async Task<IResult> HandleAsync(SendFeedback request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var attached = await db.Documents.AnyAsync(d => d.CaseId == caseId && d.Id == request.OpinionDocumentId && d.Kind == "OPINION", ct);
        if (await act.RefuseAsync(
            ct, ReviewRules.SendFeedback(attached), DateRules.NotBefore("on", act.On, review?.ReviewedOn)) is { } refusal)
        {
            return refusal;
        }

        review!.FeedbackSentOn = act.On;
        review.OpinionDocumentId = request.OpinionDocumentId;
        act.Case.Set(Fact.FeedbackSent, true).Answer("SendFeedback");
        act.Case.Stop(ClockKind.Feedback, act.On);
        return await act.DoneAsync(header => new FeedbackSent { Case = header, OpinionDocumentId = request.OpinionDocumentId!.Value }, ct);
    }
}
