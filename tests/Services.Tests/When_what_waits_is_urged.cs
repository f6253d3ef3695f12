using LostCases.Contracts;
using static LostCases.Services.Tests.NotificationOffice;

namespace LostCases.Services.Tests;

/// <summary>Urging by hand (人工催办, 7.4).</summary>
[Trait("Clause", "7.4")]
public sealed class When_what_waits_is_urged(NotificationOffice office) : IClassFixture<NotificationOffice>
{
    [Fact]
    public async Task Those_who_are_to_act_are_told_until_it_is_done()
    {
        var known = await office.KnownAsync();
        var todo = await office.AwaitedAsync(known);

        var (status, body) = await office.UrgeAsync(ReviewCase.Reviewer, known, new { text = "请于本周内报送" });

        Assert.Equal((200, "1"), (status, body.Text("version")));
        Assert.Equal(["URGED 0 OFFICER"], await office.ToldAsync(ReviewCase.Officer, known));
        Assert.Empty(await office.ToldAsync(ReviewCase.Stranger, known));
        var told = await Probe.UntilAsync("it is published", () => office.Wire.Of<TodoUrged>().Where(u => u.Case.Id == known.Id).ToList(), u => u.Count == 1);
        Assert.Equal([todo], told[0].RequestIds);
        Assert.Equal(1, await office.Database.CountAsync("notification.audit_entry", $"subject = '{known.Id}' and action = 'TodoUrged' and actor_id = '{ReviewCase.Reviewer.Id}'"));

        await office.Wire.PublishAsync(new StepClosed { RequestId = todo, CaseId = known.Id, Step = "SubmitReport", Answered = true, ClosedAt = office.Time.GetUtcNow() });
        await Probe.UntilAsync("it is told no more", () => office.ToldAsync(ReviewCase.Officer, known), t => t.Count == 0);
    }

    [Fact]
    public async Task Once_a_working_day()
    {
        var known = await office.KnownAsync();
        await office.AwaitedAsync(known);
        Assert.Equal(200, (await office.UrgeAsync(ReviewCase.Reviewer, known)).Status);

        var (status, body) = await office.UrgeAsync(Secretary, known);
        Assert.Equal((422, "URGED_TODAY"), (status, body.Text("code")));
        Assert.Equal("7.4", body.Text("clause"));
        Assert.Equal(1, await office.NoticesAsync(known));

        await office.AwaitedAsync(known, "DecideUnit");
        Assert.Equal(200, (await office.UrgeAsync(Secretary, known)).Status);
        Assert.Equal(2, await office.NoticesAsync(known));

        office.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await office.UrgeAsync(Secretary, known)).Status);
        Assert.Equal(4, await office.NoticesAsync(known));
    }

    [Fact]
    public async Task Nobody_urges_the_own_work_nor_where_nothing_waits()
    {
        var known = await office.KnownAsync();
        Assert.Equal("NOTHING_TO_URGE", (await office.UrgeAsync(Secretary, known)).Body.Text("code"));
        await office.AwaitedAsync(known);
        Assert.Equal("URGE_OWN", (await office.UrgeAsync(new Person(ReviewCase.Agency, Roles.AgencyHead, Roles.AgencyOfficer), known)).Body.Text("code"));
        Assert.Equal(403, (await office.UrgeAsync(ReviewCase.Officer, known)).Status);
        Assert.Equal(404, (await office.UrgeAsync(ReviewCase.Stranger, known)).Status);
        Assert.Equal(200, (await office.UrgeAsync(Head, known)).Status);
    }

    [Fact]
    public async Task Two_at_once_urge_once()
    {
        var known = await office.KnownAsync();
        await office.AwaitedAsync(known);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.UrgeAsync(Secretary, known)));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Equal(1, await office.NoticesAsync(known));
    }
}
