using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.Cases;

/// <summary>Suspends the case (中止, T22): every running clock stops counting after this day.</summary>
public sealed record SuspendCase : ActRequest
{
    /// <summary>Ground (GAP-13).</summary>
    public required SuspensionGround Ground { get; init; }

    /// <summary>In words.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public required string Reason { get; init; }

    internal static async Task<IResult> HandleAsync(SuspendCase request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        if (await act.RefuseAsync(
            ct,
            SuspensionRules.Suspend(request.Ground, request.Reason, act.Case.Policy),
            DateRules.NotBefore("on", act.On, act.Registered()),
            DateRules.NotBefore("on", act.On, act.Case.Card.Suspensions.Max(s => s.To))) is { } refusal)
        {
            return refusal;
        }

        var number = act.Case.Card.Facts().Count(Fact.Suspensions) + 1;
        db.Suspensions.Add(new Suspension { CaseId = caseId, Number = number, Ground = request.Ground, Reason = request.Reason, From = act.On });
        act.Case.Suspended([.. act.Case.Card.Suspensions, new ClockPause(act.On, null, Cause(number))])
            .Set(Fact.Suspensions, number)
            .Set(Fact.Suspended, true);
        return await act.DoneAsync(header => new CaseSuspended { Case = header, Number = number }, ct);
    }

    /// <summary>Cause of the pause a suspension makes.</summary>
    internal static string Cause(int number) => $"SUSPENSION:{number}";
}
