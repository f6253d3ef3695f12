using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Records what was decided on every finding (作出处理, T18).</summary>
public sealed record RecordDisposition : ActRequest
{
    /// <summary>Number of the decision document (处理文号).</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>Decision on each finding within the agency's authority.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<FindingDecision> Decisions { get; init; }

    /// <summary>T18: everything is decided.</summary>
    internal static async Task<IResult> HandleAsync(RecordDisposition request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        if (await act.RefuseAsync(
            ct,
            DispositionRules.Record(hand.Findings, request.Decisions, act.Case.Policy),
            DateRules.NotBefore("on", act.On, await ReceivedAsync(caseId, db, ct))) is { } refusal)
        {
            return refusal;
        }

        db.Dispositions.Add(request.First(caseId, act));
        hand.TellExemptions(act, request.Decisions);
        var decided = hand.Decided(request.Decisions, act.Case.Card);
        act.Case.Stop(ClockKind.Disposition, act.On);
        act.Case.Dispose(1, decided).Answer("Dispose", "Done", (Fact.TransfersPending, "0"));
        return await act.DoneAsync(header => new Disposed { Case = header, Version = 1, Findings = decided }, ct);
    }

    /// <summary>T16: the agency's own part is decided, transfers still wait.</summary>
    internal static async Task<IResult> HandleOwnPartAsync(RecordDisposition request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        if (await act.RefuseAsync(
            ct,
            DispositionRules.RecordOwnPart(hand.Findings, request.Decisions, act.Case.Policy),
            DateRules.NotBefore("on", act.On, await ReceivedAsync(caseId, db, ct))) is { } refusal)
        {
            return refusal;
        }

        db.Dispositions.Add(request.First(caseId, act));
        hand.TellExemptions(act, request.Decisions);
        if (DispositionRules.EndsWithOwnPart(act.Case.Policy))
        {
            act.Case.Stop(ClockKind.Disposition, act.On);
        }

        act.Case.Decided(hand.Decided(request.Decisions, act.Case.Card))
            .Set(Fact.OwnPartDone, true)
            .Answer("Dispose", "PendingTransfer", (Fact.TransfersPending, $"{hand.Pending}"));
        return await act.DoneAsync(header => new OwnPartDisposed { Case = header }, ct);
    }

    private static Task<DateOnly?> ReceivedAsync(Guid caseId, DispositionDbContext db, CancellationToken ct) =>
        db.Receipts.Where(r => r.CaseId == caseId).Select(r => (DateOnly?)r.On).SingleOrDefaultAsync(ct);

    private DispositionRecord First(Guid caseId, CaseAct act) => new()
    {
        CaseId = caseId,
        Version = 1,
        DocumentNo = DocumentNo,
        On = act.On,
        Decisions = [.. Decisions],
        DecidedBy = act.Actor.Id,
    };
}

/// <summary>What every disposition tells the others.</summary>
internal static class DispositionFacts
{
    internal static CaseSession Dispose(this CaseSession session, int version, IReadOnlyList<DisposedFinding> decided) => session
        .Decided(decided)
        .Set(Fact.DispositionVersion, version)
        .Set(Fact.SanctionsOrdered, decided.Sum(d => d.Sanctions.Count));
}
