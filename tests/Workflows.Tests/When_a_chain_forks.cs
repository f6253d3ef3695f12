using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

public sealed class When_a_chain_forks
{
    private const string Recorded =
        """
        start Elsa.Start
        intake Investigate
        score Meet
        decision Decide fact=county operator=Equals value=TRUE
        manual SubmitReport
        meet Meet
        fork Elsa.FlowFork branches=["Left","Right"]
        credit SendFeedback
        document FileWithCity
        join Elsa.FlowJoin mode=WaitAll
        delay ReceiveFeedback
        decide CloseCase
        finish Elsa.End
        start > intake
        intake > score
        score > decision
        decision:True > manual
        decision:False > meet
        manual > meet
        meet > fork
        fork:Left > credit
        fork:Right > document
        credit > join
        document > join
        join > delay
        delay > decide
        decide > finish
        """;

    /// <summary>The journal Elsa 3.8 wrote for a chain of this shape, with steps that wait where ours do.</summary>
    private static readonly string[] Elsa =
    [
        "intake Started", "intake Suspended", "intake Resumed", "intake Completed", "score Started", "score Completed",
        "decision Started", "decision Completed", "manual Started", "manual Suspended", "manual Resumed", "manual Completed",
        "fork Started", "fork Completed", "credit Started", "credit Suspended", "document Started", "document Suspended",
        "credit Resumed", "credit Completed", "document Resumed", "document Completed", "join Started", "join Completed",
        "delay Started", "delay Suspended", "delay Resumed", "delay Completed", "decide Started", "decide Suspended",
        "decide Resumed", "decide Completed", "finish Started", "finish Completed",
    ];

    [Fact]
    public void The_journal_is_the_one_Elsa_wrote()
    {
        var walk = new Walk(Drawing.Read(Recorded), ("county", "TRUE"));
        walk.Answer("intake").Answer("manual").Answer("credit").Answer("document").Answer("delay").Answer("decide");

        Assert.Equal(Elsa, walk.Lines.Where(l => !l.StartsWith("start ", StringComparison.Ordinal) && !l.StartsWith("meet ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("credit", "document")]
    [InlineData("document", "credit")]
    public void The_join_waits_for_every_branch_in_either_order(string first, string second)
    {
        var walk = new Walk(Drawing.Read(Recorded), ("county", "FALSE")).Answer("intake");
        Assert.Equal("credit document", walk.Waits);

        walk.Answer(first);
        Assert.Equal(second, walk.Waits);
        walk.Answer(second);

        Assert.Equal("delay", walk.Waits);
        Assert.Equal(1, walk.Lines.Count(l => l == "join Completed"));
    }

    [Fact]
    public void A_decision_notes_the_fact_it_used()
    {
        var walk = new Walk(Drawing.Read(Recorded), ("county", "TRUE")).Answer("intake");

        Assert.Contains(new JournalLine("decision", "Completed", "county=TRUE"), walk.Journal);
        Assert.Equal("manual", walk.Waits);
    }

    [Theory]
    [InlineData("Equals", "AGREE", "AGREE", "close-yes")]
    [InlineData("Equals", "AGREE", "DISAGREE", "close-no")]
    [InlineData("NotEquals", "AGREE", "DISAGREE", "close-yes")]
    [InlineData("NotEquals", "AGREE", "AGREE", "close-no")]
    [InlineData("Contains", "B", "A+B", "close-yes")]
    [InlineData("Contains", "B", "AB", "close-no")]
    [InlineData("Equals", "AGREE", null, "close-no")]
    public void A_decision_reads_a_fact_an_operator_and_a_value(string op, string value, string? actual, string next)
    {
        var walk = new Walk(Drawing.Read(
            $"""
            start Elsa.Start
            review Review
            which Decide fact=opinion operator={op} value={value}
            close-yes CloseCase
            close-no CloseCase
            end Elsa.End
            start > review
            review:Completed > which
            review:Returned > which
            review:JointReview > which
            which:True > close-yes
            which:False > close-no
            close-yes > end
            close-no > end
            """));

        walk.Answer("review", "Completed", actual is null ? [] : [("opinion", actual)]);

        Assert.Equal(next, walk.Waits);
    }

    [Fact]
    public void A_block_within_a_block_is_walked_whole()
    {
        var walk = new Walk(Drawing.Read(
            """
            start Elsa.Start
            outer Elsa.FlowFork branches=["A","B"]
            inner Elsa.FlowFork branches=["C","D"]
            a Approval
            c Approval
            d Approval
            meet-a Meet
            meet-c Meet
            meet-d Meet
            close-inner Elsa.FlowJoin mode=WaitAll
            close-outer Elsa.FlowJoin mode=WaitAll
            end Elsa.End
            start > outer
            outer:A > a
            a:Approved > meet-a
            a:Rejected > a
            meet-a > close-outer
            outer:B > inner
            inner:C > c
            inner:D > d
            c:Approved > meet-c
            c:Rejected > meet-c
            d:Approved > meet-d
            d:Rejected > meet-d
            meet-c > close-inner
            meet-d > close-inner
            close-inner > close-outer
            close-outer > end
            """));
        Assert.Equal("a c d", walk.Waits);

        walk.Answer("d", "Approved").Answer("a", "Rejected").Answer("c", "Rejected");
        Assert.Equal("a#2", walk.Waits);
        walk.Answer("a", "Approved");

        Assert.Equal(InstanceStatus.Finished, walk.State.Status);
    }

    [Fact]
    public void An_end_withdraws_what_still_waits()
    {
        var sound = Drawing.Read(
            """
            start Elsa.Start
            a ReceiveFeedback
            b CloseCase
            end Elsa.End
            start > a
            a > end
            b > end
            """);
        var walk = new Walk(sound with { Connections = [.. sound.Connections, new Connection("start", "Done", "b")] });
        Assert.Equal("a b", walk.Waits);

        walk.Answer("a");

        Assert.Equal((InstanceStatus.Finished, ""), (walk.State.Status, walk.Waits));
    }
}
