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

    [Theory]
    [InlineData("15", 45)]
    [InlineData(null, 30)]
    public async Task A_joint_review_lengthens_the_time_for_reviewing_once_by_what_the_setting_adds(string? days, int length)
    {
        var known = await SubmittedAsync(("joint.extensionWorkingDays", days));
        var (court, department) = (Guid.NewGuid(), Guid.NewGuid());
        await office.Database.RunAsync(
            $"insert into review.organisation (id, version, name, level) values ('{court}', 1, '示例法院', 'COURT'), ('{department}', 1, '示例组织部', 'ORG_DEPT')");
        await office.ActAsync(known, ReviewCase.Reviewer, "accept-report");

        var (status, body, _) = await office.ActAsync(known, ReviewCase.Reviewer, "start-joint-review", new { marks = new[] { "DISPUTED" }, reason = "争议较大", members = new[] { court, department } });

        Assert.True(status == 200, body.ToString());
        Assert.Equal(length, await office.Database.ReadAsync<int>($"select length from review.deadline where case_id = '{known.Id}' and kind = 'REVIEW'"));
        Assert.Equal(
            WorkingCalendar.National.AddWorkingDays(known.On, length),
            await office.Database.ReadAsync<DateOnly>($"select due_on from review.deadline where case_id = '{known.Id}' and kind = 'REVIEW'"));
        Assert.Equal(length - 30, await office.Database.ReadAsync<int>($"select extended_by_working_days from review.joint_review where case_id = '{known.Id}'"));
    }

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
