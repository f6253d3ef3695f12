using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>Resumes the case (恢复, T23): the agency still loses; clocks go on with what was left.</summary>
public sealed record ResumeCase : ActRequest
{
    /// <summary>Whether the ground of the suspension has ended.</summary>
    public bool GroundEnded { get; init; } = true;

    internal static async Task<IResult> HandleAsync(ResumeCase request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var result = await RecordRetrial.NewestAsync(caseId, db, ct);
        var open = await db.Suspensions.Where(s => s.CaseId == caseId && s.To == null).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            SuspensionRules.Resume(request.GroundEnded, result, act.Case.Policy),
            DateRules.NotBefore("on", act.On, open?.From)) is { } refusal)
        {
            return refusal;
        }

        open!.To = act.On;
        var cause = SuspendCase.Cause(open.Number);
        act.Case.Suspended([.. act.Case.Card.Suspensions.Where(s => s.Cause != cause), new ClockPause(open.From, act.On, cause)]).Set(Fact.Suspended, false);
        return await act.DoneAsync(header => new CaseResumed { Case = header, Number = open.Number }, ct);
    }
}
