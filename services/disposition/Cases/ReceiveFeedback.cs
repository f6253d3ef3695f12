using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Signs for the feedback (签收审核意见, T14); the disposition clock starts. Signing later than the day on which the feedback counts as
/// received moves nothing (GAP-09).
/// </summary>
public sealed record ReceiveFeedback : ActRequest
{
    internal static async Task<IResult> HandleAsync(ReceiveFeedback request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        if (await act.RefuseAsync(ct, DateRules.NotBefore("on", act.On, DeemedReceipt.SentOn(act.Case.Card))) is { } refusal)
        {
            return refusal;
        }

        var deemed = await DeemedReceipt.DayAsync(act.Case.Card, db, ct);
        if (deemed is { } day && ReviewRules.ReceivedOn(act.On, day) < act.On)
        {
            await DeemedReceipt.RecordAsync(act.Case, day, act.Actor, db, ct);
            return act.Done();
        }

        db.Receipts.Add(new FeedbackReceipt { CaseId = caseId, On = act.On, SignedBy = act.Actor.Id });
        act.Case.Set(Fact.FeedbackReceived, true).Answer("ReceiveFeedback");
        act.Case.Start(ClockKind.Disposition, act.On);
        return await act.DoneAsync(header => new FeedbackReceived { Case = header, Mode = "SIGNED" }, ct);
    }
}
