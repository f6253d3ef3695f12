using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>One version of the disposition as it is shown.</summary>
public sealed record DispositionView(int Version, string DocumentNo, DateOnly On, IReadOnlyList<FindingDecision> Decisions);

/// <summary>The disposition of a case as those concerned read it.</summary>
public sealed record DispositionCaseView(
    Guid CaseId, string Code, long Version, DateOnly? FeedbackReceivedOn, IReadOnlyList<DispositionView> Dispositions,
    IReadOnlyList<TransferView> Transfers, IReadOnlyList<CorrectionView> Corrections, IReadOnlyList<ExemptPerson> Exempt, RevocationView? Revocation,
    IReadOnlyList<DocumentView> Documents)
{
    internal static async Task<IResult> GetAsync(Guid caseId, CaseReading reading, CaseReaders readers, PlatformOptions options, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var (actor, card) = (reading.Actor, reading.Card);
        var all = readers.All(actor, card);
        var exemptions = all || actor.HasAny([Roles.OrgLiaison]);
        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        var versions = await db.Dispositions.AsNoTracking().Where(d => all && d.CaseId == caseId).OrderBy(d => d.Version).ToListAsync(ct);
        var transfers = await db.Transfers.AsNoTracking().Where(t => t.CaseId == caseId && (all || t.OrganId == actor.OrganisationId)).OrderBy(t => t.SentOn).ToListAsync(ct);
        var corrections = await db.Corrections.AsNoTracking().Where(c => all && c.CaseId == caseId).OrderBy(c => c.Number).ToListAsync(ct);
        var revoked = await db.Revocations.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new DispositionCaseView(
            caseId, card.Code, card.Version, receipt?.On,
            [.. versions.Select(v => new DispositionView(v.Version, v.DocumentNo, v.On, v.Decisions))],
            transfers.ConvertAll(t => new TransferView(t.FindingId, t.OrganId, t.OrganName, t.Materials, t.SentOn, t.ResultOn, t.Result, t.Sanctions)),
            corrections.ConvertAll(CorrectionView.Of),
            [.. card.Decisions.Where(d => exemptions && d.Result == Rules.Code.Of(Conclusion.Exempt)).Select(d => new ExemptPerson(d.PersonId, d.FindingId, ExemptionEffects.OfTheNotice))],
            !exemptions ? null
                : RevokeSanctions.IsOpen(card, revoked is not null) ? new RevocationView("OPEN", null, null, [.. card.Decisions.Where(d => d.Sanctions.Count > 0).Select(d => d.PersonId.ToString()), Rules.Code.Of(AgencyLevel.OrgDept)])
                : revoked is not null ? new RevocationView("DONE", revoked.On, revoked.DocumentNo, []) : null,
            await DocumentView.OfAsync(db, reading, options, ct)));
    }
}

/// <summary>Who reads the whole disposition; a receiving organ reads only what was transferred to it (7.1).</summary>
public sealed class CaseReaders(Permit[] concerned)
{
    internal bool All(Actor actor, CaseCard card) => concerned.Any(p => p.Admits(actor, card));
}

/// <summary>A transfer as it is shown.</summary>
public sealed record TransferView(
    Guid FindingId, Guid? OrganId, string OrganName, IReadOnlyList<string> Materials, DateOnly SentOn, DateOnly? ResultOn, Conclusion? Result,
    IReadOnlyList<SanctionType> Sanctions);

/// <summary>A correction as it is shown.</summary>
public sealed record CorrectionView(
    Guid Id, int Number, Guid AddresseeId, string Reasons, string RequiredAction, int? LimitWorkingDays, DateOnly IssuedOn, DateOnly? ReceivedOn,
    string? Answer, DateOnly? AnsweredOn, int? NewVersion)
{
    internal static CorrectionView Of(Correction c) => new(
        c.Id, c.Number, c.AddresseeId, c.Reasons, c.RequiredAction, c.LimitWorkingDays, c.IssuedOn, c.ReceivedOn, c.Answer, c.AnsweredOn, c.NewVersion);
}

/// <summary>A person exempted, and what that protects from (容错免责效果, N4.3-c, N4.3-d).</summary>
public sealed record ExemptPerson(Guid PersonId, Guid FindingId, ExemptionEffects Effects);

/// <summary>The task of revoking what was ordered (撤销处理任务): OPEN or DONE.</summary>
/// <param name="State">OPEN until the revoking document is on record.</param>
/// <param name="On">When it was done.</param>
/// <param name="DocumentNo">The revoking document.</param>
/// <param name="Notify">Who is to be told: persons by id, and the organisation department.</param>
public sealed record RevocationView(string State, DateOnly? On, string? DocumentNo, IReadOnlyList<string> Notify);
