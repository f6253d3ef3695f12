using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_cases_are_looked_for(Browser browser)
{
    [Fact]
    public async Task Each_line_says_when_what_whose_and_who()
    {
        await using var visitor = await browser.VisitAsync();
        var caseNo = await browser.Town.CaseAsync("云江县自然资源和规划局", Stage.InScope, 60);
        await (await visitor.SignInAsync(browser.Reviewer)).SearchAsync(caseNo);
        var row = await visitor.Rows.Nth(0).InnerTextAsync();
        foreach (var text in new[] { "已超", "个工作日", "调查", "一般 30 个工作日", "云江县自然资源和规划局", caseNo, "调查中", "BS-339924-" })
        {
            Assert.Contains(text, row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_a_binding_limit_is_red()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        foreach (var row in await visitor.Page.Locator("tr:has(.tag.late)").AllInnerTextsAsync())
        {
            Assert.Contains("应当", row, StringComparison.Ordinal);
            Assert.Matches("逾期 \\d+ 个工作日|今天到期", row);
        }

        foreach (var row in await visitor.Page.Locator("tr:has(.tag.exceeded)").AllInnerTextsAsync())
        {
            Assert.DoesNotContain("应当", row, StringComparison.Ordinal);
            Assert.Matches("已超 \\d+ 个工作日|今天到期", row);
        }
    }

    [Fact]
    public async Task A_search_without_a_hit_says_so_and_leads_back()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        await visitor.SearchAsync("没有这样的案件");
        await visitor.Page.WaitForSelectorAsync("text=没有查到符合条件的案件");
        await visitor.Page.ClickAsync(".state a");
        await visitor.Rows.Nth(1).WaitForAsync();
        Assert.Equal("", await visitor.Page.InputValueAsync("#search"));
    }

    [Fact]
    public async Task Pages_are_walked_forth_and_back_and_survive_a_reload()
    {
        var agency = $"云江县测试{Guid.NewGuid().ToString("N")[..8]}局";
        await browser.Town.AddAgencyAsync(agency);
        for (var i = 0; i < 52; i++)
        {
            await browser.Town.CaseAsync(agency, Stage.Registered);
        }

        await using var visitor = await browser.VisitAsync();
        await (await visitor.SignInAsync(browser.Reviewer)).SearchAsync(agency);
        Assert.Equal(50, await visitor.Rows.CountAsync());
        var first = await visitor.Rows.Nth(0).InnerTextAsync();
        await visitor.Page.ClickAsync("text=下一页");
        await visitor.UntilAsync("document.querySelectorAll('[data-rows] tbody tr').length === 2");
        await visitor.Page.ReloadAsync();
        await visitor.ReadyAsync();
        Assert.Equal(2, await visitor.Rows.CountAsync());
        await visitor.Page.ClickAsync("text=上一页");
        await visitor.UntilAsync("document.querySelectorAll('[data-rows] tbody tr').length === 50");
        Assert.Equal(first, await visitor.Rows.Nth(0).InnerTextAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_wide_window_shows_the_selected_case_beside_the_list()
    {
        await using var visitor = await browser.VisitAsync(Browser.Large);
        await visitor.SignInAsync(browser.Reviewer);
        await visitor.Rows.Nth(2).ClickAsync();
        var name = await visitor.Rows.Nth(2).Locator("th .line").Nth(0).InnerTextAsync();
        await visitor.UntilAsync($"document.querySelector('.preview h2').innerText === '{name}' && !!document.querySelector('.preview dl')");
        var box = (await visitor.Page.Locator(".preview").BoundingBoxAsync())!;
        Assert.Equal(480, box.Width);
    }

    [Fact]
    public async Task An_administrator_is_told_why_there_is_nothing()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(await browser.Town.PersonAsync("云江县司法局", "系统管理员", "SYS_ADMIN"));
        Assert.Equal("您的角色不查看案件内容", (await visitor.Page.InnerTextAsync(".state-title")).Trim());
    }

    [Fact]
    public async Task An_agency_sees_its_own_cases_only()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(await browser.Town.PersonAsync("云江县竹隐乡人民政府", "经办人", "AGENCY_OFFICER"));
        foreach (var row in await visitor.Rows.AllInnerTextsAsync())
        {
            Assert.Contains("云江县竹隐乡人民政府", row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task English_is_a_choice_that_is_remembered()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer)).Page;
        await page.ClickAsync("#person");
        await page.ClickAsync(".menu-items >> text=English");
        await page.WaitForSelectorAsync("h1:has-text('Find cases')");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("h1:has-text('Find cases')");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_browser_that_asks_for_English_gets_it()
    {
        await using var visitor = await browser.VisitAsync(scheme: ColorScheme.Dark, language: "en-GB");
        await visitor.SignInAsync(browser.Reviewer);
        Assert.Equal("Find cases", (await visitor.Page.InnerTextAsync("h1")).Trim());
    }
}
