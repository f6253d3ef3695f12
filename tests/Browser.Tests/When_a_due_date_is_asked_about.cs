using System.Globalization;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_a_due_date_is_asked_about(Browser browser)
{
    private const string Cells = """
        [...document.querySelectorAll('.sheet td[data-number]')].filter(c => c.dataset.number)
          .map(c => c.querySelector('time').dateTime + '=' + c.dataset.number)
        """;

    /// <summary>The sheet counts nothing itself: each day and number is the service's.</summary>
    [Fact]
    public async Task The_sheet_has_the_days_the_service_counted()
    {
        var caseNo = await browser.Town.CaseAsync("云江县公安局", Stage.InScope, 50);
        var told = await browser.Town.CasePageAsync(caseNo);
        var clock = told.GetProperty("clocks")[0];
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, $"/cases/{told.GetProperty("id").GetGuid()}")).Page;
        await page.WaitForSelectorAsync(".sheet table");

        Assert.Equal(
            clock.GetProperty("days").EnumerateArray().Where(d => d.GetProperty("number").ValueKind == JsonValueKind.Number)
                .Select(d => $"{d.GetProperty("date").GetString()}={d.GetProperty("number").GetInt32()}"),
            await page.EvaluateAsync<string[]>(Cells));
        Assert.Equal(clock.GetProperty("dueOn").GetString(), await page.GetAttributeAsync(".sheet td.due time", "datetime"));
        Assert.Equal(clock.GetProperty("startOn").GetString(), await page.GetAttributeAsync(".sheet td.start time", "datetime"));
        var due = DateOnly.ParseExact(clock.GetProperty("dueOn").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains($"{due.Year}年{due.Month}月{due.Day}日", await page.InnerTextAsync(".sheet h2"), StringComparison.Ordinal);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_clause_is_read_in_the_notices_own_words()
    {
        var told = await browser.Town.CasePageAsync(await browser.Town.CaseAsync("云江县公安局", Stage.InScope, 12));
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, $"/cases/{told.GetProperty("id").GetGuid()}")).Page;
        await page.FocusAsync(".sheet .clause summary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".sheet .clause[open] blockquote >> text=败诉责任调查一般从裁判文书送达并生效之日起30个工作日内完成");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_timeline_tells_who_did_what_by_which_clause_and_names_no_person()
    {
        var told = await browser.Town.CasePageAsync(await browser.Town.CaseAsync("云江县公安局", Stage.UnderReview, 24));
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, $"/cases/{told.GetProperty("id").GetGuid()}")).Page;
        await page.WaitForSelectorAsync(".timeline li:has-text('接收报告')");
        await page.WaitForSelectorAsync(".timeline li:has-text('完成调查'):has-text('云江县公安局')");
        Assert.DoesNotContain("经办人", await page.InnerTextAsync(".timeline"), StringComparison.Ordinal);
        Assert.Equal("审核", await page.InnerTextAsync(".phases .now .phase-name"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_document_is_taken_with_the_session_and_not_by_strangers()
    {
        var told = await browser.Town.CasePageAsync(await browser.Town.CaseAsync("云江县公安局", Stage.Submitted, 24));
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, $"/cases/{told.GetProperty("id").GetGuid()}")).Page;
        await page.WaitForSelectorAsync("table.plain a[download]");
        var address = new Uri(Office.Address, await page.GetAttributeAsync("table.plain a[download]", "href") ?? "").AbsoluteUri;
        var taken = await page.APIRequest.GetAsync(address);
        Assert.Equal(200, taken.Status);
        Assert.StartsWith("attachment", taken.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("%PDF-1.4\n%%EOF\n", await taken.TextAsync());

        await using var stranger = await browser.VisitAsync();
        var other = await browser.Town.PersonAsync("云江县竹隐乡人民政府", "经办人", "AGENCY_OFFICER");
        await stranger.SignInAsync(other);
        Assert.Equal(404, (await stranger.Page.APIRequest.GetAsync(address)).Status);
    }
}
