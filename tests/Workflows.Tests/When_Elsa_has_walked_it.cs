using System.Text.Json;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>The simulator writes what real Elsa wrote: state, steps opened and journal, line by line, without Elsa being here.</summary>
public sealed class When_Elsa_has_walked_it
{
    public static TheoryData<string> Names { get; } = [.. RecordedWalk.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_simulator_walks_it_the_same_way(string name)
    {
        var recorded = RecordedWalk.Read(name);
        var (definition, problems) = DefinitionReader.Read(recorded.Definition);
        Assert.Empty(problems);
        InstanceState? state = null;
        foreach (var (command, after) in recorded.Steps)
        {
            var advance = command.Do switch
            {
                "start" => Interpreter.Start(definition!, recorded.Instance, recorded.Facts),
                "set" => Setting.To(definition!, state!, command.Box!),
                "cancel" => Interpreter.Cancel(state!),
                _ => Interpreter.Answer(definition!, state!, command.Request(recorded.Instance), command.Port!, command.Facts!),
            };
            Assert.Equal(JsonSerializer.Serialize(after, Platform.Json.Options), JsonSerializer.Serialize(Outcome.Of(advance), Platform.Json.Options));
            state = advance.State;
        }
    }

    [Fact]
    public void Every_kind_of_walk_is_among_them()
    {
        var all = RecordedWalk.All.Select(RecordedWalk.Read).ToList();
        var boxes = all.SelectMany(w => w.Definition.GetProperty("root").GetProperty("activities").EnumerateArray()).Select(a => a.GetProperty("type").GetString()).ToHashSet();
        var commands = all.SelectMany(w => w.Steps).ToList();

        Assert.True(all.Count >= 40, $"{all.Count} are recorded");
        Assert.Superset(new HashSet<string?> { "Elsa.FlowFork", "Elsa.FlowJoin", "LostCases.Decide", "LostCases.Meet", "LostCases.Review", "LostCases.Approval" }, boxes);
        Assert.Contains(commands, c => c.Command.Do == "cancel" && c.After.Journal.Count > 0);
        Assert.Contains(commands, c => c.Command.Do == "answer" && c.After.Journal.Count == 0);
        Assert.Contains(commands, c => c.Command.Do == "set" && c.After.Waits.Count > 1);
        Assert.Contains(commands, c => c.After.Incidents.Count > 0);
        Assert.Contains(commands, c => c.After.Waits.Count > 2);
        Assert.Contains(commands, c => c.After.Rounds.Values.Any(r => r > 2));
    }
}
