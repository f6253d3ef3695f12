using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Decides anew after a correction (重新处理, T21): a new version beside the old ones. Where another organ's result is still
/// awaited, the case goes on waiting for it (TRANSFERRED) instead of counting as disposed of (N2.5.3-b).
/// </summary>
public sealed record RecordRedisposition : ActRequest
{
    /// <summary>Number of the new decision document.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>Decision on each finding within the agency's authority; what stays as it was is justified.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<FindingDecision> Decisions { get; init; }

    /// <summary>Answer to the correction, point by point.</summary>
    [StringLength(8000)]
    public required string Answer { get; init; }

    internal static async Task<IResult> HandleAsync(RecordRedisposition request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var before = await db.Dispositions.Where(d => d.CaseId == caseId).OrderBy(d => d.Version).LastOrDefaultAsync(ct);
        var correction = await db.Corrections.Where(c => c.CaseId == caseId && c.AnsweredOn == null).OrderBy(c => c.Number).FirstOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            correction?.ReceivedOn is null ? new Refused("CORRECTION_NOT_RECEIVED", "N5.2-e") : new Accepted("N5.2-e"),
            CorrectionRules.Redispose(hand.Findings, before?.Decisions ?? [], request.Decisions, request.Answer, act.Case.Policy),
            DateRules.NotBefore("on", act.On, correction?.ReceivedOn)) is { } refusal)
        {
            return refusal;
        }

        var version = (before?.Version ?? 0) + 1;
        db.Dispositions.Add(new DispositionRecord
        {
            CaseId = caseId,
            Version = version,
            DocumentNo = request.DocumentNo,
            On = act.On,
            Decisions = [.. request.Decisions],
            DecidedBy = act.Actor.Id,
        });
        (correction!.Answer, correction.AnsweredOn, correction.NewVersion) = (request.Answer, act.On, version);
        hand.TellExemptions(act, request.Decisions);
        var decided = hand.Decided(request.Decisions, act.Case.Card);
        act.Case.Stop(ClockKind.Redisposition, act.On, OrderCorrection.Subject(correction.Number));
        act.Case.Dispose(version, decided).Set(Fact.Redispositions, correction.Number).Answer("Redispose");
        if (hand.Pending > 0)
        {
            act.Case.Answer("Dispose", "PendingTransfer", (Fact.TransfersPending, $"{hand.Pending}"));
            return await act.DoneAsync(header => new OwnPartDisposed { Case = header }, ct);
        }

        act.Case.Answer("Dispose", "Done", (Fact.TransfersPending, "0")).Answer("AwaitTransferResults", "Done", (Fact.TransfersPending, "0"));
        return await act.DoneAsync(header => new Disposed { Case = header, Version = version, Findings = decided }, ct);
    }
}
