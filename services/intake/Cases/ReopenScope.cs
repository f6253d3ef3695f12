using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>Takes an out-of-scope decision back (重新甄别, T04), correcting the date of the act where that was wrong.</summary>
public sealed record ReopenScope : ActRequest
{
    /// <summary>Why.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>The corrected date of the act.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>What that date is.</summary>
    public ActDateBasis? ActDateBasis { get; init; }

    internal static async Task<IResult> HandleAsync(ReopenScope request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var record = await db.Cases.SingleAsync(c => c.CaseId == caseId, ct);
        var madeOn = await db.Judgments.Where(j => j.Id == record.JudgmentId).Select(j => j.MadeOn).SingleAsync(ct);
        Decision plausible = request.ActDate > madeOn ? DateRules.Late("actDate", madeOn, "N2.1-c") : new Accepted();
        if (await act.RefuseAsync(
            ct, ScopeTest.Reopen(request.Reason), plausible, DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        record.ActDate = request.ActDate ?? record.ActDate;
        record.ActDateBasis = request.ActDateBasis ?? record.ActDateBasis;
        db.ScopeDecisions.Add(new ScopeDecision
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Decision = "REOPENED",
            Text = request.Reason,
            On = act.On,
            DecidedBy = act.Actor.Id,
            Sequence = act.Case.Card.Version + 1,
        });
        act.Case.Set(Fact.Scope, "UNDECIDED").Set(Fact.ScopeReason, "").Set(Fact.ActDate, record.ActDate);
        if (act.Case.Card.Facts().Is(Fact.History))
        {
            act.Case.Set(Fact.History, false); // from here on it is handled
        }

        Screening.Begin(record, act.Case);
        return await act.DoneAsync(header => new CaseScopeReopened { Case = header }, ct);
    }
}
