using LostCases.Contracts;

namespace LostCases.Services.Tests;

public sealed class When_a_consumer_fails : IAsyncLifetime
{
    private readonly ReviewOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task It_is_tried_again_with_a_fresh_context_and_has_one_effect()
    {
        var known = new ReviewCase();
        await _office.Wire.PublishAsync(known.Registered());
        await Probe.UntilAsync("the case is known", () => _office.Database.CountAsync("review.case_card", $"case_id = '{known.Id}'"), n => n == 1);
        await _office.Database.FailAsync("review.review", "insert", times: 2);

        await _office.Wire.PublishAsync(known.Submitted());
        await Probe.UntilAsync("the review is there", () => _office.Database.CountAsync("review.review", $"case_id = '{known.Id}'"), n => n == 1);
        await Probe.UntilAsync("its event is heard", () => Own(known), n => n > 0);

        Assert.Equal(3, await _office.Database.AttemptsAsync());
        Assert.Equal(1, Own(known));
        Assert.Equal(1, await _office.Database.CountAsync("review.audit_entry", $"subject = '{known.Id}'"));
        Assert.Equal(1, await _office.Database.CountAsync("review.deadline", $"case_id = '{known.Id}'"));
    }

    [Fact]
    public async Task It_leaves_nothing_and_ends_in_the_error_queue()
    {
        var (known, neighbour, id) = (new ReviewCase(), new ReviewCase(), Guid.NewGuid());
        await _office.Database.FailAsync("review.review", "insert", times: 7);

        await _office.Wire.PublishAsync(known.Submitted(), id);
        await Probe.UntilAsync("the message is put aside", () => Servers.CountAsync("review_error"), n => n == 1);
        await _office.SubmittedAsync(neighbour);

        Assert.Equal(0, await _office.Database.CountAsync("review.inbox_mark", $"message_id = '{id}'"));
        Assert.Equal(0, await _office.Database.CountAsync("review.case_card", $"case_id = '{known.Id}'"));
        Assert.Equal(0, await _office.Database.CountAsync("review.audit_entry", $"subject = '{known.Id}'"));
        Assert.Equal(0, await _office.Database.CountAsync("review.outbox_message", $"body like '%{known.Id}%'"));
        Assert.Equal(0, Own(known));
    }

    private int Own(ReviewCase known) => _office.Wire.Of<SliceChanged>().Count(s => s.Case.Id == known.Id && s.Case.Owner == Owners.Review);
}
