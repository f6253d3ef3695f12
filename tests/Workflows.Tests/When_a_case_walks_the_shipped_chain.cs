using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

public sealed class When_a_case_walks_the_shipped_chain
{
    private readonly Definition _chain = Drawing.ReadShipped();

    [Fact]
    public void A_county_case_is_filed_beside_its_feedback()
    {
        var walk = Reviewed("TRUE");
        Assert.Equal("send-feedback file-with-city", walk.Waits);
        walk.Answer("send-feedback").Answer("receive-feedback").Answer("dispose");
        Assert.Equal("file-with-city", walk.Waits);

        walk.Answer("file-with-city", "Done", ("filed", "TRUE"));

        Closes(walk);
    }

    [Fact]
    public void A_municipal_case_is_not_filed()
    {
        var walk = Reviewed("FALSE");
        Assert.Equal("send-feedback", walk.Waits);

        walk.Answer("send-feedback").Answer("receive-feedback").Answer("dispose");

        Closes(walk);
        Assert.DoesNotContain("file-with-city", walk.Opened.Select(w => w.StepId));
    }

    [Fact]
    public void A_returned_report_comes_back_to_review_in_the_next_round()
    {
        var walk = Begun("FALSE").Answer("review", "Returned", ("returns", "1"));
        Assert.Equal("supplement", walk.Waits);
        walk.Answer("supplement");
        Assert.Equal("review#2", walk.Waits);
        walk.Answer("review", "Returned", ("returns", "2")).Answer("supplement");
        Assert.Equal("review#3", walk.Waits);

        walk.Answer("review", "Completed").Answer("send-feedback").Answer("receive-feedback").Answer("dispose");

        Assert.Equal("2", walk.State.Facts["returns"]);
        Closes(walk);
    }

    [Fact]
    public void A_joint_review_comes_back_to_review()
    {
        var walk = Begun("FALSE").Answer("review", "JointReview");
        Assert.Equal("joint-review", walk.Waits);
        walk.Answer("joint-review");
        Assert.Equal("review#2", walk.Waits);

        walk.Answer("review", "Completed").Answer("send-feedback").Answer("receive-feedback").Answer("dispose");

        Closes(walk);
    }

    [Fact]
    public void A_transferred_finding_holds_the_case_until_its_result_is_in()
    {
        var walk = Reviewed("TRUE").Answer("file-with-city").Answer("send-feedback").Answer("receive-feedback").Answer("dispose", "PendingTransfer", ("transfersPending", "1"));
        Assert.Equal("await-transfer-results", walk.Waits);

        walk.Answer("await-transfer-results", "Done", ("transfersPending", "0"));

        Closes(walk);
    }

    [Fact]
    public void Facts_a_step_does_not_declare_are_not_copied()
    {
        var walk = Begun("FALSE").Answer("review", "Completed", ("opinion", "AGREE"), ("county", "TRUE"), ("name", "某甲"));

        Assert.Equal(("AGREE", "FALSE", false), (walk.State.Facts["opinion"], walk.State.Facts["county"], walk.State.Facts.ContainsKey("name")));
        Assert.Equal("send-feedback", walk.Waits);
    }

    private static void Closes(Walk walk)
    {
        Assert.Equal("close-case", walk.Waits);
        walk.Answer("close-case");
        Assert.Equal((InstanceStatus.Finished, ""), (walk.State.Status, walk.Waits));
        Assert.Empty(walk.State.Incidents);
        Assert.Equal("end Completed", walk.Lines.Last());
    }

    private Walk Begun(string county)
    {
        var walk = new Walk(_chain, ("county", county));
        Assert.Equal("investigate", walk.Waits);
        walk.Answer("investigate");
        Assert.Equal("submit-report", walk.Waits);
        walk.Answer("submit-report", "Done", ("submissions", "1"));
        Assert.Equal("review", walk.Waits);
        return walk;
    }

    private Walk Reviewed(string county) => Begun(county).Answer("review", "Completed", ("opinion", "AGREE"));
}
