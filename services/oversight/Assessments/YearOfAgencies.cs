using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Oversight.Statistics;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Assessments;

/// <summary>What a year says of each agency (N5.3-a), read from what was imported, from the cases and from the conference's own records.</summary>
internal sealed class YearOfAgencies
{
    private readonly int _year;
    private readonly DateOnly _asOf;
    private readonly ILookup<Guid, LitigationStat> _told;
    private readonly ILookup<Guid, KnownLoss> _losses;
    private readonly ILookup<Guid, CaseCard> _byLoser;
    private readonly ILookup<Guid, CaseCard> _byFiler;
    private readonly HashSet<Guid> _disposed;
    private readonly ILookup<Guid, Guid> _corrected;
    private readonly ILookup<Guid, Guid> _notFollowing;

    private YearOfAgencies(
        int year, DateOnly asOf, ILookup<Guid, LitigationStat> told, ILookup<Guid, KnownLoss> losses, List<CaseCard> cards,
        List<TimelineEntry> acts, List<(Guid AgencyId, Guid Id)> notFollowing)
    {
        (_year, _asOf, _told, _losses) = (year, asOf, told, losses);
        _byLoser = cards.Where(c => c.Party(Relations.LosingAgency) is not null).ToLookup(c => c.Party(Relations.LosingAgency)!.Value);
        _byFiler = cards.Where(c => c.Party(Relations.ReviewBody) is not null).ToLookup(c => c.Party(Relations.ReviewBody)!.Value);
        _disposed = [.. acts.Where(a => a.What == nameof(Disposed)).Select(a => a.CaseId)];
        _corrected = acts.Where(a => a.What == nameof(CorrectionOrdered)).ToLookup(a => a.CaseId, a => a.Id);
        _notFollowing = notFollowing.ToLookup(n => n.AgencyId, n => n.Id);
    }

    /// <summary>Agencies the year says anything of.</summary>
    internal IReadOnlyList<Guid> Agencies =>
        [.. _told.Select(t => t.Key).Union(_losses.Select(l => l.Key)).Union(_byLoser.Select(c => c.Key)).Union(_byFiler.Select(c => c.Key)).Union(_notFollowing.Select(n => n.Key))];

    /// <summary>Reads a year; clocks that still run are read as of the day, and so is what has been done since.</summary>
    internal static async Task<YearOfAgencies> ReadAsync(OversightDbContext db, int year, DateOnly asOf, CancellationToken ct)
    {
        var (first, last) = StatPeriods.Days($"{year}")!.Value;
        var before = first.AddYears(-1);
        var cases = db.Timeline.Where(t => t.On >= before && t.On <= last).Select(t => t.CaseId).Distinct();
        var cards = await db.Cards.AsNoTracking().Where(c => cases.Contains(c.CaseId)).Include(c => c.Slices).Include(c => c.Parties).AsSplitQuery().ToListAsync(ct);
        var acts = await db.Timeline.AsNoTracking()
            .Where(t => t.On >= first && t.On <= last && (t.What == nameof(Disposed) || t.What == nameof(CorrectionOrdered))).ToListAsync(ct);
        var notFollowing = await db.NonCompliances.AsNoTracking().Where(n => n.On >= first && n.On <= last).Select(n => new { n.AgencyId, n.Id }).ToListAsync(ct);
        return new(
            year, asOf, await Counted.ToldAsync(db, [$"{year}"], ct), await Counted.LossesAsync(db, first, last, ct), cards, acts,
            notFollowing.ConvertAll(n => (n.AgencyId, n.Id)));
    }

    /// <summary>
    /// The agency's year. Losses are those imported, or else those registered here; filings are those the agency owes as reviewing body, and for a
    /// government those its legal body owes.
    /// </summary>
    internal AssessedYear Of(Guid agency, IReadOnlyList<Guid> legalBodies, Policy policy)
    {
        var (figures, own) = (_told[agency].Of($"{_year}"), _byLoser[agency].ToList());
        return new()
        {
            Losses = figures?.Lost ?? _losses[agency].Count(),
            Rate = figures is null ? null : LitigationStatistics.Rate(figures, policy),
            Reports = [.. own.SelectMany(c => Duties(c, ClockKind.Submit))],
            Filings = [.. legalBodies.Append(agency).SelectMany(b => _byFiler[b]).SelectMany(c => Duties(c, ClockKind.Filing))],
            Opinions = [.. own.Where(IsDisposed).SelectMany(Followed)],
            Dispositions = [.. own.Where(IsDisposed).Select(c => c.State() == CaseState.Closed)],
            Corrections = own.Sum(c => _corrected[c.CaseId].Count()),
            NonCompliances = _notFollowing[agency].Count(),
        };
    }

    private bool IsDisposed(CaseCard card) => _disposed.Contains(card.CaseId);

    private IEnumerable<bool> Duties(CaseCard card, ClockKind kind) => card.Slices.SelectMany(s => s.Slice.Clocks).Where(c => c.Kind == Rules.Code.Of(kind))
        .Select(c => Assessment.InTime(c.Read(), c.StoppedOn, _year, _asOf)).OfType<bool>();

    /// <summary>Per finding decided here whether the decision followed the opinion; what was transferred another organ decided.</summary>
    private static IEnumerable<bool> Followed(CaseCard card)
    {
        foreach (var decision in card.Decisions)
        {
            if (card.Findings.FirstOrDefault(f => f.FindingId == decision.FindingId) is { } finding
                && Rules.Code.TryParse<Conclusion>(finding.Conclusion, out var proposed) && Rules.Code.TryParse<Conclusion>(decision.Result, out var result)
                && result != Conclusion.Transferred)
            {
                yield return DispositionRules.Follows(proposed, card.Verdicts.Any(v => v.FindingId == finding.FindingId && !v.Agrees), result);
            }
        }
    }
}
