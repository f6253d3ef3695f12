using LostCases.Contracts;

namespace LostCases.Services.Tests;

public sealed class When_the_chain_asks_for_a_step(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task It_opens_only_when_what_it_follows_is_known()
    {
        var known = new ReviewCase();
        await office.Wire.PublishAsync(known.Registered());
        await office.Wire.PublishAsync(known.Investigating());
        var step = known.Asks("Review", after: [(Owners.Intake, 1), (Owners.Investigation, 2)]);

        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Waiting");
        Assert.Empty(Opened(step));
        await office.Wire.PublishAsync(known.Submitted());
        await office.StatusAsync(step, "Open");

        var opened = await Probe.UntilAsync("its opening is heard", () => Opened(step), o => o.Count > 0);
        Assert.Equal((known.Code, Owners.Review, "Review", 1), (opened[0].CaseCode, opened[0].Owner, opened[0].Step, opened[0].Round));
        Assert.Equal([ReviewCase.Reviewing], opened[0].OrganisationIds);
        Assert.Equal([Roles.Reviewer, Roles.ReviewLeader], opened[0].Roles);
    }

    [Fact]
    public async Task A_repeat_has_no_effect()
    {
        var (known, step) = await office.UnderReviewAsync();
        var repeat = Guid.NewGuid();

        await office.Wire.SendAsync(Owners.Review, step, repeat);
        await Probe.UntilAsync("the repeat is dealt with", () => office.Service.Deliveries.Of(repeat), n => n == 1);
        await CompleteAsync(known);

        await Probe.UntilAsync("all is sent", () => office.Database.CountAsync("review.outbox_message"), n => n == 0);
        await office.Wire.CatchUpAsync();
        Assert.Single(Opened(step));
        Assert.Single(office.Wire.All, h => h.Message is ICaseEvent e && e.Case.ClosedSteps.Contains(new ClosedStep(step.RequestId, "Review")));
        Assert.Equal(1, await office.Database.CountAsync("review.open_step", $"request_id = '{step.RequestId}' and closed"));
        Assert.Empty(Closed(step));
        Assert.Single(Answered(step.RequestId));
    }

    [Fact]
    public async Task The_command_delivered_again_after_its_answer_is_not_answered_again()
    {
        var (known, id) = (await office.SubmittedAsync(), Guid.NewGuid());
        var step = known.Asks("Review", after: (Owners.Investigation, 2));
        await office.Wire.SendAsync(Owners.Review, step, id);
        await office.StatusAsync(step, "Open");
        await CompleteAsync(known);

        await office.Wire.SendAsync(Owners.Review, step, id);
        await Probe.UntilAsync("both deliveries are dealt with", () => office.Service.Deliveries.Of(id), n => n == 2);
        await Probe.UntilAsync("all is sent", () => office.Database.CountAsync("review.outbox_message"), n => n == 0);
        await office.Wire.CatchUpAsync();

        Assert.Single(Answered(step.RequestId));
    }

    [Fact]
    public async Task The_next_round_is_not_answered_by_the_last()
    {
        var (known, step) = await office.UnderReviewAsync();
        await CompleteAsync(known);
        var next = step with { RequestId = Guid.NewGuid(), Round = 2 };

        await office.Wire.SendAsync(Owners.Review, next);

        await office.StatusAsync(next, "Open");
    }

    [Fact]
    public async Task An_act_before_it_is_told_which_step_is_open_and_who_has_it()
    {
        var known = await office.SubmittedAsync();
        var other = known.Asks("Approval", after: (Owners.Intake, 1));
        await office.Wire.SendAsync(Owners.Review, other);
        await Probe.UntilAsync("the other step is announced", () => office.Database.CountAsync("review.open_step", $"case_id = '{known.Id}'"), n => n == 1);

        var (status, problem, _) = await office.ActAsync(known, ReviewCase.Reviewer, "accept-report");

        Assert.Equal((409, "STEP_NOT_OPEN"), (status, problem.Text("code")));
        var open = Assert.Single(problem.GetProperty("open").EnumerateArray());
        Assert.Equal("Approval", open.Text("step"));
        Assert.Equal([ReviewCase.Reviewing.ToString()], open.GetProperty("organisationIds").EnumerateArray().Select(o => o.GetString()));
        Assert.Equal([Roles.ReviewLeader], open.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Withdrawing_closes_it_and_the_act_is_refused_again()
    {
        var (known, step) = await office.UnderReviewAsync();

        await office.Wire.SendAsync(Owners.Review, new CancelSteps { InstanceId = step.InstanceId, CaseId = known.Id, RequestIds = [step.RequestId] });
        await office.StatusAsync(step, "Withdrawn");

        var closed = await Probe.UntilAsync("its closing is heard", () => Closed(step), c => c.Count > 0);
        Assert.False(Assert.Single(closed).Answered);
        Assert.Equal(409, (await office.ActAsync(known, ReviewCase.Reviewer, "accept-report")).Status);
        Assert.Empty(Answered(step.RequestId));
    }

    [Fact]
    public async Task Withdrawing_for_another_instance_leaves_it_open()
    {
        var (known, step) = await office.UnderReviewAsync();
        var id = Guid.NewGuid();

        await office.Wire.SendAsync(Owners.Review, new CancelSteps { InstanceId = Guid.NewGuid(), CaseId = known.Id }, id);
        await Probe.UntilAsync("the command is dealt with", () => office.Service.Deliveries.Of(id), n => n == 1);

        await office.StatusAsync(step, "Open");
    }

    private async Task CompleteAsync(ReviewCase known)
    {
        Assert.Equal(200, (await office.ActAsync(known, ReviewCase.Reviewer, "accept-report")).Status);
        Assert.Equal(200, (await office.ActAsync(known, ReviewCase.Reviewer, "complete-review", new { opinion = "AGREE", reasons = "见审核意见书" })).Status);
    }

    private List<StepOpened> Opened(OpenStep step) => [.. office.Wire.Of<StepOpened>().Where(o => o.RequestId == step.RequestId)];

    private List<StepClosed> Closed(OpenStep step) => [.. office.Wire.Of<StepClosed>().Where(o => o.RequestId == step.RequestId)];

    private List<StepAnswered> Answered(Guid request) => [.. office.Wire.Of<StepAnswered>().Where(a => a.RequestId == request)];
}
