using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

/// <summary>What an investigation found suggests joint review to whoever reviews it (GAP-16); people decide.</summary>
[Collection("one after another")]
public sealed class When_the_investigation_shows_signs
{
    [Fact]
    public async Task The_reviewer_is_told_why_joint_review_is_advisable()
    {
        var office = await Office.OpenAsync();
        await office.InScopeAsync();
        var investigation = Office.Investigation(office["agency"]);
        (investigation["unitProposed"], investigation["unitSerious"]) = (true, true);
        await office.ActAsync(office.Officer, "investigation", "complete-investigation", "Investigate", investigation);
        var (report, judgment) = (await office.UploadAsync(office.Officer, "investigation", "REPORT"), await office.UploadAsync(office.Officer, "investigation", "JUDGMENT"));
        await office.ActAsync(office.Officer, "investigation", "submit-report", "SubmitReport", new { stamps = new[] { office["agency"] }, attachments = new[] { report, judgment } });
        await office.ActAsync(office.Reviewer, "review", "accept-report", "Review", new { });
        Assert.Equal(["UNIT_SERIOUS"], await SuggestedAsync(office));

        await office.ActAsync(office.Reviewer, "review", "return-for-supplement", "Review", new { defects = new[] { "缺少证据" } });
        await office.ActAsync(office.Officer, "investigation", "resubmit-report", "Supplement", new { answers = new[] { "已说明" }, objection = "报告材料齐全" });
        await office.WaitAsync("Review");
        Assert.Equal(["UNIT_SERIOUS", "AGENCY_OBJECTS"], await SuggestedAsync(office));

        await office.ActAsync(office.Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = "争议不大，不启动联合审核" });
        Assert.Empty(await SuggestedAsync(office));
    }

    private static async Task<IReadOnlyList<string?>> SuggestedAsync(Office office) =>
        [.. (await (await office.Reviewer).GetFromJsonAsync<JsonElement>(new Uri($"/api/review/cases/{office.Case}", UriKind.Relative)))
            .GetProperty("jointSuggested").EnumerateArray().Select(s => s.GetString())];
}
