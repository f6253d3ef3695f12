namespace LostCases.Portal.Api;

/// <summary>What waits for the person, as Notification tells it.</summary>
internal sealed class TodosApi(GatewayClient gateway)
{
    private const int Page = 100;
    private const int Most = 500;

    /// <summary>All of the person's to-dos, at most 500.</summary>
    internal async Task<Read<List<Todo>>> AllAsync(CancellationToken ct)
    {
        var all = new List<Todo>();
        while (true)
        {
            var read = await gateway.GetAsync<List<Todo>>($"api/notification/todos{(all.Count > 0 ? $"?after={all[^1].RequestId}" : "")}", ct);
            if (read.Value is not { } page)
            {
                return read;
            }

            all.AddRange(page);
            if (page.Count < Page || all.Count >= Most)
            {
                return new(all, null);
            }
        }
    }

    /// <summary>What the chain has told the person, the newest first.</summary>
    internal Task<Read<List<ChainNotice>>> ChainNoticesAsync(CancellationToken ct) => gateway.GetAsync<List<ChainNotice>>("api/notification/chain-notices", ct);

    /// <summary>Takes a to-do (认领); null when it worked.</summary>
    internal async Task<Fault?> ClaimAsync(Guid requestId, CancellationToken ct) =>
        (await gateway.PostAsync<object>($"api/notification/todos/{requestId}/claim", JsonContent.Create(new { }), key: null, version: null, ct)).Fault;
}

/// <summary>What the chain has told on its way (流程通知).</summary>
public sealed record ChainNotice(Guid NoticeId, Guid CaseId, string CaseCode, string Template, string? Text, DateTimeOffset SentAt);

/// <summary>A to-do: an open step the person can answer.</summary>
public sealed record Todo
{
    /// <summary>Notification's classes, the most urgent first.</summary>
    internal static readonly string[] Urgencies = ["MUST_PASSED", "MUST_TODAY", "EXCEEDED", "TODAY", "NEAR", "IN_TIME", "NO_LIMIT"];

    public required Guid RequestId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseCode { get; init; }

    public required string CaseNo { get; init; }

    public required string Step { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public Guid? ClaimedBy { get; init; }

    public TodoClock? Clock { get; init; }

    public required string Urgency { get; init; }
}

/// <summary>The limit a to-do is measured by.</summary>
public sealed record TodoClock
{
    public required string Kind { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Nature { get; init; }

    public required int Length { get; init; }

    public required string Unit { get; init; }

    public required string Status { get; init; }

    public int? RemainingWorkingDays { get; init; }

    public int? OverdueWorkingDays { get; init; }
}
