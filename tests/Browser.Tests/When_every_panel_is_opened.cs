using System.Text.RegularExpressions;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>Studio speaks English only; in Chinese pages every panel, tab, menu and dialog that an administrator can open is read, and what is left are codes.</summary>
[Collection(AtTheBrowser.Name)]
public sealed partial class When_every_panel_is_opened(Browser browser)
{
    private const int Started = 60_000;
    private const string Gather = """
        () => [...document.querySelectorAll('#own-stage, .mud-popover-open, .mud-dialog, .mud-snackbar')].flatMap(e => e.innerText.split(/[\n\t]/))
            .concat([...document.querySelectorAll('#own-stage [placeholder], #own-stage [title], .mud-dialog [placeholder]')].filter(e => !e.closest('.monaco-editor')).flatMap(e => [e.placeholder ?? '', e.title ?? '']))
            .map(t => t.trim()).filter(t => /[A-Za-z]{2}/.test(t))
        """;

    [Fact]
    public async Task The_editor_is_Chinese_throughout()
    {
        await using var visitor = await OpenAsync("/studio/definitions/case-accountability", ".x6-node");
        var (page, seen) = (visitor.Page, new SortedSet<string>(StringComparer.Ordinal));
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-expand-panel-header"));
        foreach (var box in new[] { "审核", "是否县级审核", "反馈与备案并行", "两项都完成", "开始" })
        {
            await ChooseAsync(page, box);
            await ReadAsync(page, seen, page.Locator("#own-stage .mud-tab"));
        }

        await page.Mouse.ClickAsync(900, 640);
        await page.WaitForTimeoutAsync(700);
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-tab"));
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-menu button"), escape: true);
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-select"), escape: true);
        Left(seen);
    }

    [Theory]
    [InlineData("/studio/definitions", "elsa-workflow-definition-list tbody tr")]
    [InlineData("/studio/instances", "elsa-workflow-instance-list tbody tr")]
    public async Task The_lists_are_Chinese_throughout(string path, string drawn)
    {
        await using var visitor = await OpenAsync(path, drawn);
        var (page, seen) = (visitor.Page, new SortedSet<string>(StringComparer.Ordinal));
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-menu button"), escape: true);
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-select"), escape: true);
        Left(seen);
    }

    [Fact]
    public async Task The_viewer_of_an_instance_is_Chinese_throughout()
    {
        await using var visitor = await OpenAsync("/studio/instances", "elsa-workflow-instance-list tbody tr:has-text('BS-')");
        var (page, seen) = (visitor.Page, new SortedSet<string>(StringComparer.Ordinal));
        await page.Locator("tbody tr:has-text('BS-') td").Nth(1).ClickAsync();
        await page.WaitForSelectorAsync(".x6-node", new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await page.WaitForTimeoutAsync(1500);
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-tab"));
        await ChooseAsync(page, "审核");
        await ReadAsync(page, seen, page.Locator("#own-stage .mud-tab"));
        Left(seen);
    }

    private static void Left(SortedSet<string> seen)
    {
        var left = string.Join(" | ", seen.Where(w => !Code().IsMatch(w)));
        Assert.True(left.Length == 0, left);
    }

    /// <summary>Chooses a box where it lies in the window.</summary>
    private static async Task ChooseAsync(IPage page, string box)
    {
        var there = page.Locator(".x6-node", new() { HasText = box }).First;
        if (await there.CountAsync() > 0 && await there.BoundingBoxAsync() is { X: > 0, Y: > 0 } at && at.X < 1500 && at.Y < 1000)
        {
            await page.Mouse.ClickAsync(at.X + at.Width / 2, at.Y + at.Height / 2);
            await page.WaitForTimeoutAsync(700);
        }
    }

    /// <summary>Opens each and notes what stands there then.</summary>
    private static async Task ReadAsync(IPage page, SortedSet<string> seen, ILocator all, bool escape = false)
    {
        seen.UnionWith(await page.EvaluateAsync<string[]>(Gather));
        for (var at = 0; at < await all.CountAsync() && at < 40; at++)
        {
            var one = all.Nth(at);
            if (!await one.IsVisibleAsync() || await one.IsDisabledAsync())
            {
                continue;
            }

            await one.ClickAsync(new() { Force = true, Timeout = 2000 });
            await page.WaitForTimeoutAsync(400);
            seen.UnionWith(await page.EvaluateAsync<string[]>(Gather));
            if (escape)
            {
                await page.Keyboard.PressAsync("Escape");
                await page.WaitForTimeoutAsync(200);
            }
        }
    }

    private async Task<Visitor> OpenAsync(string path, string drawn)
    {
        var (account, password) = await Office.AdministratorAccountAsync("WORKFLOW_ADMIN");
        var visitor = await browser.VisitAsync(Browser.Large);
        await visitor.Page.GotoAsync("/desk");
        await visitor.Page.FillAsync("#account", account);
        await visitor.Page.FillAsync("#password", password);
        await visitor.Page.ClickAsync(".card button[type=submit]");
        await visitor.Page.WaitForSelectorAsync(".side a[href='/studio/definitions']");
        await visitor.Page.GotoAsync(path, new() { Timeout = Started });
        await visitor.Page.WaitForSelectorAsync(drawn, new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await visitor.UntilAsync("!document.body.innerText.includes('Loading')");
        await visitor.Page.WaitForTimeoutAsync(1500);
        return visitor;
    }

    /// <summary>Ids, codes, versions, hashes; kinds of box; JSON and what stands in it.</summary>
    [GeneratedRegex("""^([a-z-]+(:\d+)?(:[a-z-]+)*|[0-9a-fA-F-]{8,}…?|BS-[\d-]+|(Elsa|LostCases)\.\w+|[\d\s/,:.-]+|["{}\[\]].*|[A-Z]{1,5}|county=\w+|刷新（Ctrl \+ R）|\d+ ms)$""")]
    private static partial Regex Code();
}
