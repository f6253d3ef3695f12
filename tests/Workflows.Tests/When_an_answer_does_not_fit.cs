using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

public sealed class When_an_answer_does_not_fit
{
    private const string Loop =
        """
        start Elsa.Start
        review Review
        supplement Supplement
        joint JointReview
        end Elsa.End
        start > review
        review:Completed > end
        review:Returned > supplement
        supplement > review
        review:JointReview > joint
        joint > review
        """;

    private readonly Walk _walk = new(Drawing.Read(Loop));

    [Fact]
    public void One_that_comes_before_its_step_changes_nothing() => ChangesNothing(_walk.Request("supplement"), "Done");

    [Fact]
    public void One_that_is_repeated_changes_nothing()
    {
        _walk.Answer("review", "Returned");
        ChangesNothing(_walk.Request("review"), "Completed");
    }

    [Fact]
    public void One_of_the_last_round_does_not_answer_this_one()
    {
        _walk.Answer("review", "Returned").Answer("supplement");
        ChangesNothing(_walk.Request("review"), "Completed");
        Assert.Equal("review#2", _walk.Waits);
    }

    [Fact]
    public void One_that_comes_after_the_end_changes_nothing()
    {
        _walk.Answer("review", "Completed");
        ChangesNothing(_walk.Request("supplement"), "Done");
    }

    [Fact]
    public void One_of_another_instance_changes_nothing() => ChangesNothing(Steps.WorkflowIds.Request(Guid.NewGuid(), "review", 1), "Completed");

    [Fact]
    public void An_unknown_outcome_is_an_incident_with_its_line_and_never_silence()
    {
        _walk.Answer("review", "Lost");

        Assert.Equal("review", Assert.Single(_walk.State.Incidents).StepId);
        Assert.Equal(new JournalLine("review", "Faulted", "出口“Lost”没有去向。"), _walk.Journal[^1]);
        Assert.Equal((InstanceStatus.Running, ""), (_walk.State.Status, _walk.Waits));
    }

    [Fact]
    public void Rounds_count_each_box_by_itself()
    {
        _walk.Answer("review", "Returned").Answer("supplement").Answer("review", "JointReview").Answer("joint").Answer("review", "Returned");

        Assert.Equal(["joint 1", "review 3", "supplement 2"], _walk.State.Rounds.Select(r => $"{r.Key} {r.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(_walk.Opened.Count, _walk.Opened.Select(w => w.RequestId).Distinct().Count());
    }

    private void ChangesNothing(Guid request, string outcome)
    {
        var before = _walk.State;
        var advance = _walk.Answer(request, outcome, ("opinion", "AGREE"));
        Assert.Same(before, advance.State);
        Assert.Empty(advance.Opened);
        Assert.Empty(advance.Journal);
    }
}
