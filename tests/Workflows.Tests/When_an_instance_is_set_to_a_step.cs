using CsCheck;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>Set to a step (置于环节) an instance waits there, leaves alone what goes on beside it, and can always reach its end.</summary>
public sealed class When_an_instance_is_set_to_a_step
{
    private const string Nested =
        """
        start Elsa.Start
        first Investigate
        outer Elsa.FlowFork branches=["L","R"]
        inner Elsa.FlowFork branches=["X","Y"]
        x SendFeedback
        y ReceiveFeedback
        both Elsa.FlowJoin mode=WaitAll
        after SubmitReport
        r FileWithCity
        all Elsa.FlowJoin mode=WaitAll
        close CloseCase
        end Elsa.End
        start > first
        first > outer
        outer:L > inner
        inner:X > x
        inner:Y > y
        x > both
        y > both
        both > after
        after > all
        outer:R > r
        r > all
        all > close
        close > end
        """;

    private static readonly string[] Steps = ["first", "x", "y", "after", "r", "close"];

    [Fact]
    public void It_is_asked_for_in_a_new_round_and_what_waited_there_is_not_waited_for_any_more()
    {
        var walk = new Walk(Drawing.Read(Nested)).Set("first");

        Assert.Equal("first#2", walk.Waits);
        Assert.Equal(new JournalLine("first", "Suspended", "SetToStep"), walk.Journal[^1]);
        Assert.Equal("r x y", walk.Answer("first").Waits);
    }

    [Fact]
    public void Branches_beside_it_go_on()
    {
        var walk = new Walk(Drawing.Read(Nested)).Answer("first").Answer("y").Set("x");
        Assert.Equal("r x#2", walk.Waits);

        walk.Store();
        Assert.Equal("r after", walk.Answer("x").Waits);
        Assert.Equal("close", walk.Answer("r").Answer("after").Waits);
    }

    [Fact]
    public void What_goes_on_inside_a_branch_beside_it_is_not_touched()
    {
        var walk = new Walk(Drawing.Read(Nested)).Answer("first").Answer("x").Answer("r").Set("r");

        Assert.Equal("y r#2", walk.Waits);
        Assert.Equal("r#2 after", walk.Answer("y").Waits);
    }

    [Fact]
    public void A_branch_that_nobody_waits_in_counts_as_done()
    {
        var walk = new Walk(Drawing.Read(Nested)).Set("y").Answer("y");

        Assert.Equal("after", walk.Waits);
        Assert.Equal("close", walk.Answer("after").Waits);
    }

    [Fact]
    public void What_went_wrong_is_put_right()
    {
        var walk = new Walk(Drawing.Read(Nested));
        walk.Answer("first", "Sideways");
        Assert.Equal(("", 1), (walk.Waits, walk.State.Incidents.Count));

        walk.Set("first");
        Assert.Equal(("first#2", 0), (walk.Waits, walk.State.Incidents.Count));
    }

    [Fact]
    public void However_often_it_is_set_it_can_reach_its_end() => Gen.Int[0, 11].Array[0, 20].Sample(moves =>
    {
        var walk = new Walk(Drawing.Read(Nested));
        foreach (var move in moves.TakeWhile(_ => walk.State.Status == InstanceStatus.Running))
        {
            if (move < Steps.Length)
            {
                walk.Set(Steps[move]);
            }
            else
            {
                walk.Answer(walk.State.Waits[move % walk.State.Waits.Count].StepId);
            }
        }

        for (var left = 20; left > 0 && walk.State.Waits.Count > 0; left--)
        {
            walk.Answer(walk.State.Waits[0].StepId);
        }

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    });
}
