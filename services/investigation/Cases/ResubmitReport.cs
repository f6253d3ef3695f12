using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>A finding changed after a return.</summary>
/// <param name="FindingId">The finding.</param>
/// <param name="Finding">What is found now.</param>
public sealed record FindingRevision(Guid FindingId, FindingFacts Finding);

/// <summary>Submits the report again (补充报审, T09): every defect answered, findings changed where that follows.</summary>
public sealed record ResubmitReport : ActRequest
{
    /// <summary>Answers in the order of the defects.</summary>
    [MaxLength(50)]
    [EachLength(4000)]
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>Documents added.</summary>
    [MaxLength(100)]
    public IReadOnlyList<Guid> Attachments { get; init; } = [];

    /// <summary>Findings changed.</summary>
    [MaxLength(100)]
    public IReadOnlyList<FindingRevision> Revisions { get; init; } = [];

    /// <summary>What the agency objects to in the return (对退回的异议); an objection suggests joint review (GAP-16).</summary>
    [StringLength(4000)]
    public string? Objection { get; init; }

    internal static async Task<IResult> HandleAsync(ResubmitReport request, Guid caseId, CaseAct act, InvestigationDbContext db, CancellationToken ct)
    {
        var returned = await db.Returns.Where(r => r.CaseId == caseId).OrderBy(r => r.Number).LastOrDefaultAsync(ct);
        var persons = await db.Persons.Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync(ct);
        var unknown = request.Revisions.FirstOrDefault(r => persons.TrueForAll(p => p.FindingId != r.FindingId));
        var actDate = act.Case.Card.Facts().Date(Fact.ActDate) ?? act.On;
        if (await act.RefuseAsync(
            ct,
            [
                InvestigationRules.Resubmit(returned?.Defects ?? 0, request.Answers),
                unknown is null ? new Accepted() : new Refused("FINDING_UNKNOWN", "GAP-07", unknown.FindingId.ToString()),
                await DocumentsAsync(request, caseId, db, ct),
                DateRules.NotBefore("on", act.On, returned?.On),
                .. request.Revisions.Select(r => FindingRules.Judge(r.Finding, actDate, act.Case.Policy)),
            ]) is { } refusal)
        {
            return refusal;
        }

        (returned!.Answers, returned.Objection, returned.ResubmittedOn) = ([.. request.Answers], request.Objection, act.On);
        var record = await db.Investigations.AsNoTracking().SingleOrDefaultAsync(i => i.CaseId == caseId, ct);
        var objects = !string.IsNullOrWhiteSpace(request.Objection) || await db.Returns.AnyAsync(r => r.CaseId == caseId && r.Objection != null && r.Objection != "", ct);
        foreach (var revision in request.Revisions)
        {
            persons.Single(p => p.FindingId == revision.FindingId).Finding = revision.Finding;
        }

        var last = await db.Submissions.Where(s => s.CaseId == caseId).OrderBy(s => s.Round).LastAsync(ct);
        var round = last.Round + 1;
        db.Submissions.Add(new Submission
        {
            CaseId = caseId,
            Round = round,
            On = act.On,
            Stamps = last.Stamps,
            Attachments = [.. last.Attachments.Union(request.Attachments)],
            SubmittedBy = act.Actor.Id,
        });
        act.Case.Found(persons.ConvertAll(CompleteInvestigation.Summary))
            .Set(Fact.Submissions, round)
            .Set(Fact.JointSigns, Signs.Of(act.Case, record, persons, objects))
            .Answer("Supplement", "Done", (Fact.Submissions, $"{round}"));
        act.Case.Stop(ClockKind.Resubmit, act.On, ReportReturnedConsumer.Subject(returned.Number));
        return await act.DoneAsync(
            header => new ReportResubmitted { Case = header, Round = round }, ct, new { round, request.Revisions });
    }

    private static async Task<Decision> DocumentsAsync(ResubmitReport request, Guid caseId, InvestigationDbContext db, CancellationToken ct)
    {
        var known = await db.Documents.Where(d => d.CaseId == caseId && request.Attachments.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
        var unknown = request.Attachments.Except(known).Cast<Guid?>().FirstOrDefault();
        return unknown is { } id ? new Refused("DOCUMENT_UNKNOWN", "NA-n1", id.ToString()) : new Accepted();
    }
}
