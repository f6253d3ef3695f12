using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>Links a retrial judgment to the case (登记再审裁判); what follows from it is decided separately.</summary>
public sealed record RecordRetrial : ActRequest
{
    /// <summary>Case number of the retrial, where it is known.</summary>
    [StringLength(60)]
    public string? CaseNo { get; init; }

    /// <summary>Result for the losing agency.</summary>
    public required LossResult Result { get; init; }

    internal static async Task<IResult> HandleAsync(RecordRetrial request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var parsed = CaseNumber.TryParse(request.CaseNo, out var number);
        if (await act.RefuseAsync(
            ct,
            request.CaseNo is null || parsed ? new Accepted() : new Refused("CASE_NUMBER_INVALID", "3.4", "caseNo"),
            DateRules.NotBefore("on", act.On, act.Case.Card.Facts().Date(Fact.ServedOn))) is { } refusal)
        {
            return refusal;
        }

        db.Retrials.Add(new RetrialJudgment { Id = Guid.CreateVersion7(), CaseId = caseId, CaseNo = parsed ? number.Normalised : null, Result = request.Result, On = act.On });
        var result = Code.Of(request.Result);
        act.Case.Set(Fact.RetrialResult, result);
        return await act.DoneAsync(header => new RetrialJudged { Case = header, Result = result }, ct);
    }

    /// <summary>The result that holds now: of the newest retrial, else of the judgment.</summary>
    internal static async Task<LossResult> NewestAsync(Guid caseId, IntakeDbContext db, CancellationToken ct) =>
        await db.Retrials.Where(r => r.CaseId == caseId).OrderByDescending(r => r.Id).Select(r => (LossResult?)r.Result).FirstOrDefaultAsync(ct)
        ?? await db.Cases.Where(c => c.CaseId == caseId).Select(c => c.Result).SingleAsync(ct);
}
