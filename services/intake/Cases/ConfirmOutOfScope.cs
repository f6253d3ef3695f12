using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>The case does not fall under the notice (不列入范围, T03); the loss still counts.</summary>
public sealed record ConfirmOutOfScope : ActRequest
{
    /// <summary>The scope test that fails.</summary>
    public ScopeReason? Reason { get; init; }

    /// <summary>Reason in words where no test fails.</summary>
    [StringLength(1000)]
    public string? ManualReason { get; init; }

    internal static async Task<IResult> HandleAsync(ConfirmOutOfScope request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var record = await db.Cases.SingleAsync(c => c.CaseId == caseId, ct);
        var lawful = ScopeTest.ConfirmOut(record.Scope, request.Reason, request.ManualReason, act.On, act.Case.Policy);
        if (await act.RefuseAsync(ct, lawful, DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        var reason = request.Reason is { } code ? Code.Of(code) : "MANUAL";
        db.ScopeDecisions.Add(new ScopeDecision
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Decision = "OUT",
            Reason = request.Reason,
            Text = request.ManualReason,
            On = act.On,
            DecidedBy = act.Actor.Id,
            Sequence = act.Case.Card.Version + 1,
        });
        act.Case.Set(Fact.Scope, "OUT").Set(Fact.ScopeReason, reason);
        Screening.End(record, act.Case, decided: true);
        return await act.DoneAsync(header => new CaseDecidedOutOfScope { Case = header, Reason = reason }, ct);
    }
}
