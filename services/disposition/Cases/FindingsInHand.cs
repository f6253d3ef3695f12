using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>The findings of a case as they are to be decided: what was found, what was transferred, what came back.</summary>
internal sealed record FindingsInHand(IReadOnlyList<FindingToDecide> Findings, IReadOnlyList<Transfer> Transfers)
{
    /// <summary>Transferred findings without a result.</summary>
    internal int Pending => Findings.Count(f => f is { Transferred: true, ResultIn: false });

    internal static async Task<FindingsInHand> LoadAsync(CaseCard card, DispositionDbContext db, CancellationToken ct)
    {
        var transfers = await db.Transfers.Where(t => t.CaseId == card.CaseId).ToListAsync(ct);
        return new FindingsInHand([.. card.Findings.Select(f => ToDecide(f, transfers.Find(t => t.FindingId == f.FindingId), card.Verdicts.Any(v => v.FindingId == f.FindingId && !v.Agrees)))], transfers);
    }

    internal FindingToDecide? Find(Guid findingId) => Findings.FirstOrDefault(f => f.Id == findingId);

    /// <summary>What others are told: the agency's decisions and the results of other organs.</summary>
    internal IReadOnlyList<DisposedFinding> Decided(IReadOnlyList<FindingDecision> own, CaseCard card) =>
    [
        .. own.Select(d => Told(card, d.FindingId, d.Result, d.Sanctions)),
        .. Transfers.Where(t => t.ResultOn is not null).Select(t => Told(card, t.FindingId, Conclusion.Transferred, t.Sanctions)),
    ];

    private static FindingToDecide ToDecide(FindingSummary finding, Transfer? transfer, bool opinionDisagrees)
    {
        _ = Code.TryParse<Conclusion>(finding.Conclusion, out var conclusion);
        _ = Code.TryParse<PersonnelAuthority>(finding.Authority, out var authority);
        return new FindingToDecide(finding.FindingId, conclusion, authority, transfer?.ResultOn is not null, transfer is not null, opinionDisagrees);
    }

    private static DisposedFinding Told(CaseCard card, Guid findingId, Conclusion result, IEnumerable<SanctionType> sanctions) => new()
    {
        FindingId = findingId,
        PersonId = card.Findings.Single(f => f.FindingId == findingId).PersonId,
        Result = Code.Of(result),
        Sanctions = [.. sanctions.Distinct().Select(Code.Of)],
    };
}
