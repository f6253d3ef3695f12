using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>Elsa Studio under /studio/, with the people and tokens of a running system.</summary>
[Collection(AtTheBrowser.Name)]
public sealed partial class When_the_chain_is_drawn(Browser browser)
{
    private const string Chain = "/studio/definitions/case-accountability";
    private const int Started = 60_000;

    [Fact]
    public async Task The_administrators_navigation_leads_to_the_list_and_the_list_to_the_canvas()
    {
        await using var visitor = await SignInAsync("/desk");
        var page = visitor.Page;
        await page.ClickAsync(".side a[href='/studio/definitions']");
        await page.WaitForSelectorAsync("elsa-workflow-definition-list tbody tr:has-text('case-accountability')", new() { Timeout = Started });
        Assert.Equal("page", await page.GetAttributeAsync("[data-page=definitions]", "aria-current"));

        await page.ClickAsync("tbody tr:has-text('case-accountability') td >> nth=1");
        await page.WaitForURLAsync($"**{Chain}");
        await DrawnAsync(page);
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_whole_chain_is_on_the_canvas_in_Chinese_and_a_step_shows_its_settings()
    {
        await using var visitor = await SignInAsync(Chain);
        var page = visitor.Page;
        await DrawnAsync(page);
        Assert.Equal(18, await page.Locator(".x6-node").CountAsync());
        await SettingAsync(page, "报市备案", "办理期限");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Publishing_is_answered_with_the_sentence_about_the_second_administrator_and_the_second_sends_it_back()
    {
        await using var visitor = await SignInAsync(Chain);
        var page = visitor.Page;
        await DrawnAsync(page);
        var limit = await SettingAsync(page, "报市备案", "办理期限");
        var saved = page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal));
        await limit.FillAsync("5");
        await limit.PressAsync("Tab");
        Assert.Equal(200, (await saved).Status);

        await page.Locator("button:visible:has(path[d^='M19.35'])").First.ClickAsync();
        await page.WaitForSelectorAsync("#own-message:has-text('另一名流程管理员')");

        await using var colleague = await SignInAsync("/studio/changes", second: true);
        await colleague.Page.WaitForSelectorAsync(".own-changes .own-primary");
        await colleague.Page.Locator(".own-acts input").First.FillAsync("期限仍按原规定");
        await colleague.Page.Locator(".own-acts button:not(.own-primary)").First.ClickAsync();
        await colleague.Page.WaitForSelectorAsync(".own-changes td:has-text('期限仍按原规定')");
        Assert.Equal(0, await colleague.Page.Locator(".own-primary").CountAsync());
    }

