using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// The joint conference orders a correction (提出纠正意见, T20); the secretariat records it. The clock starts when the addressee signs
/// for it.
/// </summary>
public sealed record OrderCorrection : ActRequest
{
    /// <summary>What is wrong and why.</summary>
    [StringLength(8000)]
    public required string Reasons { get; init; }

    /// <summary>What is to be done.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string RequiredAction { get; init; }

    /// <summary>Limit in working days from receipt where the conference sets one (GAP-12).</summary>
    [Range(1, 250)]
    public int? LimitWorkingDays { get; init; }

    /// <summary>The responsible unit it is addressed to; the losing agency where it is left out.</summary>
    public Guid? AddresseeId { get; init; }

    /// <summary>The conference it was decided at.</summary>
    public Guid? ConferenceId { get; init; }

    internal static async Task<IResult> HandleAsync(OrderCorrection request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var addressee = request.AddresseeId ?? card.Party(Relations.LosingAgency)!.Value;
        var received = await db.Receipts.Where(r => r.CaseId == caseId).Select(r => (DateOnly?)r.On).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            CorrectionRules.Order(request.Reasons, card.Has(addressee, Relations.LosingAgency) || card.Has(addressee, Relations.ImplementingBody)),
            DateRules.NotBefore("on", act.On, received)) is { } refusal)
        {
            return refusal;
        }

        var number = card.Facts().Count(Fact.Corrections) + 1;
        var correction = new Correction
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Number = number,
            AddresseeId = addressee,
            ConferenceId = request.ConferenceId,
            Reasons = request.Reasons,
            RequiredAction = request.RequiredAction,
            LimitWorkingDays = request.LimitWorkingDays,
            IssuedOn = act.On,
            Sequence = card.Version + 1,
        };
        db.Corrections.Add(correction);
        act.Case.Stop(ClockKind.Disposition, act.On);
        act.Case.Set(Fact.Corrections, number);
        return await act.DoneAsync(header => new CorrectionOrdered { Case = header, CorrectionId = correction.Id, Number = number }, ct);
    }

    /// <summary>Tells the clocks of several corrections apart.</summary>
    internal static string? Subject(int number) => number == 1 ? null : $"CORRECTION:{number}";
}
