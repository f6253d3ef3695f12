using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>One version of the disposition as it is shown.</summary>
public sealed record DispositionView(int Version, string DocumentNo, DateOnly On, IReadOnlyList<FindingDecision> Decisions);

/// <summary>The disposition of a case as those concerned read it.</summary>
public sealed record DispositionCaseView(
    Guid CaseId, string Code, long Version, DateOnly? FeedbackReceivedOn, IReadOnlyList<DispositionView> Dispositions, IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(Guid caseId, DispositionDbContext db, Permit[] readers, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var card = await db.Cards.AsNoTracking().Include(c => c.Parties).VisibleTo(actor).SingleOrDefaultAsync(c => c.CaseId == caseId, ct);
        if (card is null)
        {
            return Problems.NotFound(http);
        }

        if (!readers.Any(r => r.Admits(actor, card)))
        {
            return Problems.Forbidden(http);
        }

        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var versions = await db.Dispositions.AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Version).ToListAsync(ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new DispositionCaseView(
            caseId, card.Code, card.Version, receipt?.On,
            [.. versions.Select(v => new DispositionView(v.Version, v.DocumentNo, v.On, v.Decisions))],
            await DocumentView.OfAsync(db, caseId, ct)));
    }
}
