using LostCases.Contracts;
using static LostCases.Services.Tests.NotificationOffice;

namespace LostCases.Services.Tests;

/// <summary>Reminders and the escalation officer → head → legal body → secretariat (催办、督办, 7.4).</summary>
[Trait("Clause", "7.4")]
public sealed class When_a_limit_is_told_of(NotificationOffice office) : IClassFixture<NotificationOffice>
{
    [Fact]
    public async Task The_longer_it_has_passed_the_higher_it_goes_and_each_is_told_once()
    {
        var (known, deadline) = (await office.KnownAsync(), Guid.NewGuid());
        await HearAsync(known, Near(known, deadline, 2, "2026-03-05"), notices: 1);
        Assert.Equal(["APPROACHING 2 OFFICER"], await office.ToldAsync(ReviewCase.Officer, known));
        Assert.Empty(await office.ToldAsync(Head, known));

        await HearAsync(known, Past(known, deadline, 3, "2026-03-12"), notices: 3);
        Assert.Equal(["PASSED 3 OFFICER"], await office.ToldAsync(ReviewCase.Officer, known));
        Assert.Equal(["PASSED 3 HEAD"], await office.ToldAsync(Head, known));
        Assert.Empty(await office.ToldAsync(ReviewCase.Reviewer, known));

        await HearAsync(known, Past(known, deadline, 6, "2026-03-17"), notices: 6);
        Assert.Equal(["PASSED 6 LEGAL_BODY"], await office.ToldAsync(ReviewCase.Reviewer, known));
        Assert.Empty(await office.ToldAsync(Secretary, known));

        await HearAsync(known, Past(known, deadline, 9, "2026-03-20"), notices: 10);
        await HearAsync(known, Past(known, deadline, 9, "2026-03-20"), notices: 10);
        Assert.Equal(["PASSED 9 SECRETARIAT"], await office.ToldAsync(Secretary, known));
        Assert.Empty(await office.ToldAsync(ReviewCase.Stranger, known));
        Assert.Equal(10, await office.Database.CountAsync("notification.notice", $"case_id = '{known.Id}' and clause = 'N2.5.2-a'"));
    }

    [Fact]
    public async Task Done_late_it_ends_for_everybody()
    {
        var (known, deadline) = (await office.KnownAsync(), Guid.NewGuid());
        await HearAsync(known, Past(known, deadline, 9, "2026-03-20"), notices: 4);
        await office.Wire.PublishAsync(new DeadlineEnded { DeadlineId = deadline, CaseId = known.Id, Kind = "SUBMIT", StoppedOn = new(2026, 3, 23) });
        await Probe.UntilAsync("nobody is told any more", () => office.ToldAsync(Secretary, known), t => t.Count == 0);
        Assert.Empty(await office.ToldAsync(ReviewCase.Officer, known));
        Assert.Equal(1, await office.Database.CountAsync("notification.reminder", $"deadline_id = '{deadline}' and withdrawn and stage = 'PASSED'"));

        await HearAsync(known, Past(known, deadline, 12, "2026-03-25"), notices: 4);
        Assert.Equal(4, await office.NoticesAsync(known));
    }

    [Fact]
    public async Task Its_end_heard_of_first_keeps_it_silent()
    {
        var (known, deadline) = (await office.KnownAsync(), Guid.NewGuid());
        await office.Wire.PublishAsync(new DeadlineEnded { DeadlineId = deadline, CaseId = known.Id, Kind = "SUBMIT", StoppedOn = new(2026, 3, 23) });
        await Probe.UntilAsync("its end is known", () => office.Database.CountAsync("notification.reminder", $"deadline_id = '{deadline}' and withdrawn"), n => n == 1);
        await HearAsync(known, Past(known, deadline, 9, "2026-03-20"), notices: 0);
    }

    [Fact]
    public async Task One_heard_late_does_not_stand_before_the_newer()
    {
        var (known, deadline) = (await office.KnownAsync(), Guid.NewGuid());
        await HearAsync(known, Past(known, deadline, 3, "2026-03-12"), notices: 2);
        await HearAsync(known, Near(known, deadline, 2, "2026-03-05"), notices: 3);
        Assert.Equal(["PASSED 3 OFFICER"], await office.ToldAsync(ReviewCase.Officer, known));
    }

    [Fact]
    public async Task The_steps_are_those_of_the_rules_the_case_began_with()
    {
        var known = await office.KnownAsync(new() { [Setting("escalation.secretariatWorkingDays")] = "1", [Setting("escalation.headWorkingDays")] = "0" });
        var deadline = Guid.NewGuid();
        await HearAsync(known, Near(known, deadline, 0, "2026-03-09"), notices: 2);
        await HearAsync(known, Past(known, deadline, 3, "2026-03-12"), notices: 5);
        Assert.Equal(["PASSED 3 SECRETARIAT"], await office.ToldAsync(Secretary, known));
    }

    [Fact]
    public async Task A_review_that_is_late_is_told_to_the_reviewing_body()
    {
        var (known, deadline) = (await office.KnownAsync(), Guid.NewGuid());
        await HearAsync(known, Past(known, deadline, 3, "2026-03-12", "REVIEW"), notices: 2);
        Assert.Equal(["PASSED 3 HEAD", "PASSED 3 OFFICER"], (await office.ToldAsync(ReviewCase.Reviewer, known)).Order(StringComparer.Ordinal));
        Assert.Empty(await office.ToldAsync(ReviewCase.Officer, known));
    }

    [Fact]
    public async Task Whoever_must_keep_out_of_the_case_is_not_told()
    {
        var (known, deadline) = (await office.KnownAsync(null, ReviewCase.Reviewer.Id), Guid.NewGuid());
        await HearAsync(known, Past(known, deadline, 3, "2026-03-12", "REVIEW"), notices: 2);
        Assert.Empty(await office.ToldAsync(ReviewCase.Reviewer, known));
        Assert.NotEmpty(await office.ToldAsync(ReviewCase.Reviewer with { Id = Guid.NewGuid() }, known));
    }

    /// <summary>Publishes the message and waits until it has been dealt with; then there are so many notices of the case.</summary>
    private async Task HearAsync(ReviewCase known, object message, int notices)
    {
        var id = Guid.NewGuid();
        await office.Wire.PublishAsync(message, id);
        await Probe.UntilAsync("it is dealt with", () => office.Database.CountAsync("notification.inbox_mark", $"message_id = '{id}'"), n => n > 0);
        Assert.Equal(notices, await office.NoticesAsync(known));
    }
}
