using Deque.AxeCore.Playwright;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_the_workbench_is_used(Browser browser)
{
    private const string Agency = "云江县公安局";
    private const string Defect = "#f-return-defects-0";

    [Fact]
    public async Task It_is_found_on_the_desk_and_shows_what_lies_before_the_reviewer()
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, "/desk")).Page;
        await page.ClickAsync($"section[aria-labelledby=desk-todo] a[href='{address}/review']");
        await page.WaitForSelectorAsync("[data-passage='finding-0-reason']");
        Assert.Equal(3, await page.Locator(".bench-column").CountAsync());
        var frame = page.Locator("iframe.bench-paper");
        Assert.StartsWith("/documents/investigation/", await frame.GetAttributeAsync("src"), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("[data-passage='finding-0-grounds'] .clause")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^二（三）"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Only_what_browsers_show_is_shown_within_the_page()
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, address + "/review")).Page;
        var shown = new Uri(Office.Address, (await page.Locator("iframe.bench-paper").GetAttributeAsync("src"))!.Split('#')[0]).AbsoluteUri;
        var paper = await page.APIRequest.GetAsync(shown);
        Assert.Equal("application/pdf", paper.Headers["content-type"]);
        Assert.StartsWith("inline", paper.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", paper.Headers["x-content-type-options"]);
        Assert.Contains("frame-ancestors 'self'", paper.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal("%PDF-1.4\n%%EOF\n", await paper.TextAsync());

        await page.GotoAsync($"{address}/act/send-feedback");
        var tiff = await StoreAsync(page, address, "II*\0绝非页面<script>alert(1)</script>");
        var taken = await page.APIRequest.GetAsync(tiff + "/view");
        Assert.Equal("image/tiff", taken.Headers["content-type"]);
        Assert.StartsWith("attachment", taken.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task What_was_typed_and_carried_over_is_kept_and_somebody_elses_change_is_told()
    {
        var address = await UnderReviewAsync();
        await using var mine = await browser.VisitAsync();
        await using var other = await browser.VisitAsync();
        var page = (await mine.SignInAsync(browser.Reviewer, address + "/review")).Page;
        await When_a_report_is_reviewed.MarkAsync(page, "narrative-0", "报告");
        await page.Keyboard.PressAsync("d");
        await page.Locator("#f-reasons").PressSequentiallyAsync("正在写的理由");
        await Assertions.Expect(page.Locator("#form-complete-review .act-end [role=status]")).ToHaveTextAsync("已存草稿");
        await Task.WhenAll(page.Context.SetOfflineAsync(true), page.Locator("#f-reasons").PressSequentiallyAsync("，断线时也在写"));
        await page.Context.SetOfflineAsync(false);
        await mine.UntilAsync("!document.getElementById('components-reconnect-modal').matches('.components-reconnect-show, .components-reconnect-retrying')");
        await Assertions.Expect(page.Locator("#f-reasons")).ToHaveValueAsync("正在写的理由，断线时也在写");
        await page.WaitForTimeoutAsync(1500);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#f-reasons")).ToHaveValueAsync("正在写的理由，断线时也在写");
        await Assertions.Expect(page.Locator(Defect)).ToHaveValueAsync("原因分析：“报告”");

        var colleague = await browser.Town.PersonAsync(Town.County + "司法局", "审核员", "REVIEWER", "REVIEW_LEADER");
        await other.SignInAsync(colleague, address + "/review");
        await other.Page.FocusAsync("[data-passage='narrative-0']");
        await other.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(other.Page.Locator(Defect)).ToHaveValueAsync("原因分析：“见报告”");
        await other.EndAsync("#form-return-for-supplement");

        await page.ClickAsync("#form-return-for-supplement .act-end button[type=submit]");
        await Assertions.Expect(page.Locator("#form-return-for-supplement .refused")).ToContainTextAsync("案件在您打开之后已有变化");
        await page.ClickAsync("#form-return-for-supplement .refused button");
        await Assertions.Expect(page.Locator("#form-return-for-supplement")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everything_is_done_with_the_keyboard()
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync();
        // A busy browser's own viewer may take the focus at any moment; what the page does about it is tried where documents are shown.
        await visitor.Page.RouteAsync("**/documents/**/view*", r => r.FulfillAsync(new() { ContentType = "text/html", Body = "" }));
        var page = (await visitor.SignInAsync(browser.Reviewer, address + "/review")).Page;
        await page.FocusAsync("section[aria-labelledby=bench-report] .bench-scroll");
        await page.Keyboard.PressAsync("Tab");
        while (!await page.EvaluateAsync<bool>("document.activeElement.matches('[data-passage]')"))
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("narrative-0", await page.EvaluateAsync<string>("document.activeElement.dataset.passage"));
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.Locator(Defect)).ToHaveValueAsync("原因分析：“见报告”");
        await page.Keyboard.PressAsync("Tab");
        await visitor.UntilAsync("document.activeElement.dataset.carry === 'defect'");
        await page.Keyboard.PressAsync("Tab");
        await visitor.UntilAsync("document.activeElement.dataset.carry === 'quote'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-reasons")).ToHaveValueAsync("原因分析：“见报告”");

        // A letter typed in a field is a letter, and a shortcut of the browser stays one.
        await page.FocusAsync(Defect);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("dq");
        await Assertions.Expect(page.Locator(Defect)).ToHaveValueAsync("原因分析：“见报告”dq");
        await page.FocusAsync("[data-passage='narrative-0']");
        await page.Keyboard.PressAsync("Control+d");
        await Assertions.Expect(page.Locator("#f-return-defects-1")).ToHaveCountAsync(0);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Disagreeing_asks_for_the_reason_beside_its_finding()
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, address + "/review")).Page;
        await page.SelectOptionAsync("#f-opinion", "DISAGREE");
        await page.FillAsync("#f-reasons", "责任认定不当。");
        await page.CheckAsync("input[name=f-perFinding-0-agrees][value=false]");
        await page.ClickAsync("#form-complete-review .act-end button[type=submit]");
        await Assertions.Expect(page.Locator("#f-perFinding-0-text-error")).ToHaveTextAsync("此项必填。");
        await visitor.UntilAsync("document.activeElement.id === 'f-perFinding-0-text'");
        await page.Keyboard.TypeAsync("证据不足以认定。");
        await Assertions.Expect(page.Locator("#f-perFinding-0-text")).ToHaveValueAsync("证据不足以认定。");
    }

    [Fact]
    public async Task It_is_not_for_the_agency()
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(await browser.Town.PersonAsync(Agency, "经办人", "AGENCY_OFFICER"), address)).Page;
        await page.WaitForSelectorAsync(".timeline li");
        Assert.Equal(0, await page.Locator("text=进入审核工作台").CountAsync());
        await page.GotoAsync(address + "/review");
        await page.WaitForSelectorAsync("text=审核工作台由审核单位和参加联合审核的单位使用");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_has_no_serious_findings(ColorScheme scheme)
    {
        var address = await UnderReviewAsync();
        await using var visitor = await browser.VisitAsync(Browser.Small, scheme);
        var page = (await visitor.SignInAsync(browser.Reviewer, address + "/review")).Page;
        await page.FocusAsync("[data-passage='finding-0-grounds']");
        await page.Keyboard.PressAsync("d");
        await page.WaitForSelectorAsync(Defect);
        await page.ClickAsync("#form-complete-review .act-end button[type=submit]");
        await page.WaitForSelectorAsync(".field-error");
        await page.FocusAsync("[data-passage='finding-0-grounds']");
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }

    private async Task<string> UnderReviewAsync()
    {
        var told = await browser.Town.CasePageAsync(await browser.Town.CaseAsync(Agency, Stage.UnderReview, 12));
        return $"/cases/{told.GetProperty("id").GetGuid()}";
    }

    /// <summary>Stores a file as the reviewer; its address.</summary>
    private async Task<string> StoreAsync(IPage page, string address, string content)
    {
        var id = address.Split('/')[^1];
        var stored = await browser.Town.StoreAsync(Guid.Parse(id), "review", "EVIDENCE", System.Text.Encoding.UTF8.GetBytes(content));
        return new Uri(Office.Address, $"/documents/review/{id}/{stored}").AbsoluteUri;
    }
}
