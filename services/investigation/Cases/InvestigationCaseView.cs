using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>A person and the finding, as those concerned may read it.</summary>
public sealed record PersonView(
    Guid Id, Guid FindingId, string Name, PersonRole Role, Guid BelongsTo, PersonnelAuthority Authority, string? PostAtAct, FindingFacts Finding);

/// <summary>A submission as it is shown.</summary>
public sealed record SubmissionView(int Round, DateOnly On, IReadOnlyList<Guid> Stamps, IReadOnlyList<Guid> Attachments);

/// <summary>What the investigation found, with names: reading it is logged (个人信息查阅留痕).</summary>
public sealed record InvestigationCaseView(
    Guid CaseId, string Code, long Version, IReadOnlyList<CauseInput> Causes, string? Narrative, string? HandlingOpinion, bool? UnitProposed,
    bool? NominalAtFault, DateOnly? CompletedOn, IReadOnlyList<PersonView> Persons, IReadOnlyList<SubmissionView> Submissions,
    IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(
        Guid caseId, InvestigationDbContext db, AuditTrail audit, CaseReaders readers, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var card = await db.Cards.Include(c => c.Parties).VisibleTo(actor).SingleOrDefaultAsync(c => c.CaseId == caseId, ct);
        if (card is null)
        {
            return Problems.NotFound(http);
        }

        if (!readers.Admit(actor, card))
        {
            return Problems.Forbidden(http);
        }

        await audit.AddAsync(caseId, "FindingsRead", actor, new { caseId }, ct);
        var view = await ViewAsync(card, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(view);
    }

    private static async Task<InvestigationCaseView> ViewAsync(CaseCard card, InvestigationDbContext db, CancellationToken ct)
    {
        var found = await db.Investigations.AsNoTracking().SingleOrDefaultAsync(i => i.CaseId == card.CaseId, ct);
        var persons = await db.Persons.AsNoTracking().Where(p => p.CaseId == card.CaseId).OrderBy(p => p.Id).ToListAsync(ct);
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.CaseId == card.CaseId).OrderBy(s => s.Round).ToListAsync(ct);
        return new InvestigationCaseView(
            card.CaseId, card.Code, card.Version, found?.Causes ?? [], found?.Narrative, found?.HandlingOpinion, found?.UnitProposed,
            found?.NominalAtFault, found?.CompletedOn,
            [.. persons.Select(p => new PersonView(p.Id, p.FindingId, p.Name, p.Role, p.BelongsTo, p.Authority, p.PostAtAct, p.Finding))],
            [.. submissions.Select(s => new SubmissionView(s.Round, s.On, s.Stamps, s.Attachments))],
            await DocumentView.OfAsync(db, card.CaseId, ct));
    }
}

/// <summary>Who reads personal findings; a court does not outside a joint review (7.1).</summary>
public sealed class CaseReaders(params Permit[] permits)
{
    internal bool Admit(Actor actor, CaseCard card) => permits.Any(p => p.Admits(actor, card));
}
