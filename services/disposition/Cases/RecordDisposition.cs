using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Records what was decided on every finding (作出处理, T18).</summary>
public sealed record RecordDisposition : IActRequest
{
    /// <summary>Number of the decision document (处理文号).</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>Decision on each finding.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<FindingDecision> Decisions { get; init; }

    /// <inheritdoc/>
    public DateOnly? On { get; init; }

    /// <inheritdoc/>
    [StringLength(500)]
    public string? BackdatingReason { get; init; }

    internal static async Task<IResult> HandleAsync(RecordDisposition request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var findings = act.Case.Card.Findings.Select(ToDecide).ToList();
        var received = await db.Receipts.Where(r => r.CaseId == caseId).Select(r => (DateOnly?)r.On).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            Transition.RecordDisposition,
            "Dispose",
            ct,
            DispositionRules.Record(findings, request.Decisions),
            DateRules.NotBefore("on", act.On, received)) is { } refusal)
        {
            return refusal;
        }

        const int First = 1;
        db.Dispositions.Add(request.Version(caseId, First, act));
        var decided = request.Decisions.Select(d => Decided(d, act.Case.Card)).ToList();
        act.Case.Decided(decided)
            .Set(Fact.DispositionVersion, First)
            .Set(Fact.SanctionsOrdered, decided.Sum(d => d.Sanctions.Count))
            .Answer("Dispose", "Done", (Fact.TransfersPending, "0"));
        act.Case.Stop(ClockKind.Disposition, act.On);
        return await act.DoneAsync(header => new Disposed { Case = header, Version = First, Findings = decided }, ct);
    }

    private DispositionRecord Version(Guid caseId, int version, CaseAct act) => new()
    {
        CaseId = caseId,
        Version = version,
        DocumentNo = DocumentNo,
        On = act.On,
        Decisions = [.. Decisions],
        DecidedBy = act.Actor.Id,
    };

    private static FindingToDecide ToDecide(FindingSummary finding)
    {
        _ = Code.TryParse<Conclusion>(finding.Conclusion, out var conclusion);
        _ = Code.TryParse<PersonnelAuthority>(finding.Authority, out var authority);
        return new FindingToDecide(finding.FindingId, conclusion, authority);
    }

    private static DisposedFinding Decided(FindingDecision decision, CaseCard card) => new()
    {
        FindingId = decision.FindingId,
        PersonId = card.Findings.Single(f => f.FindingId == decision.FindingId).PersonId,
        Result = Code.Of(decision.Result),
        Sanctions = [.. decision.Sanctions.Distinct().Select(Code.Of)],
    };
}
