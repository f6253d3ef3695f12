namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_somebody_comes_to_the_desk(Browser browser)
{
    private static readonly string[] Forces = ["late", "exceeded", "plain"];

    [Fact]
    public async Task The_most_urgent_by_law_stands_first_and_leads_to_its_case()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer, "/")).Page;
        await page.WaitForSelectorAsync("section[aria-labelledby=desk-todo] tbody tr");
        var tones = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('section[aria-labelledby=desk-todo] tbody td:first-child .tag')].map(t => t.className.split(' ')[1])");
        Assert.Equal("late", tones[0]);
        Assert.Equal(tones.OrderBy(t => Array.IndexOf(Forces, t)), tones);
        await page.ClickAsync("section[aria-labelledby=desk-todo] tbody th a >> nth=0");
        await page.WaitForSelectorAsync(".phases .now");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task A_claimed_todo_is_told_as_claimed()
    {
        await browser.Town.CaseAsync("云江县竹隐乡人民政府", Stage.InScope, 3);
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(await OfficerAsync(), "/")).Page;
        var free = page.Locator("button:has-text('认领')");
        await free.First.WaitForAsync();
        var before = await free.CountAsync();
        await free.First.ClickAsync();
        await page.WaitForSelectorAsync("text=我已认领");
        Assert.Equal(before - 1, await free.CountAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task What_others_have_to_do_is_told_as_awaited()
    {
        await browser.Town.CaseAsync("云江县竹隐乡人民政府", Stage.Submitted, 24);
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(await OfficerAsync(), "/")).Page;
        await page.WaitForSelectorAsync("section[aria-labelledby=desk-waiting] td:has-text('云江县司法局')");
        Assert.Empty(visitor.Faults);
    }

    private Task<Person> OfficerAsync() => browser.Town.PersonAsync("云江县竹隐乡人民政府", "经办人", "AGENCY_OFFICER");
}
