using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

/// <summary>甄别 comes before the chain, and is on the reviewers' desk all the same.</summary>
[Collection("one after another")]
public sealed class When_a_case_waits_to_be_screened
{
    [Fact]
    public async Task It_is_a_to_do_until_it_is_decided_and_again_when_that_is_taken_back()
    {
        var office = await Office.OpenAsync();
        await office.RegisterAsync();
        await office.WaitAsync("Screen");
        await SeesAsync(office, "Screen");
        Assert.Empty(await TodosAsync(await office.Officer));

        await office.ActAsync(office.Reviewer, "intake", "confirm-out-of-scope", "Screen", new { manualReason = "不属于行政诉讼败诉" });
        await office.RestAsync();
        await SeesAsync(office);

        await office.ActAsync(office.Reviewer, "intake", "reopen-scope", "", new { reason = "原认定有误" });
        await office.ActAsync(office.Reviewer, "intake", "confirm-in-scope", "Screen", new { });
        await office.WaitAsync("Investigate");
        await SeesAsync(office);
    }

    [Fact]
    public async Task A_case_that_ends_meanwhile_waits_no_more()
    {
        var office = await Office.OpenAsync();
        await office.RegisterAsync();
        var proof = await office.UploadAsync(office.Reviewer, "intake", "OTHER");
        await office.ActAsync(office.Reviewer, "intake", "terminate", "Screen", new { ground = "DUPLICATE", reason = "同一裁判已登记", documentId = proof });
        await office.RestAsync();
        await SeesAsync(office);
    }

    /// <summary>The reviewers' desk hears of it a moment later than the case page.</summary>
    private static async Task SeesAsync(Office office, params string[] steps)
    {
        var reviewer = await office.Reviewer;
        var seen = await TodosAsync(reviewer);
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until && !steps.SequenceEqual(seen); seen = await TodosAsync(reviewer))
        {
            await Task.Delay(100);
        }

        Assert.Equal(steps, seen);
    }

    private static async Task<string[]> TodosAsync(HttpClient who) =>
        [.. (await who.GetFromJsonAsync<JsonElement[]>(new Uri("/api/notification/todos", UriKind.Relative)))!.Select(t => t.GetProperty("step").GetString()!)];
}
