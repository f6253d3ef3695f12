using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Takes the report up for review (接收, T07); the reviewer must not be conflicted (回避).</summary>
public sealed record AcceptReport : ActRequest
{
    internal static async Task<IResult> HandleAsync(AcceptReport request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        if (await act.RefuseAsync(
            ct, Judge(act, review), DateRules.NotBefore("on", act.On, review?.ReceivedOn)) is { } refusal)
        {
            return refusal;
        }

        review!.ReviewerId = act.Actor.Id;
        review.AcceptedOn = act.On;
        StartClock(act.Case, review);
        act.Case.Set(Fact.Accepted, true);
        return await act.DoneAsync(header => new ReportAccepted { Case = header, ReviewerId = act.Actor.Id }, ct);
    }

    /// <summary>Starts the review clock where acceptance does (GAP-08); one that runs is left as it is.</summary>
    internal static void StartClock(CaseSession session, ReviewRecord review)
    {
        if (ReviewRules.From(review.ReceivedOn, review.AcceptedOn, session.Policy) is { } from)
        {
            session.Start(ClockKind.Review, from);
        }
    }

    /// <summary>Whether the person may review: nobody who wrote the report, handled the lawsuit or belongs to the losing agency.</summary>
    internal static Decision Judge(CaseAct act, ReviewRecord? review)
    {
        var card = act.Case.Card;
        return ReviewRules.Accept(
            card.Restricted.Contains(act.Actor.Id) || review?.AuthorIds.Contains(act.Actor.Id) == true,
            card.Has(act.Actor.OrganisationId!.Value, Relations.LosingAgency) || card.Has(act.Actor.OrganisationId.Value, Relations.ImplementingBody));
    }
}
