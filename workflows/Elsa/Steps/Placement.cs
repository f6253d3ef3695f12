using System.Collections;
using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Signals;
using LostCases.Simulator;
using Arrow = Elsa.Workflows.Activities.Flowchart.Models.Connection;

namespace LostCases.Elsa.Steps;

/// <summary>
/// What Elsa is told when an instance is set to a step: the run begins at one box that waits, and this brings in the others, and the
/// branches a join has seen already.
/// </summary>
internal static class Placement
{
    private const string Beside = "LostCases.Beside", Arrived = "LostCases.Arrived", Kept = "Flowchart.Tokens";

    /// <summary>Elsa keeps its tokens to itself; without them a join would wait for branches that are done.</summary>
    private static readonly Type Token = typeof(Flowchart).Assembly.GetType("Elsa.Workflows.Activities.Flowchart.Models.Token", throwOnError: true)!;

    /// <summary>As the input of a run that begins at the first box that waits.</summary>
    internal static Dictionary<string, object> Of(InstanceState state) => new()
    {
        [Beside] = JsonSerializer.Serialize(state.Waits.Skip(1).Select(w => w.StepId)),
        [Arrived] = Ledger.Write(state.Arrived),
    };

    /// <summary>At the first box of such a run; elsewhere it does nothing.</summary>
    internal static async ValueTask CompleteAsync(ActivityExecutionContext context)
    {
        var input = context.WorkflowExecutionContext.Input;
        if (!input.Remove(Beside, out var beside))
        {
            return;
        }

        var chart = context.ParentActivityExecutionContext!;
        var drawn = (Flowchart)chart.Activity;
        var arrived = Ledger.Read<string[]>(input, Arrived);
        chart.Properties[Kept] = Tokens(drawn.Connections.Where(c => arrived.GetValueOrDefault(c.Target.Activity.Id, []).Contains(c.Source.Activity.Id)));
        foreach (var box in JsonSerializer.Deserialize<string[]>(beside.ToString()!)!)
        {
            await context.SendSignalAsync(new ScheduleChildActivity(drawn.Activities.Single(a => a.Id == box)));
        }
    }

    private static IList Tokens(IEnumerable<Arrow> arrows)
    {
        var tokens = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(Token))!;
        foreach (var arrow in arrows)
        {
            tokens.Add(Token.GetMethod("Create")!.Invoke(null, [arrow.Source.Activity, arrow.Target.Activity, arrow.Source.Port]));
        }

        return tokens;
    }
}
