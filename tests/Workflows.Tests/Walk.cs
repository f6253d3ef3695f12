using System.Text.Json;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Workflows.Tests;

/// <summary>An instance walked by hand.</summary>
internal sealed class Walk
{
    private static readonly Dictionary<string, string> Nothing = [];
    private readonly Definition _definition;

    internal Walk(Definition definition, Guid id, params (string Name, string Value)[] facts)
    {
        _definition = definition;
        Take(Interpreter.Start(definition, id, facts.ToDictionary(f => f.Name, f => f.Value)));
    }

    internal Walk(Definition definition, params (string Name, string Value)[] facts)
        : this(definition, Guid.Parse("0190b3c4-0000-7000-8000-000000000052"), facts)
    {
    }

    internal InstanceState State { get; private set; } = null!;

    internal List<JournalLine> Journal { get; } = [];

    internal List<Wait> Opened { get; } = [];

    /// <summary>Boxes that wait, with the round beyond the first.</summary>
    internal string Waits => string.Join(' ', State.Waits.Select(w => w.Round == 1 ? w.StepId : $"{w.StepId}#{w.Round}"));

    internal IEnumerable<string> Lines => Journal.Select(l => $"{l.ActivityId} {l.Event}");

    internal Walk Answer(string box, string outcome = "Done", params (string Name, string Value)[] facts)
    {
        Answer(State.Waits.Single(w => w.StepId == box).RequestId, outcome, facts);
        return this;
    }

    internal Advance Answer(Guid request, string outcome, params (string Name, string Value)[] facts) =>
        Take(Interpreter.Answer(_definition, State, request, outcome, facts.Length == 0 ? Nothing : facts.ToDictionary(f => f.Name, f => f.Value)));

    /// <summary>Two people set it to a step.</summary>
    internal Walk Set(string box)
    {
        Take(Setting.To(_definition, State, box));
        return this;
    }

    /// <summary>Writes the state as it is stored, and goes on from what is read back.</summary>
    internal void Store() => State = JsonSerializer.Deserialize<InstanceState>(JsonSerializer.Serialize(State, Json.Options), Json.Options)!;

    internal Guid Request(string box, int round = 1) => WorkflowIds.Request(State.InstanceId, box, round);

    private Advance Take(Advance advance)
    {
        State = advance.State;
        Journal.AddRange(advance.Journal);
        Opened.AddRange(advance.Opened);
        return advance;
    }
}
