using LostCases.Contracts;

namespace LostCases.Services.Tests;

/// <summary>An approval the chain has inserted (会签), voted on by people with accounts of their own.</summary>
public sealed class When_votes_are_cast(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private const string Reviewers = $"{Relations.ReviewBody}:{Roles.Reviewer}";
    private const string Courts = $"{Relations.Court}:{Roles.CourtLiaison}";
    private static readonly Person Liaison = new(ReviewCase.Court, Roles.CourtLiaison);
    private static readonly Person Second = new(ReviewCase.Reviewing, Roles.Reviewer);

    [Fact]
    public async Task A_veto_decides_alone_and_the_dissent_is_kept()
    {
        var (known, step) = await AskAsync(s => s with { Participants = [Reviewers, Courts], Mode = "ANY", Veto = [Courts] });
        Assert.Equal(200, (await VoteAsync(known, ReviewCase.Reviewer, "APPROVE")).Status);
        await office.StatusAsync(step, "Open"); // one approval would do, but who may veto has not spoken

        Assert.Equal(422, (await VoteAsync(known, Liaison, "REJECT")).Status);
        Assert.Equal(200, (await VoteAsync(known, Liaison, "REJECT", "适用法律有误")).Status);

        await OutcomeAsync(step, "Rejected");
        Assert.Equal("适用法律有误", await office.Database.ReadAsync<string>($"select text from review.vote where request_id = '{step.RequestId}' and vote = 'Reject'"));
    }

    [Fact]
    public async Task Each_participant_has_its_seats_and_a_person_one_voice()
    {
        var (known, step) = await AskAsync(s => s with { Participants = [Reviewers], Mode = "ALL", Seats = 2 });
        Assert.Equal(200, (await VoteAsync(known, ReviewCase.Reviewer, "APPROVE")).Status);
        Assert.Equal(403, (await VoteAsync(known, ReviewCase.Reviewer, "APPROVE")).Status);
        await office.StatusAsync(step, "Open");

        Assert.Equal(200, (await VoteAsync(known, Second, "APPROVE")).Status);

        await OutcomeAsync(step, "Approved");
    }

    [Fact]
    public async Task Enough_votes_are_not_enough_where_a_participant_lacks_its_own()
    {
        var (known, step) = await AskAsync(s => s with { Participants = [Reviewers, Courts], Mode = "COUNT", Quorum = 1, GroupQuorum = 1 });
        Assert.Equal(200, (await VoteAsync(known, ReviewCase.Reviewer, "APPROVE")).Status);
        await office.StatusAsync(step, "Open");
        Assert.Equal(200, (await VoteAsync(known, Liaison, "APPROVE")).Status);
        await OutcomeAsync(step, "Approved");
    }

    private async Task<(ReviewCase Known, OpenStep Step)> AskAsync(Func<OpenStep, OpenStep> how)
    {
        var known = await office.SubmittedAsync();
        var step = how(known.Asks("Approval", after: (Owners.Intake, 2)));
        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Open");
        return (known, step);
    }

    private Task<(int Status, System.Text.Json.JsonElement Body, string? ETag)> VoteAsync(ReviewCase known, Person who, string vote, string? text = null) =>
        office.ActAsync(known, who, "vote", new { vote, text });

    private async Task OutcomeAsync(OpenStep step, string outcome)
    {
        await office.StatusAsync(step, "Answered");
        var answered = await Probe.UntilAsync("the chain hears it", () => office.Wire.Of<StepAnswered>().Where(a => a.RequestId == step.RequestId).ToList(), a => a.Count > 0);
        Assert.Equal(outcome, Assert.Single(answered).Outcome);
    }
}
