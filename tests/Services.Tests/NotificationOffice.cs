using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Rules;
using Microsoft.Extensions.Time.Testing;

namespace LostCases.Services.Tests;

/// <summary>The notification service with a database, a queue and a clock of its own, and the wire to talk to it.</summary>
public sealed class NotificationOffice : IAsyncLifetime
{
    internal static readonly Person Head = new(ReviewCase.Agency, Roles.AgencyHead);
    internal static readonly Person Secretary = new(Guid.NewGuid(), Roles.Secretariat);

    /// <summary>Monday 2026-03-02, nine in the morning in Shanghai.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public Database Database { get; private set; } = null!;

    public Service<NotificationDbContext> Service { get; private set; } = null!;

    public Wire Wire { get; private set; } = null!;

    /// <summary>Further settings of the service.</summary>
    internal Dictionary<string, string> Settings { get; } = [];

    public async Task InitializeAsync()
    {
        Database = await Database.CreateAsync(typeof(NotificationDbContext).Assembly, Owners.Notification);
        await Servers.ForgetQueuesAsync(Owners.Notification);
        await StartAsync();
        Wire = await Wire.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal async Task StartAsync() => Service = await TestBed.Service.StartAsync<NotificationDbContext>(new Start { Database = Database.App, Time = Time, Settings = Settings });

    /// <summary>Tells the service of a case in scope.</summary>
    internal async Task<ReviewCase> KnownAsync(Dictionary<string, string>? settings = null, params Guid[] restricted)
    {
        var known = new ReviewCase { Settings = settings ?? [] };
        await Wire.PublishAsync(known.Registered(1, restricted));
        await Wire.PublishAsync(known.InScope());
        await Probe.UntilAsync("the case is known", () => Database.CountAsync("notification.case_slice", $"case_id = '{known.Id}' and sequence = 2"), n => n == 1);
        return known;
    }

    /// <summary>Opens a to-do for the agency's officer.</summary>
    internal async Task<Guid> AwaitedAsync(ReviewCase known, string step = "SubmitReport")
    {
        var opened = new StepOpened
        {
            RequestId = Guid.NewGuid(),
            CaseId = known.Id,
            CaseCode = known.Code,
            Owner = Owners.Investigation,
            Step = step,
            Round = 1,
            OrganisationIds = [ReviewCase.Agency],
            Roles = [Roles.AgencyOfficer],
            OpenedAt = Time.GetUtcNow(),
        };
        await Wire.PublishAsync(opened);
        await Probe.UntilAsync("the to-do is there", () => Database.CountAsync("notification.open_step", $"request_id = '{opened.RequestId}'"), n => n == 1);
        return opened.RequestId;
    }

    internal static DeadlineApproaching Near(ReviewCase known, Guid deadline, int left, string on, string kind = "SUBMIT") => new()
    {
        DeadlineId = deadline,
        CaseId = known.Id,
        CaseCode = known.Code,
        Kind = kind,
        Nature = "MUST",
        DueOn = new DateOnly(2026, 3, 9),
        WorkingDaysLeft = left,
        Clause = "N2.5.2-a",
        AnnouncedOn = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
    };

    internal static DeadlinePassed Past(ReviewCase known, Guid deadline, int overdue, string on, string kind = "SUBMIT") => new()
    {
        DeadlineId = deadline,
        CaseId = known.Id,
        CaseCode = known.Code,
        Kind = kind,
        Nature = "MUST",
        DueOn = new DateOnly(2026, 3, 9),
        OverdueWorkingDays = overdue,
        Clause = "N2.5.2-a",
        AnnouncedOn = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>What the person is told of now: stage and step, of the case.</summary>
    internal async Task<List<string>> ToldAsync(Person who, ReviewCase known)
    {
        using var client = Service.As(who);
        var notices = await client.GetFromJsonAsync<List<JsonElement>>(new Uri("/api/notification/notices", UriKind.Relative));
        return [.. notices!.Where(n => n.Text("caseId") == known.Id.ToString()).Select(n => $"{n.Text("stage")} {n.Text("workingDays")} {n.Text("step")}")];
    }

    internal async Task<(int Status, JsonElement Body)> UrgeAsync(Person who, ReviewCase known, object? body = null)
    {
        using var client = Service.As(who);
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/notification/cases/{known.Id}/urge", UriKind.Relative), body ?? new { });
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    internal Task<long> NoticesAsync(ReviewCase known) => Database.CountAsync("notification.notice", $"case_id = '{known.Id}'");

    internal static string Setting(string key) => Fact.Setting(key);
}
