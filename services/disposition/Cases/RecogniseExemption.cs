using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// The competent organ recognises a person's exemption or refuses to (容错免责认定, N4.3-b, GAP-18). What an organ outside the system
/// said is recorded by the losing agency, with the organ's document.
/// </summary>
public sealed record RecogniseExemption : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Whether it is recognised.</summary>
    public required bool Recognised { get; init; }

    /// <summary>Circumstance it rests on (N4.2).</summary>
    public required ExemptionCircumstance Circumstance { get; init; }

    /// <summary>The person's name as the organ's document has it.</summary>
    [StringLength(50, MinimumLength = 1)]
    public required string PersonName { get; init; }

    /// <summary>Number of the organ's document.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>Reason; needed where it is refused.</summary>
    [StringLength(4000)]
    public string? Reason { get; init; }

    /// <summary>The organ's document, uploaded here before; needed where another records it for the organ.</summary>
    public Guid? DocumentId { get; init; }

    internal static async Task<IResult> HandleAsync(RecogniseExemption request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var card = act.Case.Card;
        var hand = await FindingsInHand.LoadAsync(card, db, ct);
        var newest = await db.Dispositions.Where(d => d.CaseId == caseId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        var transfer = hand.Transfer(request.FindingId);
        if (RecognisingOrgans.Of(act, transfer) is not { } by)
        {
            return Problems.Forbidden(http); // another organ's transfer
        }

        var attached = await db.Documents.AnyAsync(d => d.CaseId == caseId && d.Id == request.DocumentId && d.Kind == "DECISION", ct);
        var known = hand.Exemption(request.FindingId);
        if (await act.RefuseAsync(
            ct,
            ExemptionRules.Allow(act.Case.Card.State()),
            hand.Find(request.FindingId) is { } finding
                ? ExemptionRules.Settle(hand.Exempt(newest?.Decisions ?? []).Contains(finding.Id), known?.Standing ?? ExemptionStanding.Claimed, request.Recognised, request.Reason)
                : new Refused("FINDING_UNKNOWN", "N4.3-b", request.FindingId.ToString()),
            ExemptionRules.Recognise(hand.Find(request.FindingId)?.Authority ?? default, by, act.Case.Policy),
            attached || !RecognisingOrgans.IsForAnother(act, by) ? new Accepted() : new Refused("ATTACHMENT_MISSING", "N4.3-b", "DECISION"),
            DateRules.NotBefore("on", act.On, transfer?.ResultOn ?? newest?.On)) is { } refusal)
        {
            return refusal;
        }

        var organ = by == RecognisingOrgan.TransferOrgan ? transfer!.OrganId : act.Actor.OrganisationId;
        var fresh = new Exemption
        {
            FindingId = request.FindingId,
            Number = (known?.Number ?? 0) + 1,
            CaseId = caseId,
            By = by,
            OrganId = organ,
            OrganName = by == RecognisingOrgan.TransferOrgan ? transfer!.OrganName : await db.Organisations.Where(o => o.Id == organ).Select(o => o.Name).SingleAsync(ct),
            PersonName = request.PersonName,
            Circumstance = request.Circumstance,
            Recognised = request.Recognised,
            Reason = request.Reason,
            DocumentNo = request.DocumentNo,
            DocumentId = attached ? request.DocumentId : null,
            On = act.On,
            RecordedBy = act.Actor.Id,
        };
        db.Exemptions.Add(fresh);
        (hand with { Exemptions = [.. hand.Exemptions, fresh] }).TellExemptions(act, newest?.Decisions ?? []);
        return request.Recognised
            ? await act.DoneAsync(header => new ExemptionRecognised { Case = header, FindingId = request.FindingId }, ct)
            : await act.DoneAsync(header => new ExemptionRefused { Case = header, FindingId = request.FindingId }, ct);
    }
}

/// <summary>In which capacity somebody speaks on an exemption.</summary>
internal static class RecognisingOrgans
{
    /// <summary>The capacity; null for a receiving organ whose transfer this is not.</summary>
    internal static RecognisingOrgan? Of(CaseAct act, Transfer? transfer)
    {
        var (card, organisation) = (act.Case.Card, act.Actor.OrganisationId ?? Guid.Empty);
        return transfer?.OrganId == organisation ? RecognisingOrgan.TransferOrgan
            : card.Has(organisation, Relations.LosingAgency) ? transfer is { OrganId: null } ? RecognisingOrgan.TransferOrgan : RecognisingOrgan.LosingAgency
            : card.Has(organisation, Relations.ReviewBody) ? RecognisingOrgan.ReviewBody
            : null;
    }

    /// <summary>Whether the losing agency records what an organ outside the system has said.</summary>
    internal static bool IsForAnother(CaseAct act, RecognisingOrgan by) =>
        by == RecognisingOrgan.TransferOrgan && act.Case.Card.Has(act.Actor.OrganisationId ?? Guid.Empty, Relations.LosingAgency);
}
