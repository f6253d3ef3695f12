using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>The findings of a case as they are to be decided: what was found, what was transferred, what came back, who was exempted.</summary>
internal sealed record FindingsInHand(IReadOnlyList<FindingToDecide> Findings, IReadOnlyList<Transfer> Transfers, IReadOnlyList<Exemption> Exemptions)
{
    /// <summary>Transferred findings without a result, those sent back among them.</summary>
    internal int Pending => Findings.Count(f => f is { Transferred: true, ResultIn: false });

    internal static async Task<FindingsInHand> LoadAsync(CaseCard card, DispositionDbContext db, CancellationToken ct)
    {
        var sent = await db.Transfers.Where(t => t.CaseId == card.CaseId).OrderBy(t => t.Number).ToListAsync(ct);
        var transfers = sent.GroupBy(t => t.FindingId).Select(g => g.Last()).ToList();
        var exemptions = await db.Exemptions.Where(e => e.CaseId == card.CaseId).OrderBy(e => e.Number).ToListAsync(ct);
        return new FindingsInHand([.. card.Findings.Select(f => ToDecide(f, transfers.Find(t => t.FindingId == f.FindingId), card.Verdicts.Any(v => v.FindingId == f.FindingId && !v.Agrees)))], transfers, exemptions);
    }

    /// <summary>What the agency decided last; nothing before it has decided.</summary>
    internal static async Task<IReadOnlyList<FindingDecision>> OwnAsync(Guid caseId, DispositionDbContext db, CancellationToken ct) =>
        (await db.Dispositions.AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct))?.Decisions ?? [];

    internal FindingToDecide? Find(Guid findingId) => Findings.FirstOrDefault(f => f.Id == findingId);

    /// <summary>What others are told: the agency's decisions and the results of other organs.</summary>
    internal IReadOnlyList<DisposedFinding> Decided(IReadOnlyList<FindingDecision> own, CaseCard card) =>
    [
        .. own.Select(d => Told(card, d.FindingId, d.Result, d.Sanctions)),
        .. Transfers.Where(t => t.ResultOn is not null).Select(t => Told(card, t.FindingId, Conclusion.Transferred, t.Sanctions)),
    ];

    /// <summary>The newest transfer of a finding; null where there is none.</summary>
    internal Transfer? Transfer(Guid findingId) => Transfers.FirstOrDefault(t => t.FindingId == findingId);

    /// <summary>Findings whose person is exempted, by the agency or by the organ the finding was transferred to.</summary>
    internal IReadOnlyList<Guid> Exempt(IReadOnlyList<FindingDecision> own) =>
    [
        .. own.Where(d => d.Result == Conclusion.Exempt).Select(d => d.FindingId),
        .. Transfers.Where(t => t.Result == Conclusion.Exempt).Select(t => t.FindingId),
    ];

    /// <summary>The newest word on a person's exemption; null where nobody has said anything.</summary>
    internal Exemption? Exemption(Guid findingId) => Exemptions.LastOrDefault(e => e.FindingId == findingId);

    /// <summary>
    /// Tells how many exemptions wait to be recognised and how many hold. Where another disposition has taken the exemption away, what
    /// was recognised ends with it (N5.2-d).
    /// </summary>
    internal void TellExemptions(CaseAct act, IReadOnlyList<FindingDecision> own)
    {
        var exempt = Exempt(own);
        foreach (var vanished in Exemptions.Where(e => e.CancelledOn is null && !exempt.Contains(e.FindingId)))
        {
            vanished.Cancel(act.On, reason: null, act.Actor.Id);
        }

        var standings = exempt.Select(f => Exemption(f)?.Standing ?? ExemptionStanding.Claimed).ToList();
        act.Case
            .Set(Fact.ExemptionsToRecognise, standings.Count(s => s is ExemptionStanding.Claimed or ExemptionStanding.Cancelled))
            .Set(Fact.ExemptionsRecognised, standings.Count(s => s == ExemptionStanding.Recognised));
    }

    private static FindingToDecide ToDecide(FindingSummary finding, Transfer? transfer, bool opinionDisagrees)
    {
        _ = Code.TryParse<Conclusion>(finding.Conclusion, out var conclusion);
        _ = Code.TryParse<PersonnelAuthority>(finding.Authority, out var authority);
        return new FindingToDecide(finding.FindingId, conclusion, authority, transfer?.ResultOn is not null, transfer is not null, opinionDisagrees,
            transfer?.ReturnedOn is not null);
    }

    private static DisposedFinding Told(CaseCard card, Guid findingId, Conclusion result, IEnumerable<SanctionType> sanctions) => new()
    {
        FindingId = findingId,
        PersonId = card.Findings.Single(f => f.FindingId == findingId).PersonId,
        Result = Code.Of(result),
        Sanctions = [.. sanctions.Distinct().Select(Code.Of)],
    };
}
