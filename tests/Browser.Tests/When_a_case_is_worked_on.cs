using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>A case from the investigation to its closing, by the screens of the people concerned only.</summary>
[Collection(AtTheBrowser.Name)]
public sealed partial class When_a_case_is_worked_on(Browser browser)
{
    private const string Agency = "云江县综合行政执法局";

    [Fact]
    public async Task Its_people_take_it_to_the_end_by_their_forms()
    {
        var caseNo = await browser.Town.CaseAsync(Agency, Stage.InScope);
        await using var officer = await browser.VisitAsync();
        await using var reviewer = await browser.VisitAsync();
        await officer.SignInAsync(await browser.Town.PersonAsync(Agency, "经办人", "AGENCY_OFFICER"));
        await reviewer.SignInAsync(browser.Reviewer);
        var address = await officer.FindAsync(caseNo);

        await officer.ReportAsync(address);
        await reviewer.DoAsync(address, "accept-report");
        await reviewer.BeginAsync(address, "complete-review");
        await reviewer.Page.SelectOptionAsync("#f-opinion", "AGREE");
        await reviewer.Page.FillAsync("#f-reasons", "事实清楚，定性准确。");
        await reviewer.Page.CheckAsync("input[name=f-perFinding-0-agrees][value=true]");
        await reviewer.EndAsync();
        await Hands.FinishAsync(officer, reviewer, address, filed: true);
        await Assertions.Expect(reviewer.Page.Locator(".timeline")).ToContainTextAsync("完成调查");
        Assert.Empty(officer.Faults.Concat(reviewer.Faults));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_survives_a_reload()
    {
        var caseNo = await browser.Town.CaseAsync(Agency, Stage.InScope);
        await using var reviewer = await browser.VisitAsync();
        await reviewer.SignInAsync(browser.Reviewer);
        await reviewer.BeginAsync(await reviewer.FindAsync(caseNo), "suspend");
        await reviewer.Page.FillAsync("#f-reason", "<script>alert(1)</script>\u202E再审");
        await reviewer.Page.ClickAsync(".act-end button[type=submit]");
        await Assertions.Expect(reviewer.Page.Locator("#f-ground-error")).ToHaveTextAsync("此项必填。");
        await Assertions.Expect(reviewer.Page.Locator("#f-ground")).ToBeFocusedAsync();

        await reviewer.Page.ReloadAsync();
        await Assertions.Expect(reviewer.Page.Locator("#f-reason")).ToHaveValueAsync("<script>alert(1)</script>\u202E再审");
        await reviewer.Page.SelectOptionAsync("#f-ground", "RETRIAL_APPLIED");
        await reviewer.Page.ClickAsync(".act-end button[type=submit]");
        await Assertions.Expect(reviewer.Page.Locator(".refused")).ToContainTextAsync(Sentence());
        Assert.DoesNotContain(reviewer.Faults, f => f.StartsWith("dialog", StringComparison.Ordinal));
    }

    [GeneratedRegex("申请再审|不中止|中止")]
    private static partial Regex Sentence();
}
