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
    Guid CaseId, string Code, long Version, DateOnly? FeedbackReceivedOn, string? FeedbackReceivedMode, IReadOnlyList<DispositionView> Dispositions,
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
        var said = await db.Exemptions.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Number).ToListAsync(ct);
        http.Response.Headers.ETag = $"\"{db.Schema}.{card.Version}\"";
        return TypedResults.Ok(new DispositionCaseView(
            caseId, card.Code, card.Version, receipt?.On, receipt?.Mode,
            [.. versions.Select(v => new DispositionView(v.Version, v.DocumentNo, v.On, v.Decisions))],
            transfers.ConvertAll(t => new TransferView(t.FindingId, t.OrganId, t.OrganName, t.Materials, t.SentOn, t.ResultOn, t.Result, t.Sanctions, t.Number, t.AcknowledgedOn, t.ReturnedOn, t.ReturnReason)),
            corrections.ConvertAll(CorrectionView.Of),
            ExemptPerson.Of(card, transfers, said, exemptions),
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
    IReadOnlyList<SanctionType> Sanctions, int Number, DateOnly? AcknowledgedOn, DateOnly? ReturnedOn, string? ReturnReason);

/// <summary>A correction as it is shown.</summary>
public sealed record CorrectionView(
    Guid Id, int Number, Guid AddresseeId, string Reasons, string RequiredAction, int? LimitWorkingDays, DateOnly IssuedOn, DateOnly? ReceivedOn,
    string? Answer, DateOnly? AnsweredOn, int? NewVersion)
{
    internal static CorrectionView Of(Correction c) => new(
        c.Id, c.Number, c.AddresseeId, c.Reasons, c.RequiredAction, c.LimitWorkingDays, c.IssuedOn, c.ReceivedOn, c.Answer, c.AnsweredOn, c.NewVersion);
}

/// <summary>A person exempted, what that protects from (容错免责效果, N4.3-c, N4.3-d), and what the competent organ said of it.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="FindingId">The finding.</param>
/// <param name="Effects">Effects of a recognised exemption.</param>
/// <param name="Standing">Whether it waits, holds, was refused or cancelled.</param>
/// <param name="Said">What was said, the newest last.</param>
public sealed record ExemptPerson(Guid PersonId, Guid FindingId, ExemptionEffects Effects, ExemptionStanding Standing, IReadOnlyList<ExemptionView> Said)
{
    /// <summary>Those exempted by the agency or by another organ, and those whose exemption was taken away; of a transfer, to its own organ too.</summary>
    internal static IReadOnlyList<ExemptPerson> Of(CaseCard card, IReadOnlyList<Transfer> transfers, IReadOnlyList<Exemption> said, bool all)
    {
        var own = card.Decisions.Where(d => all && d.Result == Code.Of(Conclusion.Exempt)).Select(d => d.FindingId);
        var elsewhere = transfers.Where(t => t.Result == Conclusion.Exempt).Select(t => t.FindingId);
        var former = said.Select(e => e.FindingId).Where(f => all || transfers.Any(t => t.FindingId == f));
        return [.. own.Concat(elsewhere).Concat(former).Distinct().Select(f => One(card, f, [.. said.Where(e => e.FindingId == f)]))];
    }

    private static ExemptPerson One(CaseCard card, Guid finding, List<Exemption> said) => new(
        card.Findings.Single(f => f.FindingId == finding).PersonId, finding, ExemptionEffects.OfTheNotice,
        said is [.., var last] ? last.Standing : ExemptionStanding.Claimed, said.ConvertAll(ExemptionView.Of));
}

/// <summary>What an organ said of an exemption, as it is shown.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="By">In which capacity the organ spoke.</param>
/// <param name="OrganId">The organ; null where it is outside the system.</param>
/// <param name="OrganName">The organ in words.</param>
/// <param name="PersonName">The person's name as the organ's document has it.</param>
/// <param name="Circumstance">Circumstance it rests on (N4.2).</param>
/// <param name="Recognised">Whether it was recognised, or refused.</param>
/// <param name="Reason">In words.</param>
/// <param name="DocumentNo">Number of the organ's document.</param>
/// <param name="On">Business date.</param>
/// <param name="CancelledOn">When it was cancelled; null where it was not.</param>
/// <param name="CancelReason">Why; null where a new disposition took it away.</param>
/// <param name="Deductions">Deductions in the work assessment (N4.3-d).</param>
public sealed record ExemptionView(
    int Number, RecognisingOrgan By, Guid? OrganId, string OrganName, string PersonName, ExemptionCircumstance Circumstance, bool Recognised, string? Reason,
    string DocumentNo, DateOnly On, DateOnly? CancelledOn, string? CancelReason, IReadOnlyList<DeductionView> Deductions)
{
    internal static ExemptionView Of(Exemption e) => new(
        e.Number, e.By, e.OrganId, e.OrganName, e.PersonName, e.Circumstance, e.Recognised, e.Reason, e.DocumentNo, e.On, e.CancelledOn, e.CancelReason,
        [.. e.Deductions.Select(d => new DeductionView(d.On, d.Points, d.Reason))]);
}

/// <summary>A deduction as it is shown.</summary>
public sealed record DeductionView(DateOnly On, decimal Points, string Reason);

/// <summary>The task of revoking what was ordered (撤销处理任务): OPEN or DONE.</summary>
/// <param name="State">OPEN until the revoking document is on record.</param>
/// <param name="On">When it was done.</param>
/// <param name="DocumentNo">The revoking document.</param>
/// <param name="Notify">Who is to be told: persons by id, and the organisation department.</param>
public sealed record RevocationView(string State, DateOnly? On, string? DocumentNo, IReadOnlyList<string> Notify);
