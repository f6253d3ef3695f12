using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>What intake tells about a case: the judgment, the dates and how they came about, the scope decisions.</summary>
public sealed record IntakeCaseView(
    Guid CaseId, string Code, long Version, string CaseNo, DocType DocType, Instance Instance, Guid CourtId, DateOnly MadeOn, Guid AgencyId,
    Guid? ImplementingBodyId, Guid ReviewBodyId, LossResult Result, string ActName, DateOnly ActDate, ActDateBasis ActDateBasis, DateOnly ServedOn,
    DateOnly? EffectiveOn, DateOnly? AppealExpiresOn, string EffectiveWhy, IReadOnlyList<ScopeDecisionView> ScopeDecisions,
    IReadOnlyList<Suspension> Suspensions, IReadOnlyList<RetrialJudgment> Retrials, Termination? Termination, IReadOnlyList<JudicialSuggestion> Suggestions,
    SuperiorOrgan? UnitDecider, PastHandling? Past, IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(Guid caseId, CaseReading reading, PlatformOptions options, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        var card = reading.Card;
        var found = await db.Cases.AsNoTracking().Include(c => c.ScopeDecisions).SingleAsync(c => c.CaseId == caseId, ct);
        var judgment = await db.Judgments.AsNoTracking().SingleAsync(j => j.Id == found.JudgmentId, ct);
        var level = await db.Agencies.Where(a => a.Id == found.AgencyId).Select(a => a.Level).SingleAsync(ct);
        var documents = await DocumentView.OfAsync(db, reading, options, ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new IntakeCaseView(
            caseId, card.Code, card.Version, judgment.CaseNo, judgment.DocType, judgment.Instance, judgment.CourtId, judgment.MadeOn, found.AgencyId,
            found.ImplementingBodyId, found.ReviewBodyId, found.Result, found.ActName, found.ActDate, found.ActDateBasis, found.ServedOn,
            found.EffectiveOn, found.AppealExpiresOn, found.EffectiveWhy,
            [.. found.ScopeDecisions.OrderBy(d => d.Sequence).Select(d => new ScopeDecisionView(d.Decision, d.Reason, d.Text, d.On))],
            await db.Suspensions.AsNoTracking().Where(x => x.CaseId == caseId).OrderBy(x => x.Number).ToListAsync(ct),
            await db.Retrials.AsNoTracking().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).ToListAsync(ct),
            await db.Terminations.AsNoTracking().SingleOrDefaultAsync(x => x.CaseId == caseId, ct),
            await db.Suggestions.AsNoTracking().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).ToListAsync(ct),
            SuperiorOrgan.Of(level, card.Policy()),
            await db.PastCases.Where(x => x.CaseId == caseId).Select(x => new PastHandling(x.ClosedOn, x.Outcome)).SingleOrDefaultAsync(ct),
            documents));
    }
}

/// <summary>A decision on scope as it is shown.</summary>
public sealed record ScopeDecisionView(string Decision, ScopeReason? Reason, string? Text, DateOnly On);

/// <summary>How a past case was handled before it came here (历史案件).</summary>
/// <param name="ClosedOn">When it was closed; null where there was nothing to handle.</param>
/// <param name="Outcome">What came of it, in words.</param>
public sealed record PastHandling(DateOnly? ClosedOn, string? Outcome);
