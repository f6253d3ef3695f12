using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Units;

/// <summary>
/// Refers a unit's responsibility to its superior (提请上一级机关调查单位责任, N2.5.1-h), any time after the case was found in
/// scope. The losing agency may only propose.
/// </summary>
public sealed record ReferUnitInquiry : ActRequest
{
    /// <summary>Why.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>The unit; the losing agency where it is left out.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The superior where it is not the one on record (GAP-03).</summary>
    public Guid? SuperiorId { get; init; }

    internal static async Task<IResult> HandleAsync(ReferUnitInquiry request, Guid caseId, CaseAct act, InvestigationDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var unitId = request.UnitId ?? card.Party(Relations.LosingAgency)!.Value;
        var unit = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == unitId, ct);
        var superiorId = request.SuperiorId ?? unit?.SuperiorId ?? unit?.ParentGovId;
        var superior = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == superiorId, ct);
        var isOpen = await db.UnitInquiries.AnyAsync(u => u.CaseId == caseId && u.UnitId == unitId && u.DecidedOn == null, ct);
        if (await act.RefuseAsync(
            ct,
            UnitRules.Refer(card.State(), IsUnit(card, unitId), isOpen),
            request.SuperiorId is { } named && superior is null ? new Refused("AGENCY_UNKNOWN", "N2.5.1-h", named.ToString()) : new Accepted(),
            superior is not null && IsUnit(card, superior.Id) ? new Refused("UNIT_DECISION_BELONGS_TO_SUPERIOR", "N2.4-e") : new Accepted(),
            DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        var inquiry = new UnitInquiry
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            UnitId = unitId,
            SuperiorId = superior?.Id,
            SuperiorName = superior?.Name ?? Outside(unit, act.Case.Policy),
            Reason = request.Reason,
            ReferredOn = act.On,
            Sequence = card.Version + 1,
        };
        db.UnitInquiries.Add(inquiry);
        if (superior is not null)
        {
            act.Case.Bring(superior.Id, Relations.Superior);
        }

        act.Case.Set(Fact.Unit, "REFERRED");
        act.Case.Start(ClockKind.UnitDecision, act.On, Subject(card, unitId));
        return await act.DoneAsync(header => new UnitInquiryReferred { Case = header, InquiryId = inquiry.Id, SuperiorId = superior?.Id }, ct);
    }

    /// <summary>Tells the clocks of several units of a case apart.</summary>
    internal static string? Subject(CaseCard card, Guid unitId) => card.Has(unitId, Relations.LosingAgency) ? null : unitId.ToString();

    private static bool IsUnit(CaseCard card, Guid unitId) => card.Has(unitId, Relations.LosingAgency) || card.Has(unitId, Relations.ImplementingBody);

    private static string Outside(Organisation? unit, Policy policy) =>
        Code.TryParse<AgencyLevel>(unit?.Level, out var level) && SuperiorOrgan.Of(level, policy) is { } organ ? organ.Name : "系统外上级机关";
}
