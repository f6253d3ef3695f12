namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_only_the_keyboard_is_used(Browser browser)
{
    private const string Focused = "document.activeElement.closest('tr')?.rowIndex ?? 0";

    [Fact]
    public async Task A_case_is_found_read_and_left_again()
    {
        await using var visitor = await browser.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/cases");
        await page.WaitForSelectorAsync("#account");
        await page.Keyboard.TypeAsync(browser.Reviewer.Account);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(browser.Reviewer.Password);
        await page.Keyboard.PressAsync("Enter");
        await visitor.Rows.Nth(2).WaitForAsync();

        await page.Keyboard.PressAsync("/");
        Assert.Equal("search", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.TypeAsync("云江县");
        await page.Keyboard.PressAsync("Enter");
        await visitor.FoundAsync();

        await page.FocusAsync("[data-row][tabindex='0']");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(3, await page.EvaluateAsync<int>(Focused));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".split.opened .preview dl");
        await visitor.UntilAsync("document.activeElement.classList.contains('preview-close')");
        await page.Keyboard.PressAsync("Escape");
        await visitor.UntilAsync("document.activeElement.matches('[data-row]')");
        Assert.Equal(3, await page.EvaluateAsync<int>(Focused));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await visitor.Page.EvaluateAsync<string>("document.activeElement.innerText"));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.UntilAsync("document.activeElement.id === 'content'");
    }

    [Fact]
    public async Task The_person_menu_opens_walks_and_closes()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer)).Page;
        await page.FocusAsync("#person");
        await page.Keyboard.PressAsync("Enter");
        await visitor.UntilAsync("document.activeElement.innerText === 'English'");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("退出登录", await page.EvaluateAsync<string>("document.activeElement.innerText"));
        await page.Keyboard.PressAsync("Escape");
        await visitor.UntilAsync("document.activeElement.id === 'person'");
    }

    [Fact]
    public async Task Where_the_focus_is_can_be_seen()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer)).Page;
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }
}
