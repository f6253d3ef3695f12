namespace LostCases.Services.Tests;

public sealed class When_a_message_arrives_twice(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task It_has_one_effect()
    {
        var known = new ReviewCase();
        await office.Wire.PublishAsync(known.Registered());
        var id = Guid.NewGuid();

        await office.Wire.PublishAsync(known.Submitted(), id);
        await office.Wire.PublishAsync(known.Submitted(), id);
        await Probe.UntilAsync("both deliveries are dealt with", () => office.Service.Deliveries.Of(id), n => n == 2);

        Assert.Equal(1, await office.Database.CountAsync("review.inbox_mark", $"message_id = '{id}'"));
        Assert.Equal(1, await office.Database.ReadAsync<long>($"select version from review.case_card where case_id = '{known.Id}'"));
        Assert.Equal(1, await office.Database.CountAsync("review.audit_entry", $"subject = '{known.Id}' and action = 'SliceChanged'"));
    }

    [Fact]
    public async Task A_repeat_under_another_id_has_no_effect_either()
    {
        var known = await office.SubmittedAsync();
        var id = Guid.NewGuid();

        await office.Wire.PublishAsync(known.Submitted(), id);
        await Probe.UntilAsync("the repeat is dealt with", () => office.Service.Deliveries.Of(id), n => n == 1);

        Assert.Equal(1, await office.Database.CountAsync("review.deadline", $"case_id = '{known.Id}'"));
        Assert.Equal(1, await office.Database.ReadAsync<long>($"select version from review.case_card where case_id = '{known.Id}'"));
    }
}
