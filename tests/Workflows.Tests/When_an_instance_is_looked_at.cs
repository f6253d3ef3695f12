using LostCases.Governance.Api.Instances;
using LostCases.Governance.Data;

namespace LostCases.Workflows.Tests;

public sealed class When_an_instance_is_looked_at
{
    [Fact]
    public void A_box_that_ran_twice_has_two_runs()
    {
        var runs = Execution.Of(Journal(("start", "Started"), ("start", "Completed"), ("review", "Started"), ("review", "Suspended"), ("review", "Resumed"), ("review", "Completed"), ("review", "Started"), ("review", "Suspended")));

        Assert.Equal(["start Completed", "review Completed", "review Running"], runs.Select(r => $"{r.ActivityId} {r.Status}"));
        Assert.True(runs[^1].IsWaiting);
        Assert.Equal((runs[2].Lines[0].InstanceId, 7), Execution.Parse(runs[2].Id));
    }

    [Fact]
    public void A_rebuilt_instance_counts_its_last_walk_only()
    {
        var runs = Execution.Of(Journal(("start", "Started"), ("start", "Completed"), ("review", "Started"), ("start", "Started"), ("start", "Completed"), ("review", "Started"), ("", "Rebuilt")));
        Assert.Equal(["start Completed", "review Running"], runs.Select(r => $"{r.ActivityId} {r.Status}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x-1")]
    [InlineData("00000000000000000000000000000001-")]
    public void What_is_no_id_names_nothing(string id) => Assert.Null(Execution.Parse(id));

    [Fact]
    public void An_empty_journal_has_no_runs() => Assert.Empty(Execution.Of([]));

    private static List<JournalEntry> Journal(params (string Box, string Event)[] lines)
    {
        var instance = Guid.NewGuid();
        return [.. lines.Select((l, i) => new JournalEntry { InstanceId = instance, Number = i + 1, ActivityId = l.Box, Event = l.Event, At = DateTimeOffset.UnixEpoch })];
    }
}
