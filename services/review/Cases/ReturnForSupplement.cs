using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Returns the report for supplement (退回补充, T08): the review clock pauses until it is back (GAP-07).</summary>
public sealed record ReturnForSupplement : ActRequest
{
    /// <summary>What is to be supplied, one by one; each must be answered.</summary>
    [MaxLength(50)]
    [EachLength(2000)]
    public required IReadOnlyList<string> Defects { get; init; }

    internal static async Task<IResult> HandleAsync(ReturnForSupplement request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var returns = act.Case.Card.Facts().Count(Fact.Returns);
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        if (await act.RefuseAsync(
            ct,
            AcceptReport.Judge(act, review),
            ReviewRules.Return(request.Defects, returns, act.Case.Policy),
            DateRules.NotBefore("on", act.On, review?.AcceptedOn ?? review?.ReceivedOn)) is { } refusal)
        {
            return refusal;
        }

        // Returned before it was accepted: whoever returns it has taken it up (T07).
        review!.ReviewerId ??= act.Actor.Id;
        review.AcceptedOn ??= act.On;
        AcceptReport.StartClock(act.Case, review);
        var number = returns + 1;
        db.Returns.Add(new ReportReturn { CaseId = caseId, Number = number, On = act.On, Defects = [.. request.Defects], ReturnedBy = act.Actor.Id });
        act.Case.Pause(ClockKind.Review, PausedFrom(act.Case, act.On), to: null, Cause(number));
        act.Case.Set(Fact.Accepted, true).Set(Fact.Returns, number).Answer("Review", "Returned", (Fact.Returns, $"{number}"));
        return await act.DoneAsync(header => new ReportReturned { Case = header, Number = number, Defects = request.Defects.Count }, ct);
    }

    /// <summary>First day of the pause: that of the return, or all of the time so far (GAP-07).</summary>
    internal static DateOnly PausedFrom(CaseSession session, DateOnly returnedOn) =>
        session.Deadlines.FirstOrDefault(d => d.Kind == Code.Of(ClockKind.Review)) is { } clock
            ? ReviewRules.PausedFrom(clock.StartOn, returnedOn, session.Policy)
            : returnedOn;

    /// <summary>Cause of the pause a return makes.</summary>
    internal static string Cause(int number) => $"RETURN:{number}";
}
