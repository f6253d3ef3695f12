using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_text_is_hostile(Browser browser)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Fact]
    public async Task It_is_shown_as_text_and_does_nothing()
    {
        var agency = $"云江县{Script}\u202E局\u2028测试{Guid.NewGuid():N}";
        await browser.Town.AddAgencyAsync(agency);
        var caseNo = await browser.Town.CaseAsync(agency, Stage.InScope, act: Script + "\u202E\u2028决定");

        await using var visitor = await browser.VisitAsync(Browser.Large);
        await (await visitor.SignInAsync(browser.Reviewer)).SearchAsync(caseNo);
        await visitor.Page.WaitForSelectorAsync(".preview dl");
        var text = await visitor.Rows.Nth(0).InnerTextAsync();
        Assert.Contains(Script, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\u2028', text);
        Assert.Equal(0, await visitor.Page.Locator(".shell script, .shell img").CountAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Searching_for_it_says_it_back_as_text()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        const string Other = "<script>alert(3)</script>";
        await visitor.SearchAsync(Other);
        await visitor.Page.WaitForSelectorAsync("text=没有查到符合条件的案件");
        Assert.Contains(Other, await visitor.Page.InnerTextAsync(".page-head"), StringComparison.Ordinal);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_workbench_shows_it_as_text_and_carries_it_over_as_text()
    {
        var caseNo = await browser.Town.CaseAsync("云江县公安局", Stage.UnderReview, 12, act: Script + "\u202E\u2028决定");
        var id = (await browser.Town.CasePageAsync(caseNo)).GetProperty("id").GetGuid();
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, $"/cases/{id}/review")).Page;
        await page.FillAsync("#f-reasons", Script);
        await page.FocusAsync("[data-passage='narrative-0']");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("#f-reasons")).ToHaveValueAsync($"{Script}\n原因分析：“见报告”");
        var text = await page.InnerTextAsync(".bench-facts");
        Assert.Contains(Script, text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
        Assert.Equal(0, await page.Locator(".shell script, .shell img").CountAsync());
        Assert.Empty(visitor.Faults);
    }
}
