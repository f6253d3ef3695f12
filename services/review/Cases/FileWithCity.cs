using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Files a county review with the city legal body (报市备案, N2.5.2-i).</summary>
public sealed record FileWithCity : ActRequest
{
    /// <summary>Number of the filing (备案号); derived from the case's number where it is left out.</summary>
    [StringLength(60)]
    public string? FilingNo { get; init; }

    internal static async Task<IResult> HandleAsync(FileWithCity request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var facts = act.Case.Card.Facts();
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        if (await act.RefuseAsync(
            ct, ReviewRules.File(facts), DateRules.NotBefore("on", act.On, review?.ReviewedOn)) is { } refusal)
        {
            return refusal;
        }

        var number = string.IsNullOrWhiteSpace(request.FilingNo) ? $"BA-{act.Case.Card.Code}" : request.FilingNo;
        review!.FiledOn = act.On;
        review.FilingNo = number;
        act.Case.Set(Fact.Filed, act.On).Answer("FileWithCity", "Done", (Fact.Filed, "TRUE"));
        act.Case.Stop(ClockKind.Filing, act.On);
        if (Guid.TryParse(facts.Text(Fact.FilingBodyId), out var body))
        {
            act.Case.Bring(body, Relations.FilingBody);
        }

        return await act.DoneAsync(header => new FiledWithCity { Case = header, FilingNo = number }, ct);
    }
}
