using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>The review of a case as those concerned read it.</summary>
public sealed record ReviewCaseView(
    Guid CaseId, string Code, long Version, DateOnly? ReceivedOn, DateOnly? AcceptedOn, Opinion? Opinion, string? Reasons,
    IReadOnlyList<FindingOpinion> PerFinding, DateOnly? ReviewedOn, DateOnly? FeedbackSentOn, Guid? OpinionDocumentId, DateOnly? FiledOn,
    string? FilingNo, IReadOnlyList<VoteView> Votes, IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(Guid caseId, ReviewDbContext db, Permit[] readers, HttpContext http, CancellationToken ct)
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

        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var votes = await db.Votes.AsNoTracking().Where(v => v.CaseId == caseId).OrderBy(v => v.On).ToListAsync(ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new ReviewCaseView(
            caseId, card.Code, card.Version, review?.ReceivedOn, review?.AcceptedOn, review?.Opinion, review?.Reasons, review?.PerFinding ?? [],
            review?.ReviewedOn, review?.FeedbackSentOn, review?.OpinionDocumentId, review?.FiledOn, review?.FilingNo,
            [.. votes.Select(v => new VoteView(v.RequestId, v.Participant, v.Vote, v.Text, v.On))],
            await DocumentView.OfAsync(db, caseId, ct)));
    }
}

/// <summary>A vote as it is shown.</summary>
public sealed record VoteView(Guid RequestId, string Participant, Vote Vote, string? Text, DateOnly On);
