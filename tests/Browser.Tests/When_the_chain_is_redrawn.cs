using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>
/// The whole round (流程变更全过程) as two administrators do it at the screens: drawn on the canvas, refused, corrected, approved, and followed by
/// the next case, while a case begun before keeps its version.
/// </summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_the_chain_is_redrawn(Browser browser)
{
    private const string Chain = "case-accountability";
    private const string Inserted = "可插入环节", Approval = "会签";
    private const int Patience = 60_000;

    /// <summary>At Studio's smallest size the whole main chain is on a canvas of this window.</summary>
    private const int Wide = 2800;
    private const string Mark = "box => document.querySelector(`.x6-node[data-cell-id=\"${box}\"] .mud-badge`)?.outerHTML.replace(/<!--.*?-->/g, '') ?? ''";
    private static readonly Uri Published = new($"/elsa/api/workflow-definitions/by-definition-id/{Chain}?versionOptions=Published", UriKind.Relative);
    private static readonly Uri Definitions = new("/elsa/api/workflow-definitions", UriKind.Relative);

    [Fact]
    public async Task An_approval_is_drawn_refused_corrected_approved_and_followed_by_the_next_case()
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var original = (await administrator.GetFromJsonAsync<JsonNode>(Published))!;
        var running = await Office.OpenAsync();
        await running.ReviewAsync();
        await SaveAsync(administrator, original, publish: false);
        try
        {
            await using var author = await SignInAsync($"/studio/definitions/{Chain}", second: false);
            var page = author.Page;
            var canvas = await new Canvas(page).DrawnAsync();
            var box = await canvas.DragInAsync(Inserted, Approval, 420, 60);
            await canvas.DisconnectAsync("review", "Completed");
            await canvas.ConnectAsync("review", "Completed", box);
            await canvas.ConnectAsync(box, "Approved", "fork");
            await canvas.ConnectAsync(box, "Rejected", "close-case");
            await canvas.ChooseAsync(box, "表决方式", "会签：全部同意");

            await canvas.PublishAsync();
            await page.WaitForSelectorAsync("#own-message:has-text('N2.5.2-i')", new() { Timeout = Patience });
            await page.GotoAsync($"/studio/changes/{Chain}");
            await page.WaitForSelectorAsync(".own-problems li:has-text('县级审核的案件未报市备案，不得办结（N2.5.2-i）')");
            await page.WaitForSelectorAsync(".own-problems li:has-text('会签（不同意） → 办结归档')");
            Assert.Equal(1, await page.Locator(".own-box.own-last").CountAsync());

            await page.GotoAsync($"/studio/definitions/{Chain}", new() { Timeout = Patience });
            await canvas.DrawnAsync();
            await canvas.DisconnectAsync(box, "Rejected");
            await canvas.ConnectAsync(box, "Rejected", box);
            await canvas.PublishAsync();
            await page.WaitForSelectorAsync("#own-message:has-text('另一名流程管理员')", new() { Timeout = Patience });

            await ApproveAsync();
            await FollowedAsync(page, running, box);
            Assert.DoesNotContain(author.Faults, f => !f.Contains("status of 400", StringComparison.Ordinal));
        }
        finally
        {
            await RestoreAsync(administrator, original);
        }
    }

    /// <summary>The second administrator reads the differences and approves.</summary>
    private async Task ApproveAsync()
    {
        await using var colleague = await SignInAsync("/studio/changes", second: true);
        await colleague.Page.Locator(".own-changes tr:has(.own-primary) a").First.ClickAsync();
        await colleague.Page.WaitForSelectorAsync("li:has-text('增加环节（会签）“会签”。')");
        await colleague.Page.WaitForSelectorAsync("li:has-text('“会签”的表决方式由未填写改为“会签：全部同意”。')");
        await colleague.Page.WaitForSelectorAsync("li:has-text('“审核”的“审核完成”由通向“反馈与备案并行”改为通向“会签”。')");
        await colleague.Page.WaitForSelectorAsync(".own-good:has-text('符合规定')");
        await colleague.Page.ClickAsync("button.own-primary");
        await colleague.Page.WaitForSelectorAsync("h1:has-text('已批准')");
    }

    /// <summary>A new case waits for the vote while the administrator looks on; the case begun before does not.</summary>
    private static async Task FollowedAsync(IPage page, Office running, string box)
    {
        var fresh = await Office.OpenAsync();
        await fresh.ReviewAsync();
        await fresh.WaitAsync("Approval");
        var code = (await fresh.PageAsync()).GetProperty("code").GetString();
        await page.GotoAsync("/studio/instances", new() { Timeout = Patience });
        await page.Locator($"tbody tr:has-text('{code}') td").Nth(1).ClickAsync(new() { Timeout = Patience });
        await new Canvas(page).DrawnAsync();
        var waiting = await UntilAsync(page, box, mark => mark.Length > 0);
        Assert.Equal("", await page.EvaluateAsync<string>(Mark, "send-feedback"));
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        await Office.MustAsync(await fresh.Reviewer, $"/api/review/cases/{fresh.Case}/vote", new { vote = "APPROVE" });
        await fresh.WaitAsync("SendFeedback");
        await UntilAsync(page, box, mark => mark.Length > 0 && mark != waiting);
        await UntilAsync(page, "send-feedback", mark => mark.Length > 0);
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));

        await running.WaitAsync("SendFeedback");
        Assert.DoesNotContain("Approval", await running.StepsAsync());
        await fresh.FinishAsync();
        await running.FinishAsync();
    }

    /// <summary>Waits until the mark the viewer puts on a box is as wanted: how often it was done, and whether it waits.</summary>
    private static async Task<string> UntilAsync(IPage page, string box, Func<string, bool> holds)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(200))
        {
            var mark = await page.EvaluateAsync<string>(Mark, box);
            if (holds(mark))
            {
                return mark;
            }

            Assert.True(DateTime.UtcNow < until, $"the mark of {box} stays {mark}");
        }
    }

    private static async Task RestoreAsync(HttpClient administrator, JsonNode original)
    {
        var asked = await SaveAsync(administrator, original, publish: true);
        await Office.MustAsync(await Office.AdministratorAsync("WORKFLOW_ADMIN", second: true), $"/elsa/api/lostcases/changes/{asked.GetProperty("changeId").GetString()}/approve", new { });
    }

    private static async Task<JsonElement> SaveAsync(HttpClient administrator, JsonNode model, bool publish)
    {
        var lease = await Office.MustAsync(administrator, $"/elsa/api/lostcases/definitions/{Chain}/lease", new { });
        administrator.DefaultRequestHeaders.Remove("X-Edit-Lease");
        administrator.DefaultRequestHeaders.Add("X-Edit-Lease", lease.GetProperty("leaseId").GetString());
        using var saved = await administrator.PostAsJsonAsync(Definitions, new { model, publish });
        return await saved.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<Visitor> SignInAsync(string path, bool second)
    {
        var (account, password) = await Office.AdministratorAccountAsync("WORKFLOW_ADMIN", second);
        var visitor = await browser.VisitAsync((Wide, Browser.Large.Height));
        await visitor.Page.GotoAsync("/desk");
        await visitor.Page.FillAsync("#account", account);
        await visitor.Page.FillAsync("#password", password);
        await visitor.Page.ClickAsync(".card button[type=submit]");
        await visitor.Page.WaitForSelectorAsync(".side a[href='/studio/definitions']");
        await visitor.Page.GotoAsync(path, new() { Timeout = Patience });
        return visitor;
    }
}
