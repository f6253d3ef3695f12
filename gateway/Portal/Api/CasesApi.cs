namespace LostCases.Portal.Api;

/// <summary>The read model of cases: list and case page, as Oversight composes them.</summary>
internal sealed class CasesApi(GatewayClient gateway)
{
    private const int PageSize = 50;

    internal Task<Read<CaseLines>> ListAsync(string? q, string? after, CancellationToken ct) =>
        gateway.GetAsync<CaseLines>($"api/oversight/cases?size={PageSize}{Part("q", q)}{Part("after", after)}", ct);

    internal Task<Read<CaseDetail>> FindAsync(Guid id, CancellationToken ct) =>
        gateway.GetAsync<CaseDetail>($"api/oversight/cases/{id}", ct);

    private static string Part(string name, string? value) => string.IsNullOrWhiteSpace(value) ? "" : $"&{name}={Uri.EscapeDataString(value.Trim())}";
}

/// <summary>A page of cases and the key of the next one.</summary>
public sealed record CaseLines(IReadOnlyList<CaseLine> Items, string? Next);

/// <summary>A case in the list.</summary>
public sealed record CaseLine
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string CaseNo { get; init; }

    /// <summary>Losing agency; empty while its name has not arrived in the read model.</summary>
    public required string AgencyName { get; init; }

    public required string State { get; init; }

    public string? Step { get; init; }

    public IReadOnlyList<string> Holders { get; init; } = [];

    public NextClock? Clock { get; init; }
}

/// <summary>The running clock that is due first.</summary>
public sealed record NextClock
{
    public required string Kind { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Nature { get; init; }

    public int? Length { get; init; }

    public string? Unit { get; init; }

    public int? RemainingWorkingDays { get; init; }

    public int? OverdueWorkingDays { get; init; }
}

/// <summary>What the preview shows of a case.</summary>
public sealed record CaseDetail
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string State { get; init; }

    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public required IReadOnlyList<CaseParty> Parties { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required IReadOnlyList<OpenStep> OpenSteps { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public bool Updating { get; init; }
}

/// <summary>An organisation in the case.</summary>
public sealed record CaseParty(string Name, string Relation);

/// <summary>A step that waits for somebody.</summary>
public sealed record OpenStep(string Step, IReadOnlyList<CaseParty> Organisations, DateTimeOffset? OpenedAt);

/// <summary>A clock as it stands.</summary>
public sealed record CaseClock
{
    public required string Kind { get; init; }

    public required DateOnly StartOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required int Length { get; init; }

    public required string Unit { get; init; }

    public required string Nature { get; init; }

    public required string Status { get; init; }

    public DateOnly? StoppedOn { get; init; }

    public int? OverdueWorkingDays { get; init; }

    public int? RemainingWorkingDays { get; init; }
}
