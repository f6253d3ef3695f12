using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Checks whether every transferred finding has its result, and completes the disposition if so (T18b). The last result does the
/// same by itself; asking again changes nothing.
/// </summary>
public sealed record AllTransferResultsIn : ActRequest
{
    internal static async Task<IResult> HandleAsync(AllTransferResultsIn request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        if (act.Case.Card.Facts().Count(Fact.DispositionVersion) > 0 && act.Case.Card.State() != CaseState.Transferred)
        {
            return act.Done();
        }

        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        return await act.RefuseAsync(ct, DispositionRules.AllResultsIn(hand.Findings))
            ?? await CompleteAsync(act, db, ct)
            ?? act.Done();
    }

    /// <summary>The newest version, of the agency's decisions and the others' results; null where something is still missing.</summary>
    internal static async Task<IResult?> CompleteAsync(CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var hand = await FindingsInHand.LoadAsync(card, db, ct);
        if (card.State() != CaseState.Transferred || DispositionRules.AllResultsIn(hand.Findings) is Refused)
        {
            return null;
        }

        var own = await db.Dispositions.Where(d => d.CaseId == card.CaseId).OrderByDescending(d => d.Version).FirstAsync(ct);
        var decided = hand.Decided(own.Decisions, card);
        act.Case.Stop(ClockKind.Disposition, act.On); // where the own part has not ended it (GAP-10)
        act.Case.Dispose(own.Version, decided).Answer("AwaitTransferResults", "Done", (Fact.TransfersPending, "0"));
        return await act.DoneAsync(header => new Disposed { Case = header, Version = own.Version, Findings = decided }, ct);
    }
}
