using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Instances;

/// <summary>POST /elsa/api/workflow-instances/{id}/journal: what has happened, in order.</summary>
/// <param name="Filter">What to leave out.</param>
internal sealed record ReadJournal(JournalFilter? Filter)
{
    private const int Most = 1000;

    internal static async Task<IResult> HandleAsync(ReadJournal? request, WorkflowDbContext db, string id, int? skip, int? take, HttpContext http, CancellationToken ct)
    {
        if (await GetInstance.FindAsync(db, id, ct) is not { } walked)
        {
            return GetInstance.NotThere(http);
        }

        var runs = Execution.Of(walked.Journal).SelectMany(e => e.Lines.Select(l => (Line: l, Run: e))).OrderBy(l => l.Line.Number).ToList();
        var found = runs.Where(l => (request?.Filter ?? new()).Admits(walked.Box(l.Line.ActivityId), l.Line.Event)).ToList();
        return TypedResults.Ok(new
        {
            Items = found.Skip(Math.Max(0, skip ?? 0)).Take(Math.Clamp(take ?? Most, 0, Most)).Select(l => Line(l.Line, l.Run, walked)),
            TotalCount = found.Count,
        });
    }

    private static object Line(JournalEntry line, Execution run, Walked walked) => new
    {
        Id = Execution.IdOf(line),
        ActivityInstanceId = run.Id,
        ParentActivityInstanceId = walked.Instance.Id.ToString("N"),
        line.ActivityId,
        ActivityType = walked.Box(line.ActivityId).Type,
        ActivityTypeVersion = 1,
        ActivityName = line.ActivityId,
        walked.Box(line.ActivityId).NodeId,
        Timestamp = line.At,
        Sequence = line.Number,
        EventName = line.Event,
        Message = line.Detail,
    };
}

/// <summary>What a journal is narrowed to; null lets everything through.</summary>
/// <param name="ActivityIds">Boxes.</param>
/// <param name="ActivityNodeIds">Boxes, with those they lie in.</param>
/// <param name="ExcludedActivityTypes">Kinds left out.</param>
/// <param name="EventNames">Events.</param>
internal sealed record JournalFilter(
    IReadOnlyList<string>? ActivityIds = null, IReadOnlyList<string>? ActivityNodeIds = null, IReadOnlyList<string>? ExcludedActivityTypes = null, IReadOnlyList<string>? EventNames = null)
{
    internal bool Admits(Box box, string happened) =>
        (ActivityIds is null || ActivityIds.Contains(box.Id))
        && (ActivityNodeIds is null || ActivityNodeIds.Contains(box.NodeId))
        && ExcludedActivityTypes?.Contains(box.Type) != true
        && (EventNames is null || EventNames.Contains(happened));
}
