using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Platform;

/// <summary>What one service knows of a case: the basis of its guards and of who may see it (案件卡片).</summary>
public sealed class CaseCard
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>System number (系统编号); empty until the registration has arrived.</summary>
    public string Code { get; set; } = "";

    /// <summary>Sequence of this owner's own events; also its version for <c>If-Match</c>.</summary>
    public long Version { get; set; }

    /// <summary>Rule set the case keeps.</summary>
    public string PolicyVersion { get; set; } = "";

    /// <summary>Calendar the case keeps.</summary>
    public string CalendarVersion { get; set; } = "";

    /// <summary>W3C trace context of the owner's last act on the case.</summary>
    public string? LastTrace { get; set; }

    /// <summary>People who may not review this case.</summary>
    public List<Guid> Restricted { get; private set; } = [];

    /// <summary>Newest slice of each owner.</summary>
    public List<CaseSliceRow> Slices { get; } = [];

    /// <summary>Organisations in the case.</summary>
    public List<CasePartyRow> Parties { get; } = [];

    /// <summary>The union of all owners' facts, typed.</summary>
    public CaseFacts Facts() => CaseFacts.From(Slices.SelectMany(s => s.Slice.Facts).ToDictionary(f => f.Key, f => f.Value));

    /// <summary>The rules the case keeps: the defaults but for the settings among its facts.</summary>
    public Policy Policy() => PolicySettings.Read(
        PolicyVersion.Length > 0 ? PolicyVersion : Rules.Policy.Default.VersionName,
        Slices.Find(s => s.Owner == Owners.Intake)?.Slice.Facts
            .Where(f => f.Key.StartsWith(Fact.SettingPrefix, StringComparison.Ordinal))
            .Select(f => KeyValuePair.Create(f.Key[Fact.SettingPrefix.Length..], f.Value)) ?? []);

    /// <summary>The calendar the case keeps.</summary>
    public WorkingCalendar Calendar() => CalendarVersion.Length > 0 ? WorkingCalendar.Version(CalendarVersion) : WorkingCalendar.National;

    /// <summary>The main state as far as known here.</summary>
    public CaseState State() => MainState.Of(Facts());

    /// <summary>Whether the organisation stands in the relation to the case.</summary>
    public bool Has(Guid organisationId, string relation) =>
        Parties.Any(p => p.OrganisationId == organisationId && p.Relation == relation);

    /// <summary>The organisation in the relation, or null.</summary>
    public Guid? Party(string relation) => Parties.FirstOrDefault(p => p.Relation == relation)?.OrganisationId;

    /// <summary>Documents of the case wherever they are kept.</summary>
    public IEnumerable<CaseDocument> Documents => Slices.SelectMany(s => s.Slice.Documents);

    /// <summary>What the investigation found.</summary>
    public IReadOnlyList<FindingSummary> Findings => Slices.Find(s => s.Owner == Owners.Investigation)?.Slice.Findings ?? [];

    /// <summary>What the review said of single findings.</summary>
    public IReadOnlyList<FindingVerdict> Verdicts => Slices.Find(s => s.Owner == Owners.Review)?.Slice.Verdicts ?? [];

    /// <summary>What was decided.</summary>
    public IReadOnlyList<DisposedFinding> Decisions => Slices.Find(s => s.Owner == Owners.Disposition)?.Slice.Decisions ?? [];

    /// <summary>Intervals in which the case was or is suspended.</summary>
    public IReadOnlyList<ClockPause> Suspensions => Slices.Find(s => s.Owner == Owners.Intake)?.Slice.Suspensions ?? [];

    internal void Restrict(IEnumerable<Guid> persons) => Restricted = [.. persons];

    /// <summary>Takes a slice unless a newer one of the same owner is here already.</summary>
    internal bool Take(CaseHeader header)
    {
        Code = header.Code;
        var row = Slices.Find(s => s.Owner == header.Owner);
        if (row?.Sequence >= header.Sequence)
        {
            return false;
        }

        if (row is null)
        {
            Slices.Add(row = new CaseSliceRow { CaseId = CaseId, Owner = header.Owner, Slice = header.Slice });
        }

        row.Sequence = header.Sequence;
        row.Slice = header.Slice;
        if (header.Slice.RestrictedPersons.Count > 0)
        {
            Restrict(header.Slice.RestrictedPersons);
        }

        PolicyVersion = header.Slice.Facts.GetValueOrDefault(Fact.PolicyVersion, PolicyVersion);
        CalendarVersion = header.Slice.Facts.GetValueOrDefault(Fact.CalendarVersion, CalendarVersion);
        foreach (var party in header.Slice.Parties.Where(p => !Has(p.OrganisationId, p.Relation)))
        {
            Parties.Add(new CasePartyRow { CaseId = CaseId, OrganisationId = party.OrganisationId, Relation = party.Relation });
        }

        return true;
    }
}

/// <summary>The newest slice of one owner.</summary>
public sealed class CaseSliceRow
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Service the slice belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner's sequence of the slice.</summary>
    public long Sequence { get; set; }

    /// <summary>The slice.</summary>
    public required CaseSlice Slice { get; set; }
}

/// <summary>An organisation's relation to a case.</summary>
public sealed class CasePartyRow
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>See <see cref="Relations"/>.</summary>
    public required string Relation { get; init; }
}
