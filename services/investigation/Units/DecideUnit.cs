using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Units;

/// <summary>
/// The superior decides on the unit's responsibility (单位责任决定, N2.4-d, N2.4-e, N2.5.1-h). For a superior outside the system the
/// reviewing body records the decision (代录).
/// </summary>
public sealed record DecideUnit : ActRequest
{
    /// <summary>Whether it was serious (情节严重).</summary>
    public required bool Serious { get; init; }

    /// <summary>Whether the unit is held responsible.</summary>
    public bool Pursued { get; init; } = true;

    /// <summary>What is ordered; empty where the unit is not held responsible.</summary>
    [MaxLength(2)]
    public required IReadOnlyList<SanctionType> Sanctions { get; init; }

    /// <summary>Reason.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>Number of the decision document.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>The unit; the losing agency where it is left out.</summary>
    public Guid? UnitId { get; init; }

    internal static async Task<IResult> HandleAsync(DecideUnit request, Guid caseId, CaseAct act, InvestigationDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var unitId = request.UnitId ?? card.Party(Relations.LosingAgency)!.Value;
        var inquiry = await db.UnitInquiries.Where(u => u.CaseId == caseId && u.UnitId == unitId && u.DecidedOn == null).SingleOrDefaultAsync(ct);
        var decider = act.Actor.OrganisationId!.Value;
        var isOwn = card.Has(decider, Relations.LosingAgency) || card.Has(decider, Relations.ImplementingBody);
        var isSuperior = inquiry is null || inquiry.SuperiorId == decider || (inquiry.SuperiorId is null && card.Has(decider, Relations.ReviewBody));
        if (await act.RefuseAsync(
            ct,
            UnitRules.Decide(isOwn || !isSuperior, request.Serious, request.Sanctions, request.Pursued),
            UnitRules.IsReferred(inquiry is not null),
            DateRules.NotBefore("on", act.On, inquiry?.ReferredOn)) is { } refusal)
        {
            return refusal;
        }

        (inquiry!.Serious, inquiry.Sanctions, inquiry.DecisionReason) = (request.Serious, [.. request.Sanctions.Distinct()], request.Reason);
        (inquiry.DocumentNo, inquiry.DecidedOn, inquiry.DecidedBy) = (request.DocumentNo, act.On, act.Actor.Id);
        var sanctions = inquiry.Sanctions.ConvertAll(Code.Of);
        act.Case.Set(Fact.Unit, "DECIDED").Set(Fact.UnitSanctions, sanctions.Count == 0 ? "NONE" : string.Join('+', sanctions));
        if (!await db.UnitInquiries.AnyAsync(u => u.CaseId == caseId && u.Id != inquiry.Id && u.DecidedOn == null, ct))
        {
            act.Case.Answer("DecideUnit"); // the last one: an answer closes the step for every unit
        }

        act.Case.Stop(ClockKind.UnitDecision, act.On, ReferUnitInquiry.Subject(card, unitId));
        return await act.DoneAsync(header => new UnitDecided { Case = header, InquiryId = inquiry.Id, Sanctions = sanctions }, ct);
    }
}
