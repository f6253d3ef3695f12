using System.Globalization;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Models;
using LostCases.Steps;

namespace LostCases.Elsa.Steps;

/// <summary>
/// Every step of the catalogue: waits by a bookmark whose id is the request's, and goes on by the port of the answer. Which step
/// it is says its type name.
/// </summary>
internal sealed class Step : Activity
{
    /// <summary>Name of the bookmarks, and of what an answer brings.</summary>
    internal const string Waiting = "LostCases.Step", Outcome = "outcome", Round = "round";

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        var round = Ledger.NextRound(workflow, Id);
        var request = WorkflowIds.Request(Guid.Parse(workflow.Id), Id, round).ToString();
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkId = request,
            BookmarkName = Waiting,
            Stimulus = request,
            Callback = ResumeAsync,
            IncludeActivityInstanceId = false,
            AutoBurn = true,
            Metadata = new Dictionary<string, string> { [Round] = round.ToString(CultureInfo.InvariantCulture) },
        });
        return Placement.CompleteAsync(context);
    }

    private async ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        var outcome = (string)workflow.Input[Outcome];
        var set = StepCatalogue.ByType(Type)!.Facts;
        Ledger.Set(workflow, Ledger.Read<string>(workflow.Input, Ledger.Facts).Where(f => set.Contains(f.Key)));
        if (context.ParentActivityExecutionContext?.Activity is Flowchart chart
            && !chart.Connections.Any(c => c.Source.Activity.Id == Id && (c.Source.Port ?? "Done") == outcome))
        {
            // Elsa would end the chart in silence; the request is answered all the same.
            context.ClearBookmarks();
            workflow.Bookmarks = [.. workflow.Bookmarks.Where(b => b.ActivityInstanceId != context.Id)];
            throw new InvalidOperationException($"出口“{outcome}”没有去向。");
        }

        await context.CompleteActivityWithOutcomesAsync(outcome);
    }
}
