using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using LostCases.Simulator;

namespace LostCases.Elsa.Steps;

/// <summary>Leaves by True or False, by a fact of the instance (判断); judged by the simulator's own table of operators.</summary>
internal sealed class Decide : Activity
{
    /// <summary>Name under which the fact and value used are noted in Elsa's journal.</summary>
    internal const string Used = "Used";

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var inputs = SyntheticProperties.ToDictionary(p => p.Key, p => context.Get((Input<string>)p.Value) ?? "");
        var (port, used) = Decision.Of(new Node(Id, NodeKind.Decide, null, inputs, []), Ledger.ReadFacts(context.WorkflowExecutionContext.Properties));
        context.JournalData[Used] = used;
        await context.CompleteActivityWithOutcomesAsync(port);
    }
}

/// <summary>Where the arms of one branch meet (汇合): passes each arriving token on.</summary>
internal sealed class Meet : Activity
{
    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync("Done");
}
