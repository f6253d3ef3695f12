using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>
/// Terminates the case (终止, T24): the loss has vanished or the case is a duplicate. Once a disposition exists this only proposes, and
/// another person confirms (<see cref="ConfirmTermination"/>).
/// </summary>
public sealed record TerminateCase : ActRequest
{
    /// <summary>Ground.</summary>
    public required TerminationGround Ground { get; init; }

    /// <summary>In words.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>The document that says so, uploaded here before.</summary>
    public Guid? DocumentId { get; init; }

    internal static async Task<IResult> HandleAsync(TerminateCase request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var result = await RecordRetrial.NewestAsync(caseId, db, ct);
        var attached = await db.Documents.AnyAsync(d => d.CaseId == caseId && d.Id == request.DocumentId, ct);
        if (await act.RefuseAsync(
            ct,
            SuspensionRules.Terminate(request.Ground, result, attached, act.Case.Policy),
            DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        var proposal = await db.Terminations.SingleOrDefaultAsync(t => t.CaseId == caseId, ct);
        if (proposal is not null)
        {
            db.Terminations.Remove(proposal);
            await db.SaveChangesAsync(ct); // proposed anew, by whoever does so now
        }

        var ending = new Termination
        {
            CaseId = caseId,
            Ground = request.Ground,
            Reason = request.Reason,
            DocumentId = request.DocumentId!.Value,
            ProposedBy = act.Actor.Id,
            ProposedOn = act.On,
        };
        db.Terminations.Add(ending);
        if (!SuspensionRules.OpensRevocation(act.Case.Card.Facts()))
        {
            return await EndAsync(ending, act, db, ct);
        }

        act.Case.Set(Fact.TerminationProposed, true);
        return await act.DoneAsync(header => new TerminationProposed { Case = header }, ct);
    }

    internal static async Task<IResult> EndAsync(Termination ending, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        ending.EndedOn = act.On;
        Screening.End(await db.Cases.SingleAsync(c => c.CaseId == ending.CaseId, ct), act.Case, decided: false);
        act.Case.StopAll(act.On);
        act.Case.Set(Fact.Terminated, true).Set(Fact.TerminationProposed, false);
        return await act.DoneAsync(header => new CaseTerminated { Case = header, Reason = Code.Of(ending.Ground) }, ct);
    }
}

/// <summary>A second person confirms a termination (确认终止, 7.1).</summary>
public sealed record ConfirmTermination : ActRequest
{
    internal static async Task<IResult> HandleAsync(ConfirmTermination request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var proposal = await db.Terminations.SingleOrDefaultAsync(t => t.CaseId == caseId && t.EndedOn == null, ct);
        if (await act.RefuseAsync(
            ct,
            proposal is null
                ? new Refused("TERMINATION_NOT_PROPOSED", "7.1")
                : SuspensionRules.ConfirmTermination(act.Case.Card.Facts(), proposal.ProposedBy, act.Actor.Id),
            DateRules.NotBefore("on", act.On, proposal?.ProposedOn)) is { } refusal)
        {
            return refusal;
        }

        proposal!.ConfirmedBy = act.Actor.Id;
        return await TerminateCase.EndAsync(proposal, act, db, ct);
    }
}
