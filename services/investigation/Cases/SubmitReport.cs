using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>Submits the report for review (报审, T06) with the annex form's stamps and its attachments.</summary>
public sealed record SubmitReport : ActRequest
{
    /// <summary>Organisations whose stamp is on the form (盖章).</summary>
    [MaxLength(20)]
    public required IReadOnlyList<Guid> Stamps { get; init; }

    /// <summary>Documents: the report and the judgment at least.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<Guid> Attachments { get; init; }

    internal static async Task<IResult> HandleAsync(SubmitReport request, Guid caseId, CaseAct act, InvestigationDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var own = await db.Documents.Where(d => d.CaseId == caseId).Select(d => new CaseDocument(d.Id, d.Kind, d.Sha256, d.Length)).ToListAsync(ct);
        var known = own.Concat(card.Documents).DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        var attached = request.Attachments.Where(known.ContainsKey).Select(a => known[a]).ToList();
        var unknown = request.Attachments.Where(a => !known.ContainsKey(a)).Select(a => a.ToString()).FirstOrDefault();
        var needed = card.Parties.Where(p => p.Relation is Relations.LosingAgency or Relations.ImplementingBody).Select(p => p.OrganisationId).ToList();
        var stamping = await db.Organisations.Where(o => request.Stamps.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
        var completed = await db.Investigations.Where(i => i.CaseId == caseId).Select(i => (DateOnly?)i.CompletedOn).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            InvestigationRules.Submit(needed, request.Stamps, [.. attached.Select(d => d.Kind)]),
            unknown is null ? new Accepted() : new Refused("DOCUMENT_UNKNOWN", "NA-n1", unknown),
            request.Stamps.Except(stamping).Cast<Guid?>().FirstOrDefault() is { } nobody ? new Refused("AGENCY_UNKNOWN", "NA-f3", nobody.ToString()) : new Accepted(),
            DateRules.NotBefore("on", act.On, completed)) is { } refusal)
        {
            return refusal;
        }

        var round = act.Case.Card.Facts().Count(Fact.Submissions) + 1;
        db.Submissions.Add(new Submission
        {
            CaseId = caseId,
            Round = round,
            On = act.On,
            Stamps = [.. request.Stamps.Distinct()],
            Attachments = [.. request.Attachments.Distinct()],
            SubmittedBy = act.Actor.Id,
        });
        act.Case.Set(Fact.Submissions, round).Answer("SubmitReport", "Done", ("submissions", $"{round}"));
        act.Case.Stop(ClockKind.Submit, act.On);
        return await act.DoneAsync(header => Submitted(header, round, attached, request, act), ct);
    }

    private static ReportSubmitted Submitted(
        CaseHeader header, int round, IReadOnlyList<CaseDocument> attached, SubmitReport request, CaseAct act) => new()
        {
            Case = header,
            Round = round,
            Findings = act.Case.Card.Findings,
            Submitted = attached,
            Stamps = request.Stamps,
            AuthorIds = [act.Actor.Id],
        };
}
