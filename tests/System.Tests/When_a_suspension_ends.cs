namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_a_suspension_ends
{
    [Fact]
    public async Task A_clock_that_began_no_earlier_runs_on()
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.WaitAsync("SendFeedback");
        await AskAsync("suspend", new { ground = "RETRIAL_ORDERED_WITH_STAY", reason = "再审裁定中止执行" });
        Assert.Equal("PAUSED", await FeedbackAsync("PAUSED"));

        await AskAsync("resume", new { });

        Assert.Equal("RUNNING", await FeedbackAsync("RUNNING"));

        async Task AskAsync(string act, object body) => await Office.MustAsync(await office.Reviewer, $"/api/intake/cases/{office.Case}/{act}", body);

        async Task<string?> FeedbackAsync(string wanted)
        {
            for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(200))
            {
                var clock = (await office.PageAsync()).GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("kind").GetString() == "FEEDBACK");
                var status = clock.GetProperty("status").GetString();
                if (status == wanted || DateTime.UtcNow > until)
                {
                    return status;
                }
            }
        }
    }
}
