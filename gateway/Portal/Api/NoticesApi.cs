namespace LostCases.Portal.Api;

/// <summary>Reminders, urging and supervision (提醒、催办、督办), as Notification tells of them.</summary>
internal sealed class NoticesApi(GatewayClient gateway)
{
    private const int Page = 100;
    private const int Most = 500;

    /// <summary>The notices to the person that still hold, at most 500; of one limit the highest step of the escalation alone.</summary>
    internal async Task<Read<List<NoticeTold>>> MineAsync(CancellationToken ct)
    {
        var all = new List<NoticeTold>();
        while (true)
        {
            var read = await gateway.GetAsync<List<NoticeTold>>($"api/notification/notices{(all.Count > 0 ? $"?after={all[^1].Id}" : "")}", ct);
            if (read.Value is not { } page)
            {
                return read;
            }

            all.AddRange(page);
            if (page.Count < Page || all.Count >= Most)
            {
                return new([.. all.GroupBy(n => (n.CaseId, n.Kind, n.Stage, n.DueOn)).Select(g => g.MaxBy(n => Array.IndexOf(NoticeTold.Steps, n.Step))!)], null);
            }
        }
    }

    /// <summary>All notices given in a case, the newest first.</summary>
    internal Task<Read<List<NoticeTold>>> OfCaseAsync(Guid id, CancellationToken ct) => gateway.GetAsync<List<NoticeTold>>($"api/notification/cases/{id}/notices", ct);

    /// <summary>How the person is told beside the desk.</summary>
    internal Task<Read<Subscription>> SubscriptionAsync(CancellationToken ct) => gateway.GetAsync<Subscription>("api/notification/subscription", ct);

    /// <summary>Sets it.</summary>
    internal Task<Read<Subscription>> SubscribeAsync(string address, bool atOnce, bool digest, CancellationToken ct) =>
        gateway.PostAsync<Subscription>("api/notification/subscription", JsonContent.Create(new { address, atOnce, digest }), key: null, version: null, ct);
}

/// <summary>How a person is told beside the desk, and what has been sent.</summary>
public sealed record Subscription(string? Address, bool AtOnce, bool Digest, bool MailIsOn, DigestTold? Newest, IReadOnlyList<MailTold> Mails);

/// <summary>A digest.</summary>
public sealed record DigestTold(DateOnly On, string Subject, string Body);

/// <summary>A mail and where it stands.</summary>
public sealed record MailTold(Guid Id, string Subject, DateTimeOffset QueuedAt, string State, int Attempts, DateTimeOffset? SentAt, string? Trouble);

/// <summary>A notice as it was given.</summary>
public sealed record NoticeTold
{
    /// <summary>Steps of the escalation, the lowest first.</summary>
    internal static readonly string[] Steps = ["OFFICER", "HEAD", "LEGAL_BODY", "SECRETARIAT"];

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseCode { get; init; }

    public required string CaseNo { get; init; }

    /// <summary>Code of the clock, or kind of the step urged.</summary>
    public required string Kind { get; init; }

    /// <summary>APPROACHING, PASSED or URGED.</summary>
    public required string Stage { get; init; }

    public required string Nature { get; init; }

    public required string Clause { get; init; }

    public DateOnly? DueOn { get; init; }

    public required int WorkingDays { get; init; }

    public required DateOnly On { get; init; }

    public required string Step { get; init; }

    public string? Text { get; init; }

    public Guid? ByOrganisationId { get; init; }

    public required bool Current { get; init; }

    /// <summary>Whether it is shown for the first time.</summary>
    public bool IsNew { get; init; }
}
