using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Services.Tests;

/// <summary>Another owner judges a case by the settings it began with, which the case carries among its facts.</summary>
public sealed class When_a_case_keeps_its_rules(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Theory]
    [InlineData("0", 422)]
    [InlineData(null, 200)]
    public async Task A_return_is_allowed_or_not(string? most, int status)
    {
        var known = await SubmittedAsync(("review.maxReturns", most));
        Assert.Equal(status, (await office.ActAsync(known, ReviewCase.Reviewer, "return-for-supplement", new { defects = new[] { "缺少证据" } })).Status);
    }

    [Theory]
    [InlineData("ACCEPTANCE", 0, 1)]
    [InlineData(null, 1, 1)]
    public async Task The_time_for_reviewing_runs_from_receipt_or_acceptance(string? start, long before, long after)
    {
        var known = await SubmittedAsync(("review.start", start));
        Assert.Equal(before, await ClocksAsync(known));
        await office.ActAsync(known, ReviewCase.Reviewer, "accept-report");
        Assert.Equal(after, await ClocksAsync(known));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(null, 30)]
    public async Task The_limit_has_its_length(string? length, int days) =>
        Assert.Equal(days, await office.Database.ReadAsync<int>($"select length from review.deadline where case_id = '{(await SubmittedAsync(("clock.REVIEW.length", length))).Id}'"));

    private Task<long> ClocksAsync(ReviewCase known) => office.Database.CountAsync("review.deadline", $"case_id = '{known.Id}'");

    private async Task<ReviewCase> SubmittedAsync((string Key, string? Value) setting)
    {
        var known = new ReviewCase { Settings = setting.Value is { } value ? new() { [Fact.Setting(setting.Key)] = value } : [] };
        await office.SubmittedAsync(known);
        var step = known.Asks("Review", stepId: "review", after: (Owners.Investigation, 2));
        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Open");
        return known;
    }
}
