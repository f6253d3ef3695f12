using Elsa.Workflows;

namespace LostCases.Elsa.Steps;

/// <summary>Tells somebody and goes on (通知): what is told, and to whom, Governance reads off the journal and sends.</summary>
internal sealed class Notify : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Ledger.NextRound(context.WorkflowExecutionContext, Id);
        return context.CompleteActivityWithOutcomesAsync("Done");
    }
}
