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
        var address = await FindAsync(officer, caseNo);

        await BeginAsync(officer, address, "complete-investigation");
        await InvestigateAsync(officer.Page);
        await EndAsync(officer);
        await BeginAsync(officer, address, "submit-report");
        await officer.Page.CheckAsync("input[name=f-stamps]");
        await UploadAsync(officer.Page, "REPORT");
        await UploadAsync(officer.Page, "JUDGMENT");
        await EndAsync(officer);

        await BeginAsync(reviewer, address, "accept-report");
        await EndAsync(reviewer);
        await BeginAsync(reviewer, address, "complete-review");
        await reviewer.Page.SelectOptionAsync("#f-opinion", "AGREE");
        await reviewer.Page.FillAsync("#f-reasons", "事实清楚，定性准确。");
        await reviewer.Page.CheckAsync("input[name=f-perFinding-0-agrees][value=true]");
        await EndAsync(reviewer);
        await BeginAsync(reviewer, address, "send-feedback");
        await UploadAsync(reviewer.Page, "OPINION");
        await EndAsync(reviewer);
        await BeginAsync(reviewer, address, "file-with-city");
        await EndAsync(reviewer);

        await BeginAsync(officer, address, "receive-feedback");
        await EndAsync(officer);
        await BeginAsync(officer, address, "record-disposition");
        await officer.Page.FillAsync("#f-documentNo", "云综处〔2026〕1号");
        await officer.Page.SelectOptionAsync("#f-decisions-0-result", "PURSUE");
        await officer.Page.CheckAsync("input[name=f-decisions-0-sanctions][value=WRITTEN_SELF_CRITICISM]");
        await EndAsync(officer);

        await BeginAsync(reviewer, address, "close-case");
        await reviewer.Page.FillAsync("#f-executions-0-executedOn", Servers.Before(0));
        await UploadAsync(reviewer.Page, "SELF_CRITICISM");
        foreach (var holder in await reviewer.Page.Locator("input[name=f-copiesHeldBy]").AllAsync())
        {
            await holder.CheckAsync();
        }

        await EndAsync(reviewer);
        await Assertions.Expect(reviewer.Page.Locator(".page-head")).ToContainTextAsync("办结归档");
        await Assertions.Expect(reviewer.Page.Locator(".timeline")).ToContainTextAsync("完成调查");
        Assert.Empty(officer.Faults.Concat(reviewer.Faults));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_survives_a_reload()
    {
        var caseNo = await browser.Town.CaseAsync(Agency, Stage.InScope);
        await using var reviewer = await browser.VisitAsync();
        await reviewer.SignInAsync(browser.Reviewer);
        await BeginAsync(reviewer, await FindAsync(reviewer, caseNo), "suspend");
        await reviewer.Page.FillAsync("#f-reason", "<script>alert(1)</script>\u202E再审");
        await reviewer.Page.ClickAsync(".act-end button[type=submit]");
        await Assertions.Expect(reviewer.Page.Locator("#f-ground-error")).ToHaveTextAsync("此项必填。");
        await Assertions.Expect(reviewer.Page.Locator("#f-ground")).ToBeFocusedAsync();

        await reviewer.Page.ReloadAsync();
        await Assertions.Expect(reviewer.Page.Locator("#f-reason")).ToHaveValueAsync("<script>alert(1)</script>\u202E再审");
        await reviewer.Page.SelectOptionAsync("#f-ground", "RETRIAL_APPLIED");
        await reviewer.Page.ClickAsync(".act-end button[type=submit]");
        await Assertions.Expect(reviewer.Page.Locator("#refused")).ToContainTextAsync(Sentence());
        Assert.DoesNotContain(reviewer.Faults, f => f.StartsWith("dialog", StringComparison.Ordinal));
    }

    private static async Task InvestigateAsync(IPage page)
    {
        await page.SelectOptionAsync("#f-causes-0-code", "C-EVID");
        await page.CheckAsync("input[name=f-causes-0-main][value=true]");
        await page.FillAsync("#f-narrative", "主要证据不足，未查明违法行为的持续时间。");
        await page.ClickAsync("#f-persons > .button");
        await page.FillAsync("#f-persons-0-name", "经办人甲");
        await page.SelectOptionAsync("#f-persons-0-role", "OTHER_DIRECTLY_RESPONSIBLE");
        await page.SelectOptionAsync("#f-persons-0-belongsTo", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#f-persons-0-authority", "AGENCY");
        await page.SelectOptionAsync("#f-persons-0-finding-conclusion", "PURSUE");
        await page.CheckAsync("input[name=f-persons-0-finding-mustGrounds][value=IMPROPER_DUTY]");
        foreach (var factor in new[] { "consequence", "nature", "fault" })
        {
            await page.CheckAsync($"input[name=f-persons-0-finding-factors-{factor}-scale][value='3']");
            await page.FillAsync($"#f-persons-0-finding-factors-{factor}-text", "见责任分析报告");
        }

        await page.CheckAsync("input[name=f-persons-0-finding-proposedSanctions][value=WRITTEN_SELF_CRITICISM]");
        await page.FillAsync("#f-persons-0-finding-reason", "未按规定全面收集证据。");
        await page.CheckAsync("input[name=f-persons-0-finding-exemptionConsidered][value=true]");
        await page.CheckAsync("input[name=f-unitProposed][value=false]");
        await page.FillAsync("#f-handlingOpinion", "责令作出书面检查。");
    }

    private static async Task<string> FindAsync(Visitor who, string caseNo)
    {
        await who.SearchAsync(caseNo);
        await who.Rows.First.ClickAsync();
        return (await who.Page.GetAttributeAsync(".preview-state a", "href"))!;
    }

    /// <summary>Opens the act from the case page, once it can be done.</summary>
    private static async Task BeginAsync(Visitor who, string address, string act)
    {
        var link = who.Page.Locator($"a[href$='/act/{act}']");
        for (var tries = 0; ; tries++)
        {
            await who.Page.GotoAsync(address);
            await who.Page.WaitForSelectorAsync(".timeline li");
            if (await link.CountAsync() > 0)
            {
                break;
            }

            Assert.InRange(tries, 0, 20);
            await Task.Delay(500);
        }

        await link.ClickAsync();
        await who.Page.WaitForSelectorAsync(".act-form");
    }

    private static async Task EndAsync(Visitor who)
    {
        await who.Page.ClickAsync(".act-end button[type=submit]");
        await who.Page.WaitForURLAsync(Answered());
        await who.Page.WaitForSelectorAsync(".timeline li");
    }

    private static async Task UploadAsync(IPage page, string kind)
    {
        var before = await page.Locator(".files li").CountAsync();
        await page.SetInputFilesAsync($"input[data-kind={kind}]", new FilePayload { Name = $"{kind}.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(before + 1);
    }

    [GeneratedRegex(@"/cases/[0-9a-f-]+\?atLeast=")]
    private static partial Regex Answered();

    [GeneratedRegex("申请再审|不中止|中止")]
    private static partial Regex Sentence();
}
