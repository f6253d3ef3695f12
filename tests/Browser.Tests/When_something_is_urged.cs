namespace LostCases.BrowserTests;

/// <summary>Reminders and urging at the desk and on the case page (提醒、催办).</summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_something_is_urged(Browser browser)
{
    private const string Agency = "云江县竹隐乡人民政府";

    [Fact]
    public async Task Those_who_are_to_act_see_it_at_the_desk_and_everybody_on_the_case_page()
    {
        var id = (await browser.Town.CasePageAsync(await browser.Town.CaseAsync(Agency, Stage.InScope, 24))).GetProperty("id").GetGuid();
        await using (var reviewer = await browser.VisitAsync())
        {
            var page = (await reviewer.SignInAsync(browser.Reviewer, $"/cases/{id}")).Page;
            await page.ClickAsync("a[href$='/act/urge']");
            await page.FillAsync("#f-text", "请按期完成调查");
            await page.ClickAsync(".act-form button[type=submit]");
            await page.WaitForSelectorAsync("section[aria-labelledby=case-notices] li:has-text('请按期完成调查')");
            Assert.Empty(reviewer.Faults);
        }

        await using var visitor = await browser.VisitAsync();
        var desk = (await visitor.SignInAsync(await browser.Town.PersonAsync(Agency, "经办人", "AGENCY_OFFICER"), "/desk")).Page;
        await desk.WaitForSelectorAsync("section[aria-labelledby=desk-notices] tr:has-text('请按期完成调查')");
        await desk.ClickAsync($"section[aria-labelledby=desk-notices] tr:has-text('请按期完成调查') a[href='/cases/{id}']");
        await desk.WaitForSelectorAsync("section[aria-labelledby=case-notices] li:has-text('人工催办')");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Everybody_sets_how_to_be_told()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(await browser.Town.PersonAsync(Agency, "经办人", "AGENCY_OFFICER"), "/me/notices")).Page;
        await page.FillAsync("#address", "officer@example");
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync(".act-form button[type=submit]");
        await page.WaitForSelectorAsync("#address-error");
        await page.FillAsync("#address", "officer@example.gov.cn");
        await page.CheckAsync("label:has-text('摘要') input");
        await page.ClickAsync(".act-form button[type=submit]");
        await page.WaitForSelectorAsync("text=已保存");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#address");
        Assert.Equal("officer@example.gov.cn", await page.InputValueAsync("#address"));
        Assert.True(await page.IsCheckedAsync("label:has-text('摘要') input"));
        Assert.Empty(visitor.Faults);
    }
}
