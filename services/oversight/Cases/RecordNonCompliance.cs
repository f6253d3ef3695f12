using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Oversight.Cases;

/// <summary>Records that the losing agency does not follow the notice (不按通知执行, N5.3-b): proposed by the conference, decided by people, never automatic.</summary>
public sealed record RecordNonCompliance : ActRequest
{
    /// <summary>What was not done.</summary>
    [StringLength(4000)]
    public required string Facts { get; init; }

    /// <summary>Consequences.</summary>
    [MaxLength(2)]
    public required IReadOnlyList<SanctionType> Consequences { get; init; }

    /// <summary>Who decided.</summary>
    [StringLength(200, MinimumLength = 1)]
    public required string DecidedBy { get; init; }

    /// <summary>Range of publication (GAP-22).</summary>
    [StringLength(200)]
    public required string Range { get; init; }

    internal static async Task<IResult> HandleAsync(RecordNonCompliance request, Guid caseId, CaseAct act, OversightDbContext db, CancellationToken ct)
    {
        if (await act.RefuseAsync(
            ct,
            NonComplianceRules.Record(request.Facts, request.Consequences, request.Range, act.Case.Policy),
            DateRules.NotBefore("on", act.On, act.Registered())) is { } refusal)
        {
            return refusal;
        }

        db.NonCompliances.Add(new NonCompliance
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            AgencyId = act.Case.Card.Party(Relations.LosingAgency)!.Value,
            Facts = request.Facts,
            DecidedBy = request.DecidedBy,
            Consequences = [.. request.Consequences.Distinct()],
            Range = request.Range,
            On = act.On,
        });
        act.Case.Set(Fact.NonCompliance, true);
        return await act.DoneAsync(
            header => new NonComplianceRecorded { Case = header, Consequences = [.. request.Consequences.Distinct().Select(Code.Of)] }, ct);
    }
}
