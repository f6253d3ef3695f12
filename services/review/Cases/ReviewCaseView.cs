using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>The review of a case as those concerned read it.</summary>
public sealed record ReviewCaseView(
    Guid CaseId, string Code, long Version, DateOnly? ReceivedOn, DateOnly? AcceptedOn, Opinion? Opinion, string? Reasons,
    IReadOnlyList<FindingOpinion> PerFinding, DateOnly? ReviewedOn, DateOnly? FeedbackSentOn, Guid? OpinionDocumentId, DateOnly? FiledOn,
    string? FilingNo, IReadOnlyList<ReturnView> Returns, IReadOnlyList<JointReviewView> JointReviews, IReadOnlyList<JointReason> JointSuggested,
    IReadOnlyList<VoteView> Votes,
    IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(Guid caseId, CaseReading reading, PlatformOptions options, ReviewDbContext db, HttpContext http, CancellationToken ct)
    {
        var card = reading.Card;
        var facts = card.Facts();
        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var votes = await db.Votes.AsNoTracking().Where(v => v.CaseId == caseId).OrderBy(v => v.On).ToListAsync(ct);
        var returns = await db.Returns.AsNoTracking().Where(r => r.CaseId == caseId).OrderBy(r => r.Number).ToListAsync(ct);
        var joint = await db.JointReviews.AsNoTracking().Include(j => j.Members).Where(j => j.CaseId == caseId).OrderBy(j => j.Number).ToListAsync(ct);
        var asked = await db.StepRequests.AsNoTracking().Where(r => r.CaseId == caseId && r.Step == "JointReview" && r.Status == StepStatus.Open).ToListAsync(ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new ReviewCaseView(
            caseId, card.Code, card.Version, review?.ReceivedOn, review?.AcceptedOn, review?.Opinion, review?.Reasons, review?.PerFinding ?? [],
            review?.ReviewedOn, review?.FeedbackSentOn, review?.OpinionDocumentId, review?.FiledOn, review?.FilingNo,
            [.. returns.Select(r => new ReturnView(r.Number, r.On, r.Defects, r.ResubmittedOn))],
            joint.ConvertAll(j => JointReviewView.Of(j, asked.Where(r => j.ConcludedOn is null).Select(r => r.Request.Quorum).Max())),
            facts.Is(Fact.Reviewed) || joint.Count > 0 ? [] : JointSuggestions.Known(facts, card.Policy()),
            [.. votes.Select(v => new VoteView(v.RequestId, v.Participant, v.Vote, v.Text, v.On))],
            await DocumentView.OfAsync(db, reading, options, ct)));
    }
}

/// <summary>A vote as it is shown.</summary>
public sealed record VoteView(Guid RequestId, string Participant, Vote Vote, string? Text, DateOnly On);

/// <summary>A return as it is shown.</summary>
public sealed record ReturnView(int Number, DateOnly On, IReadOnlyList<string> Defects, DateOnly? ResubmittedOn);

/// <summary>A joint review as it is shown.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Marks">Why it is held: MAJOR, DIFFICULT, COMPLEX, DISPUTED.</param>
/// <param name="Reason">Reason in words.</param>
/// <param name="StartedOn">When it began.</param>
/// <param name="ExtendedByWorkingDays">Working days by which it lengthened the time for reviewing (GAP-16).</param>
/// <param name="ConcludedOn">When it was concluded.</param>
/// <param name="Conclusion">Conclusion in words.</param>
/// <param name="MinutesDocumentId">Minutes (纪要).</param>
/// <param name="Quorum">How many of each kind of unit must speak on the matter, as the open step asks; null where it asks for none.</param>
/// <param name="Members">Who takes part.</param>
public sealed record JointReviewView(
    int Number, IReadOnlyList<JointMark> Marks, string Reason, DateOnly StartedOn, int ExtendedByWorkingDays, DateOnly? ConcludedOn, string? Conclusion,
    Guid? MinutesDocumentId, int? Quorum, IReadOnlyList<JointMemberView> Members)
{
    internal static JointReviewView Of(JointReview joint, int? quorum) => new(
        joint.Number, joint.Marks, joint.Reason, joint.StartedOn, joint.ExtendedByWorkingDays, joint.ConcludedOn, joint.Conclusion, joint.MinutesDocumentId, quorum,
        joint.Members.ConvertAll(m => new JointMemberView(m.OrganisationId, m.Group, m.Opinion, m.Text, m.On)));
}

/// <summary>A member's part as it is shown.</summary>
public sealed record JointMemberView(Guid OrganisationId, MemberGroup Group, JointOpinion? Opinion, string? Text, DateOnly? On);
