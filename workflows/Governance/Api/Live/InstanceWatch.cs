using LostCases.Governance.Api.Instances;
using LostCases.Governance.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Governance.Api.Live;

/// <summary>
/// Looks every second whether a watched instance has moved and tells those who look at it. Asking the table works with any number of
/// processes, and costs nothing while nobody looks.
/// </summary>
internal sealed class InstanceWatch(Watched watched, IHubContext<InstanceHub> hub, IServiceScopeFactory scopes, ILogger<InstanceWatch> log) : BackgroundService
{
    private readonly Dictionary<Guid, int> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or InvalidOperationException)
            {
                log.WatchFailed(failure);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var wanted = watched.All;
        foreach (var gone in _told.Keys.Where(id => !wanted.Contains(id)).ToList())
        {
            _told.Remove(gone);
        }

        if (wanted.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var lengths = await db.Instances.Where(i => wanted.Contains(i.Id)).Select(i => new { i.Id, i.JournalLength }).ToListAsync(ct);
        foreach (var moved in lengths.Where(i => _told.GetValueOrDefault(i.Id, -1) != i.JournalLength))
        {
            var known = _told.ContainsKey(moved.Id);
            _told[moved.Id] = moved.JournalLength;
            if (known && await Walked.ReadAsync(db, moved.Id, ct) is { } walked)
            {
                await TellAsync(walked, ct);
            }
        }
    }

    private async Task TellAsync(Walked walked, CancellationToken ct)
    {
        var group = hub.Clients.Group(Watched.Group(walked.Instance.Id));
        await group.SendAsync("ActivityExecutionLogUpdatedAsync", new { Stats = ReportExecutions.Stats(walked, nodes: null) }, ct);
        await group.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
        await group.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = walked.Instance.Id }, ct);
    }
}
