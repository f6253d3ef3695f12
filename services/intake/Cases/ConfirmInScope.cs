using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>The case falls under the notice (列入调查范围, T02).</summary>
public sealed record ConfirmInScope : ActRequest
{
    internal static async Task<IResult> HandleAsync(ConfirmInScope request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var record = await db.Cases.SingleAsync(c => c.CaseId == caseId, ct);
        var scope = ScopeTest.Judge(record.Scope, act.On, act.Case.Policy);
        if (await act.RefuseAsync(ct, scope, DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        var effective = record.EffectiveOn!.Value;
        var decision = new ScopeDecision
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Decision = "IN",
            On = act.On,
            DecidedBy = act.Actor.Id,
            Sequence = act.Case.Card.Version + 1,
        };
        db.ScopeDecisions.Add(decision);
        act.Case.Set(Fact.Scope, "IN");
        Screening.End(record, act.Case, decided: true);
        return await act.DoneAsync(
            header => new CaseConfirmedInScope
            {
                Case = header,
                ScopeDecisionId = decision.Id,
                EffectiveOn = effective,
                InvestigateFrom = InvestigationRules.From(effective, record.ServedOn),
            },
            ct);
    }
}
