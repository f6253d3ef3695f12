namespace LostCases.Portal.Api;

/// <summary>The read model of cases: list and case page, as Oversight composes them.</summary>
internal sealed class CasesApi(GatewayClient gateway)
{
    private const int PageSize = 50;

    internal Task<Read<CaseLines>> ListAsync(string? q, string? after, CancellationToken ct) =>
        gateway.GetAsync<CaseLines>($"api/oversight/cases?size={PageSize}{Part("q", q)}{Part("after", after)}", ct);

    internal Task<Read<CaseDetail>> FindAsync(Guid id, CancellationToken ct) => FindAsync(id, atLeast: null, ct);

    /// <summary>The case, with the version an act has just made in it or else marked as being updated.</summary>
    internal Task<Read<CaseDetail>> FindAsync(Guid id, string? atLeast, CancellationToken ct) =>
        gateway.GetAsync<CaseDetail>($"api/oversight/cases/{id}{(atLeast is null ? "" : $"?atLeast={Uri.EscapeDataString(atLeast)}")}", ct);

    /// <summary>Cases of the person's organisation in which it is another that is awaited.</summary>
    internal Task<Read<CaseLines>> AwaitedAsync(CancellationToken ct) => gateway.GetAsync<CaseLines>($"api/oversight/cases?awaiting=OTHERS&size={PageSize}", ct);

    /// <summary>The lines of these cases, as far as the person may see them.</summary>
    internal Task<Read<CaseLines>> LinesAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        gateway.GetAsync<CaseLines>($"api/oversight/cases?size=100{string.Concat(ids.Take(100).Select(id => $"&ids={id}"))}", ct);

    /// <summary>A page of what was done in the case, newest first.</summary>
    internal Task<Read<ActsTold>> TimelineAsync(Guid id, Guid? after, CancellationToken ct) =>
        gateway.GetAsync<ActsTold>($"api/oversight/cases/{id}/timeline?size={PageSize}{Part("after", after?.ToString())}", ct);

    /// <summary>What became known of all visible cases since then, newest first.</summary>
    internal Task<Read<ActsTold>> NewsAsync(DateTimeOffset since, int size, CancellationToken ct) =>
        gateway.GetAsync<ActsTold>($"api/oversight/timeline?size={size}{Part("since", since.UtcDateTime.ToString("O"))}", ct);

    /// <summary>What one owner keeps of the case, for those who may read it.</summary>
    internal Task<Read<T>> OwnerAsync<T>(string owner, Guid id, CancellationToken ct)
        where T : class => gateway.GetAsync<T>($"api/{owner}/cases/{id}", ct);

    private static string Part(string name, string? value) => string.IsNullOrWhiteSpace(value) ? "" : $"&{name}={Uri.EscapeDataString(value.Trim())}";
}

/// <summary>A page of cases and the key of the next one.</summary>
public sealed record CaseLines(IReadOnlyList<CaseLine> Items, string? Next);

/// <summary>A case in the list.</summary>
public sealed record CaseLine
{
    public IReadOnlyList<string> Flags { get; init; } = [];

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
