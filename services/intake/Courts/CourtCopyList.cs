using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Courts;

/// <summary>A court's copy as it is shown, with the cases it matches; none is an unregistered loss (未登记败诉).</summary>
public sealed record CourtCopyView(Guid Id, Guid CourtId, string CaseNo, DateOnly ReceivedOn, IReadOnlyList<Guid> MatchedCases);

/// <summary>The copies a legal body was sent, or a court has sent.</summary>
internal static class CourtCopyList
{
    private const int PageSize = 100;

    private static readonly string[] Readers = [Roles.CourtLiaison, Roles.Reviewer, Roles.ReviewLeader];

    /// <summary>A page by id, after the last of the page before; <paramref name="unmatched"/> leaves only unregistered losses.</summary>
    internal static async Task<IResult> ListAsync(Guid? after, bool? unmatched, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var own = actor.HasAny(Readers) ? actor.OrganisationId ?? Guid.Empty : Guid.Empty;
        var visible = db.Cards.VisibleTo(actor).Select(c => c.CaseId);
        var page = await db.CourtCopies.AsNoTracking()
            .Where(c => (c.AddresseeId == own || c.CourtId == own) && (after == null || c.Id > after))
            .Where(c => unmatched != true || !db.Judgments.Any(j => j.CaseNo == c.CaseNo))
            .OrderBy(c => c.Id)
            .Take(PageSize)
            .Select(c => new CourtCopyView(
                c.Id, c.CourtId, c.CaseNo, c.ReceivedOn,
                db.Cases.Where(x => db.Judgments.Any(j => j.Id == x.JudgmentId && j.CaseNo == c.CaseNo) && visible.Contains(x.CaseId)).Select(x => x.CaseId).ToList()))
            .ToListAsync(ct);
        return TypedResults.Ok(page);
    }

    internal static IQueryable<Guid> Matching(IntakeDbContext db, string caseNo, Actor actor) => db.Cases
        .Where(c => db.Judgments.Any(j => j.Id == c.JudgmentId && j.CaseNo == caseNo) && db.Cards.VisibleTo(actor).Any(v => v.CaseId == c.CaseId))
        .Select(c => c.CaseId);
}
