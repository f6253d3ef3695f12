using System.Text.Json;
using LostCases.Governance.Data;
using LostCases.Governance.Running;
using LostCases.Simulator;
using LostCases.Workflows.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Elsa.Tests;

/// <summary>One instance on the simulator and one on Elsa, given the same; what Elsa wrote is rolled back at the end.</summary>
internal static class Twin
{
    /// <summary>From this port on a choice sets the instance to a step.</summary>
    private const int Sets = 93;

    private static int _version;

    /// <summary>Walks both by the same choices; gives the first difference, or null.</summary>
    internal static async Task<string?> DifferenceAsync(ChainOffice office, JsonElement model, (int Which, int Port)[] choices)
    {
        var (definition, problems) = DefinitionReader.Read(model);
        Assert.Empty(problems);
        await using var scope = office.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var engine = scope.ServiceProvider.GetRequiredService<IEngine>();
        var run = new Run(Guid.NewGuid(), definition!, $"drawn:{Interlocked.Increment(ref _version)}", Guid.NewGuid(), "twin");
        await engine.KeepAsync([Version(run.VersionId, model)], CancellationToken.None);

        Dictionary<string, string> facts = new() { ["county"] = choices.Length % 2 == 0 ? "TRUE" : "FALSE" };
        var (ours, elsas) = (Interpreter.Start(definition!, run.Id, facts), await engine.StartAsync(run, facts, CancellationToken.None));
        var told = "start";
        var difference = Compare(ours, elsas);
        foreach (var (which, port) in choices)
        {
            if (difference is not null || ours.State.Waits.Count == 0)
            {
                break;
            }

            if (port >= Sets)
            {
                var steps = definition!.Nodes.Values.Where(n => n.Kind == NodeKind.Step).Select(n => n.Id).Order(StringComparer.Ordinal).ToList();
                var box = steps[which % steps.Count];
                told += $", set to {box}";
                (ours, elsas) = (Setting.To(definition, ours.State, box), await SetAsync(engine, run, elsas.State, box));
                difference = Compare(ours, elsas);
                continue;
            }

            var wait = ours.State.Waits[which % ours.State.Waits.Count];
            var ports = definition!.Nodes[wait.StepId].Ports;
            var outcome = ports[port % ports.Count];
            told += $", {wait.StepId}:{outcome}";
            ours = Interpreter.Answer(definition, ours.State, wait.RequestId, outcome, new Dictionary<string, string>());
            elsas = await engine.AnswerAsync(run, elsas.State, wait.RequestId, outcome, new Dictionary<string, string>(), CancellationToken.None);
            difference = Compare(ours, elsas);
        }

        return difference is null ? null : $"after {told}: {difference}";
    }

    /// <summary>Sets an instance to a step as the runner does.</summary>
    internal static async Task<Advance> SetAsync(IEngine engine, Run run, InstanceState state, string box)
    {
        var advance = Setting.To(run.Definition, state, box);
        await engine.SetAsync(run, advance.State, CancellationToken.None);
        return advance;
    }

    /// <summary>A version for Elsa to keep.</summary>
    internal static DefinitionVersion Version(string id, JsonElement model) => new()
    {
        Id = id,
        DefinitionId = "drawn",
        Version = _version,
        Name = id,
        Model = model.GetRawText(),
        Hash = "",
        IsPublished = true,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static string? Compare(Advance ours, Advance elsas) =>
        Differ("status", $"{ours.State.Status}", $"{elsas.State.Status}")
        ?? Differ("waits", Waits(ours.State.Waits), Waits(elsas.State.Waits))
        ?? Differ("opened", Waits(ours.Opened), Waits(elsas.Opened))
        ?? Differ("facts", Pairs(ours.State.Facts), Pairs(elsas.State.Facts))
        ?? Differ("rounds", Pairs(ours.State.Rounds), Pairs(elsas.State.Rounds))
        ?? Differ("arrived", Arrived(ours.State), Arrived(elsas.State))
        ?? Differ("journal", Lines(ours), Lines(elsas));

    private static string? Differ(string what, string ours, string elsas) => ours == elsas ? null : $"{what}: simulator [{ours}], Elsa [{elsas}]";

    private static string Waits(IEnumerable<Wait> waits) => string.Join(' ', waits.Select(w => $"{w.StepId}#{w.Round}={w.RequestId}").Order(StringComparer.Ordinal));

    private static string Arrived(InstanceState state) =>
        string.Join(' ', state.Arrived.Where(a => a.Value.Count > 0).Select(a => $"{a.Key}<{string.Join(',', a.Value)}").Order(StringComparer.Ordinal));

    private static string Pairs<T>(IReadOnlyDictionary<string, T> pairs) => string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));

    private static string Lines(Advance advance) => string.Join("; ", advance.Journal.Select(l => $"{l.ActivityId} {l.Event} {l.Detail}"));
}
