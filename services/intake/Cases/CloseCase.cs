using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.Cases;

/// <summary>That a sanction was carried out (执行).</summary>
/// <param name="FindingId">The finding.</param>
/// <param name="Sanction">The form of responsibility.</param>
/// <param name="ExecutedOn">When.</param>
/// <param name="DocumentId">The document that shows it, kept for the case.</param>
public sealed record SanctionExecution(Guid FindingId, SanctionType Sanction, DateOnly ExecutedOn, Guid DocumentId);

/// <summary>Closes and archives the case (办结归档, T19).</summary>
public sealed record CloseCase : ActRequest
{
    /// <summary>Executions of everything ordered.</summary>
    [MaxLength(500)]
    public IReadOnlyList<SanctionExecution> Executions { get; init; } = [];

    /// <summary>Who has received a copy of the file: LOSING_AGENCY, REVIEW_BODY, FILING_BODY (NA-n3).</summary>
    [MaxLength(10)]
    public IReadOnlyList<string> CopiesHeldBy { get; init; } = [];

    internal static async Task<IResult> HandleAsync(CloseCase request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var facts = card.Facts();
        var kept = card.Documents.Select(d => d.Id).Concat(db.Documents.Where(d => d.CaseId == caseId).Select(d => d.Id)).ToHashSet();
        var ordered = card.Decisions.SelectMany(d => d.Sanctions.Select(s => (d.FindingId, s))).ToHashSet();
        var executed = request.Executions.Select(e => (e.FindingId, Code.Of(e.Sanction))).Where(ordered.Contains).Distinct().Count();
        var unknown = request.Executions.FirstOrDefault(e => !kept.Contains(e.DocumentId));
        Decision documents = unknown is null ? new Accepted() : new Refused("DOCUMENT_UNKNOWN", "N2.5.3-a", unknown.DocumentId.ToString());
        var disposed = card.Slices.SelectMany(s => s.Slice.Clocks).Where(c => c.Kind is "DISPOSITION" or "REDISPOSITION" && c.StoppedOn is not null).ToList();
        var first = disposed.Find(c => c.Kind is "DISPOSITION")?.StoppedOn; // what a new disposition keeps may have been carried out under this one
        Decision dates = request.Executions.Any(e => e.ExecutedOn > act.On) ? DateRules.Late("executedOn", act.On)
            : request.Executions.Any(e => e.ExecutedOn < first) ? DateRules.Early("executedOn", first!.Value)
            : new Accepted();
        if (await act.RefuseAsync(
            ct, ClosingRules.Close(facts, executed, request.CopiesHeldBy, act.Case.Policy), documents, dates,
            DateRules.NotBefore("on", act.On, disposed.Max(c => c.StoppedOn))) is { } refusal)
        {
            return refusal;
        }

        var version = facts.Count(Fact.DispositionVersion);
        db.Closings.Add(new Closing { CaseId = caseId, DispositionVersion = version, On = act.On, Record = request });
        act.Case.Set(Fact.ClosedVersion, version).Answer("CloseCase");
        return await act.DoneAsync(header => new CaseClosed { Case = header }, ct);
    }
}
