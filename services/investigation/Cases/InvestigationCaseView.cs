using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>A person and the finding, as those concerned may read it.</summary>
/// <param name="Id">The person.</param>
/// <param name="FindingId">The finding.</param>
/// <param name="Name">Name.</param>
/// <param name="Role">Part in the act.</param>
/// <param name="BelongsTo">Organisation.</param>
/// <param name="Authority">Who decides on the person.</param>
/// <param name="PostAtAct">Post when the act was done.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Clauses">Where its grounds stand in the notice.</param>
public sealed record PersonView(
    Guid Id, Guid FindingId, string Name, PersonRole Role, Guid BelongsTo, PersonnelAuthority Authority, string? PostAtAct, FindingFacts Finding,
    IReadOnlyList<string> Clauses);

/// <summary>A submission as it is shown.</summary>
public sealed record SubmissionView(int Round, DateOnly On, IReadOnlyList<Guid> Stamps, IReadOnlyList<Guid> Attachments);

/// <summary>A return and how it was answered; the defects in words are the reviewing body's.</summary>
/// <param name="Number">1 for the first return.</param>
/// <param name="On">When the report was returned.</param>
/// <param name="Answers">Answers in the order of the defects; none while it has not been submitted again.</param>
/// <param name="Objection">What the agency objects to in the return; null where to nothing.</param>
/// <param name="ResubmittedOn">When it was submitted again.</param>
public sealed record AnsweredReturnView(int Number, DateOnly On, IReadOnlyList<string> Answers, string? Objection, DateOnly? ResubmittedOn);

/// <summary>What the investigation found, with names.</summary>
public sealed record InvestigationCaseView(
    Guid CaseId, string Code, long Version, IReadOnlyList<CauseInput> Causes, string? Narrative, string? HandlingOpinion, bool? UnitProposed,
    bool? UnitSerious, bool? BodiesDisagree, bool? NominalAtFault, DateOnly? CompletedOn, IReadOnlyList<PersonView> Persons, IReadOnlyList<SubmissionView> Submissions,
    IReadOnlyList<AnsweredReturnView> Returns, IReadOnlyList<UnitInquiryView> UnitInquiries, IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(
        CaseReading reading, InvestigationDbContext db, CaseReaders readers, PlatformOptions options, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.ETag = $"\"{db.Schema}.{reading.Card.Version}\"";
        return TypedResults.Ok(await ViewAsync(reading, readers.Findings(reading.Actor, reading.Card), db, options, ct));
    }

    private static async Task<InvestigationCaseView> ViewAsync(
        CaseReading reading, bool all, InvestigationDbContext db, PlatformOptions options, CancellationToken ct)
    {
        var (actor, card) = (reading.Actor, reading.Card);
        var found = await db.Investigations.AsNoTracking().SingleOrDefaultAsync(i => all && i.CaseId == card.CaseId, ct);
        var persons = await db.Persons.AsNoTracking().Where(p => all && p.CaseId == card.CaseId).OrderBy(p => p.Id).ToListAsync(ct);
        var submissions = await db.Submissions.AsNoTracking().Where(s => all && s.CaseId == card.CaseId).OrderBy(s => s.Round).ToListAsync(ct);
        var returns = await db.Returns.AsNoTracking().Where(r => all && r.CaseId == card.CaseId).OrderBy(r => r.Number).ToListAsync(ct);
        var units = await db.UnitInquiries.AsNoTracking().Where(u => u.CaseId == card.CaseId && (all || u.SuperiorId == actor.OrganisationId)).OrderBy(u => u.Id).ToListAsync(ct);
        return new InvestigationCaseView(
            card.CaseId, card.Code, card.Version, found?.Causes ?? [], found?.Narrative, found?.HandlingOpinion, found?.UnitProposed,
            found?.UnitSerious, found?.BodiesDisagree, found?.NominalAtFault, found?.CompletedOn,
            [.. persons.Select(p => new PersonView(p.Id, p.FindingId, p.Name, p.Role, p.BelongsTo, p.Authority, p.PostAtAct, p.Finding, [.. GroundRules.Clauses(p.Finding)]))],
            [.. submissions.Select(s => new SubmissionView(s.Round, s.On, s.Stamps, s.Attachments))],
            returns.ConvertAll(r => new AnsweredReturnView(r.Number, r.On, r.Answers, r.Objection, r.ResubmittedOn)),
            units.ConvertAll(UnitInquiryView.Of),
            await DocumentView.OfAsync(db, reading, options, ct));
    }
}

/// <summary>An inquiry into a unit as it is shown.</summary>
public sealed record UnitInquiryView(
    Guid Id, Guid UnitId, Guid? SuperiorId, string SuperiorName, string Reason, DateOnly ReferredOn, bool? Serious,
    IReadOnlyList<SanctionType> Sanctions, string? DecisionReason, string? DocumentNo, DateOnly? DecidedOn)
{
    internal static UnitInquiryView Of(UnitInquiry inquiry) => new(
        inquiry.Id, inquiry.UnitId, inquiry.SuperiorId, inquiry.SuperiorName, inquiry.Reason, inquiry.ReferredOn, inquiry.Serious,
        inquiry.Sanctions, inquiry.DecisionReason, inquiry.DocumentNo, inquiry.DecidedOn);
}

/// <summary>Who reads what: a court no personal findings outside a joint review, a superior only the unit's part (7.1).</summary>
public sealed class CaseReaders(Permit[] findings, Permit units)
{
    internal Permit[] All => [.. findings, units];

    internal bool Findings(Actor actor, CaseCard card) => findings.Any(p => p.Admits(actor, card));
}