    [Fact]
    public async Task A_step_dragged_onto_the_canvas_is_saved_told_on_the_change_page_and_refused_until_it_is_connected()
    {
        await using var visitor = await SignInAsync("/studio/definitions/correction");
        var page = visitor.Page;
        await DrawnAsync(page);
        var step = page.Locator("#own-stage [draggable=true]", new() { HasText = "会签" }).First;
        if (!await step.IsVisibleAsync())
        {
            await page.Locator("#own-stage .mud-expand-panel-header", new() { HasText = "可插入环节" }).First.ClickAsync();
        }

        var saved = page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal));
        await step.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = 500, Y = 120 } });
        Assert.Equal(200, (await saved).Status);
        await page.WaitForSelectorAsync(".x6-node:has-text('会签')", new() { State = WaitForSelectorState.Attached });

        await page.GotoAsync("/studio/changes/correction");
        await page.WaitForSelectorAsync("li:has-text('增加环节（会签）')");
        await page.WaitForSelectorAsync(".own-problems li:has-text('没有连线')");
    }

    [Fact]
    public async Task A_colleague_who_opens_a_chain_being_edited_is_told_so()
    {
        await using var first = await SignInAsync("/studio/definitions/correction");
        await DrawnAsync(first.Page);
        await using var second = await SignInAsync("/studio/definitions/correction", second: true);
        await second.Page.WaitForSelectorAsync("#own-message:has-text('正在编辑')", new() { Timeout = Started });
    }

    [Fact]
    public async Task An_instance_is_found_and_its_way_through_the_chain_is_shown()
    {
        await using var visitor = await SignInAsync("/studio/instances");
        var page = visitor.Page;
        await page.WaitForSelectorAsync("elsa-workflow-instance-list tbody tr:has-text('BS-')", new() { Timeout = Started });
        await page.Locator("tbody tr:has-text('BS-') td").Nth(1).ClickAsync();
        await page.WaitForURLAsync(Instance());
        await DrawnAsync(page);
        await page.WaitForSelectorAsync("elsa-workflow-instance-viewer :text('调查')");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Nothing_comes_from_elsewhere_and_what_can_be_packed_is()
    {
        await using var visitor = await SignInAsync("/desk");
        var (asked, packed) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string?>());
        visitor.Page.Request += (_, request) => asked.Enqueue(request.Url);
        visitor.Page.Response += (_, answer) =>
        {
            if (answer.Url.EndsWith(".wasm", StringComparison.Ordinal))
            {
                packed.Enqueue(answer.Headers.GetValueOrDefault("content-encoding"));
            }
        };
        await visitor.Page.GotoAsync(Chain);
        await DrawnAsync(visitor.Page);
        Assert.DoesNotContain(asked, a => !a.StartsWith(Office.Address.AbsoluteUri, StringComparison.Ordinal) && !a.StartsWith("data:", StringComparison.Ordinal) && !a.StartsWith("blob:", StringComparison.Ordinal));
        Assert.NotEmpty(packed);
        Assert.All(packed, p => Assert.Equal("br", p));
    }

    [Fact]
    public async Task The_pages_token_opens_the_workflow_host_and_nothing_else()
    {
        await using var visitor = await SignInAsync("/desk");
        var given = await visitor.Page.EvaluateAsync<string>("fetch('/session/workflow-token').then(a => a.json()).then(t => t.accessToken)");
        Assert.Equal(200, await AskAsync("/elsa/api/workflow-definitions", given));
        Assert.Equal(401, await AskAsync("/api/oversight/cases", given));
        Assert.Equal(401, await AskAsync("/api/identity/users/" + Guid.Empty, given));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_gets_no_token_and_is_told_why()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        Assert.Equal(0, await visitor.Page.Locator(".side a[href^='/studio']").CountAsync());
        await visitor.Page.GotoAsync(Chain);
        await visitor.Page.WaitForSelectorAsync("#own-message:has-text('没有流程管理权限')");
    }

    [Theory]
    [InlineData("/studio/definitions", "elsa-workflow-definition-list tbody tr")]
    [InlineData(Chain, ".x6-node")]
    [InlineData("/studio/instances", "elsa-workflow-instance-list tbody tr")]
    public async Task What_is_left_in_English_are_codes(string path, string drawn)
    {
        await using var visitor = await SignInAsync(path);
        await visitor.Page.WaitForSelectorAsync(drawn, new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await visitor.UntilAsync("!document.body.innerText.includes('Loading')");
        await visitor.Page.WaitForTimeoutAsync(1500);
        var words = await visitor.Page.EvaluateAsync<string[]>("[...new Set(document.querySelector('#own-stage').innerText.split('\\n').map(t => t.trim()).filter(t => /[A-Za-z]{2}/.test(t)))]");
        Assert.DoesNotContain(words, w => !Code().IsMatch(w));
    }

    private static Task DrawnAsync(IPage page) =>
        page.WaitForSelectorAsync(".x6-node", new() { Timeout = Started, State = WaitForSelectorState.Attached });

    /// <summary>Chooses a box and waits for the field of its panel.</summary>
    private static async Task<ILocator> SettingAsync(IPage page, string box, string label)
    {
        await page.SetViewportSizeAsync(1920, 1080);
        var field = page.Locator(".mud-input-control", new() { HasText = label }).Locator("input").First;
        for (var tries = 0; await field.CountAsync() == 0; tries++)
        {
            Assert.True(tries < 20, $"{label} never came");
            await page.Locator(".x6-node", new() { HasText = box }).First.ClickAsync(new() { Force = true });
            await page.WaitForTimeoutAsync(500);
        }

        return field;
    }

    private static async Task<int> AskAsync(string path, string token)
    {
        using var http = new HttpClient { BaseAddress = Office.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private async Task<Visitor> SignInAsync(string path, bool second = false)
    {
        var (account, password) = await Office.AdministratorAccountAsync("WORKFLOW_ADMIN", second);
        var visitor = await browser.VisitAsync(Browser.Large);
        await visitor.Page.GotoAsync("/desk");
        await visitor.Page.FillAsync("#account", account);
        await visitor.Page.FillAsync("#password", password);
        await visitor.Page.ClickAsync(".card button[type=submit]");
        await visitor.Page.WaitForSelectorAsync(".side a[href='/studio/definitions']");
        if (path != "/desk")
        {
            await visitor.Page.GotoAsync(path, new() { Timeout = Started });
        }

        return visitor;
    }

    /// <summary>Ids, codes, versions: a definition's, a version's, an instance's, a case's; kinds of box.</summary>
    [GeneratedRegex(@"^([a-z-]+(:\d+)?|[0-9a-fA-F-]{8,}…?|BS-[\d-]+|(Elsa|LostCases)\.\w+|JSON)$")]
    private static partial Regex Code();

    [GeneratedRegex("/studio/instances/[0-9a-f-]+")]
    private static partial Regex Instance();
}
