using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>Signs for the feedback (签收审核意见, T14); the disposition clock starts.</summary>
public sealed record ReceiveFeedback : ActRequest
{
    internal static async Task<IResult> HandleAsync(ReceiveFeedback request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var sentOn = act.Case.Card.Slices.SelectMany(s => s.Slice.Clocks).FirstOrDefault(c => c.Kind == Code.Of(ClockKind.Feedback))?.StoppedOn;
        if (await act.RefuseAsync(ct, DateRules.NotBefore("on", act.On, sentOn)) is { } refusal)
        {
            return refusal;
        }

        db.Receipts.Add(new FeedbackReceipt { CaseId = caseId, On = act.On, SignedBy = act.Actor.Id });
        act.Case.Set(Fact.FeedbackReceived, true).Answer("ReceiveFeedback");
        act.Case.Start(ClockKind.Disposition, act.On);
        return await act.DoneAsync(header => new FeedbackReceived { Case = header, Mode = "SIGNED" }, ct);
    }
}
