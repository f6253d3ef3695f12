using System.Diagnostics;
using System.Text.Json;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Trying;

/// <summary>POST /elsa/api/lostcases/backtests: replays the newest closed cases of a chain through a version of it. Nothing is kept.</summary>
/// <param name="VersionId">The version, draft or published.</param>
internal sealed record RunBacktest(string? VersionId)
{
    private const int Cases = 1000, Listed = 200;

    internal static async Task<IResult> HandleAsync(RunBacktest request, WorkflowDbContext db, DefinitionStore store, HttpContext http, CancellationToken ct)
    {
        if (await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.VersionId, ct) is not { } version)
        {
            return Problems.NotFound(http);
        }

        using var model = JsonDocument.Parse(version.Model);
        if (DefinitionReader.Read(model.RootElement).Definition is not { } draft)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "DEFINITION_NOT_SOUND", "草稿尚不能走通，请先按核验结果修改。", "The draft cannot be walked yet; see what the gate says of it.");
        }

        var began = Stopwatch.GetTimestamp();
        var language = Problems.Language(http);
        var results = await CompareAsync(db, store, version.DefinitionId, draft, ct);
        var changed = results.Where(r => r.Differences.Count > 0).ToList();
        return TypedResults.Ok(new
        {
            VersionId = version.Id,
            version.Name,
            version.Version,
            Cases = results.Count,
            Changed = changed.Count,
            Milliseconds = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            Kinds = changed.SelectMany(c => c.Differences).GroupBy(d => d.Text.In(language)).OrderByDescending(g => g.Count()).Select(g => new { Text = g.Key, g.First().Kind, Count = g.Count() }),
            Items = changed.Take(Listed).Select(c => new { InstanceId = c.Id, c.Name, c.Version, Differences = c.Differences.Select(d => new { d.Kind, d.StepId, Text = d.Text.In(language) }) }),
        });
    }

    private static async Task<List<Compared>> CompareAsync(WorkflowDbContext db, DefinitionStore store, string definitionId, Definition draft, CancellationToken ct)
    {
        var prefix = $"{definitionId}:";
        var closed = (await db.Instances.AsNoTracking().Where(i => i.FinishedAt != null && i.DefinitionVersionId.StartsWith(prefix)).OrderByDescending(i => i.FinishedAt).Take(Cases).ToListAsync(ct))
            .Where(i => i.State.Status == InstanceStatus.Finished).ToList();
        var ids = closed.ConvertAll(i => i.Id);
        var answers = (await db.RecordedAnswers.AsNoTracking().Where(a => ids.Contains(a.InstanceId)).ToListAsync(ct)).ToLookup(a => a.InstanceId);
        var results = new List<Compared>();
        foreach (var instance in closed.Where(i => answers[i.Id].Any()))
        {
            var followed = await store.LoadAsync(instance.DefinitionVersionId, ct);
            var start = instance.State.Facts.Where(f => RoutingFacts.AtStart.Contains(f.Key)).ToDictionary();
            results.Add(new Compared(instance.Id, instance.Name, instance.DefinitionVersionId[prefix.Length..], Backtest.Of(followed, draft, start, [.. answers[instance.Id]])));
        }

        return results;
    }

    private sealed record Compared(Guid Id, string Name, string Version, IReadOnlyList<Difference> Differences);
}
