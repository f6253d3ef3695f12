using LostCases.Contracts;
using MassTransit;

namespace LostCases.Governance.Reconciling;

/// <summary>Takes what an owner reports to a reconciliation.</summary>
public sealed class StepsReportedConsumer(Reconciler reconciler) : IConsumer<StepsReported>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<StepsReported> context) => reconciler.TakeAsync(context.Message, context.CancellationToken);
}
