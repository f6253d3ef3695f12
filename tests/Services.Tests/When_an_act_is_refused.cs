namespace LostCases.Services.Tests;

public sealed class When_an_act_is_refused(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task Only_a_note_in_the_audit_chain_is_left()
    {
        var known = await office.SubmittedAsync();
        await Probe.UntilAsync("all is sent", () => office.Database.CountAsync("review.outbox_message"), n => n == 0);
        var before = await CountsAsync(known);

        var (status, problem, _) = await office.ActAsync(known, ReviewCase.Reviewer, "accept-report");

        Assert.Equal((409, "STEP_NOT_OPEN"), (status, problem.Text("code")));
        Assert.Equal(before with { Notes = before.Notes + 1 }, await CountsAsync(known));
        Assert.Equal("REFUSED accept-report STEP_NOT_OPEN", await LastAsync(known.Id));
    }

    [Fact]
    public async Task Whoever_may_not_do_it_is_noted()
    {
        var known = await office.SubmittedAsync();

        var (status, problem, _) = await office.ActAsync(known, ReviewCase.Officer, "accept-report");

        Assert.Equal((403, "FORBIDDEN"), (status, problem.Text("code")));
        Assert.Equal("REFUSED accept-report FORBIDDEN", await LastAsync(known.Id));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_case_is_noted_there()
    {
        var known = await office.SubmittedAsync();

        var (status, problem, _) = await office.ActAsync(known, ReviewCase.Stranger, "accept-report");

        Assert.Equal((404, "CASE_NOT_FOUND"), (status, problem.Text("code")));
        Assert.Equal("REFUSED accept-report CASE_NOT_FOUND", await LastAsync(known.Id));
    }

    [Fact]
    public async Task Whoever_guesses_a_case_is_noted_under_their_own_id()
    {
        var guesser = new Person(Guid.NewGuid(), Contracts.Roles.Reviewer);

        var (status, _, _) = await office.ActAsync(new ReviewCase(), guesser, "accept-report");

        Assert.Equal(404, status);
        Assert.Equal("REFUSED accept-report CASE_NOT_FOUND", await LastAsync(guesser.Id));
    }

    [Fact]
    public async Task A_date_that_lies_ahead_names_its_field()
    {
        var (known, _) = await office.UnderReviewAsync();

        var (status, problem, _) = await office.ActAsync(known, ReviewCase.Reviewer, "accept-report", new { on = "2099-01-01" });

        Assert.Equal((422, "on"), (status, problem.Text("field")));
    }

    private Task<string> LastAsync(Guid subject) => office.Database.ReadAsync<string>(
        $"select coalesce((select action from review.audit_entry where subject = '{subject}' order by number desc limit 1), 'nothing')");

    private async Task<Counts> CountsAsync(ReviewCase known) => new(
        await office.Database.CountAsync("review.outbox_message"),
        await office.Database.ReadAsync<long>($"select version from review.case_card where case_id = '{known.Id}'"),
        await office.Database.CountAsync("review.review", "accepted_on is not null"),
        await office.Database.CountAsync("review.audit_entry", $"subject = '{known.Id}'"));

    private sealed record Counts(long Outbox, long Version, long Accepted, long Notes);
}
