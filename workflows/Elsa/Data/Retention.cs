using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Enums;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Models;
using LostCases.Governance.Data;
using LostCases.Platform;

namespace LostCases.Elsa.Data;

/// <summary>
/// Deletes what Elsa keeps of ended instances, with their logs, after <c>LOSTCASES__KEEPENDEDDAYS</c> days (30). Governance's instance and
/// journal stay: they are what Studio shows and the archive of the case's way.
/// </summary>
internal sealed class Retention(IServiceScopeFactory scopes, IConfiguration configuration, PlatformOptions options, TimeProvider time, ILogger<Retention> log)
    : Sweep(TimeSpan.FromHours(1), atOnce: true, options, time, log)
{
    private const int Batch = 100;
    private readonly TimeSpan _kept = TimeSpan.FromDays(configuration.GetValue("LostCases:KeepEndedDays", 30));

    /// <summary>Deletes those that ended before a time; gives how many.</summary>
    internal static async Task<int> DeleteAsync(IServiceScopeFactory scopes, DateTimeOffset before, CancellationToken ct)
    {
        for (var deleted = 0; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var transaction = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Database.BeginTransactionAsync(ct);
            var ended = await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceStore>().FindManyIdsAsync(Ended(before), PageArgs.FromRange(0, Batch), ct);
            if (ended.Items.Count > 0)
            {
                await scope.ServiceProvider.GetRequiredService<IWorkflowInstanceManager>().BulkDeleteAsync(new WorkflowInstanceFilter { Ids = ended.Items }, ct);
                await transaction.CommitAsync(ct);
            }

            deleted += ended.Items.Count;
            if (ended.Items.Count < Batch)
            {
                return deleted;
            }
        }
    }

    protected override Task SweepAsync(CancellationToken ct) => DeleteAsync(scopes, Time.GetUtcNow() - _kept, ct);

    private static WorkflowInstanceFilter Ended(DateTimeOffset before) => new()
    {
        WorkflowStatus = WorkflowStatus.Finished,
        TimestampFilters = [new TimestampFilter { Column = "FinishedAt", Operator = TimestampFilterOperator.LessThan, Timestamp = before }],
    };
}
