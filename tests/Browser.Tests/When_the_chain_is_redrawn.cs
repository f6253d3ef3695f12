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
    private static readonly Uri Published = new($"/elsa/api/workflow-definitions/by-definition-id/{Chain}?versionOptions=Published", UriKind.Relative);
    private static readonly Uri Definitions = new("/elsa/api/workflow-definitions", UriKind.Relative);

    [Fact]
    public async Task An_approval_is_drawn_refused_corrected_approved_and_followed_by_the_next_case()
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var original = (await administrator.GetFromJsonAsync<JsonNode>(Published))!;
        var running = await Office.OpenAsync();
        await running.ReviewAsync();
        try
        {
            await using var author = await SignInAsync($"/studio/definitions/{Chain}");
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
            await FollowedAsync(page, running);
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
    private static async Task FollowedAsync(IPage page, Office running)
    {
        var fresh = await Office.OpenAsync();
        await fresh.ReviewAsync();
        await fresh.WaitAsync("Approval");
        var code = (await fresh.PageAsync()).GetProperty("code").GetString();
        await page.GotoAsync("/studio/instances", new() { Timeout = Patience });
        await page.Locator($"tbody tr:has-text('{code}') td").Nth(1).ClickAsync(new() { Timeout = Patience });
        await page.WaitForSelectorAsync(".x6-node", new() { Timeout = Patience, State = WaitForSelectorState.Attached });

        await Office.MustAsync(await fresh.Reviewer, $"/api/review/cases/{fresh.Case}/vote", new { vote = "APPROVE" });
        await fresh.WaitAsync("SendFeedback");

        await running.WaitAsync("SendFeedback");
        Assert.DoesNotContain("Approval", await running.StepsAsync());
        await fresh.FinishAsync();
        await running.FinishAsync();
    }

    private static async Task RestoreAsync(HttpClient administrator, JsonNode original)
    {
        var lease = await Office.MustAsync(administrator, $"/elsa/api/lostcases/definitions/{Chain}/lease", new { });
        administrator.DefaultRequestHeaders.Remove("X-Edit-Lease");
        administrator.DefaultRequestHeaders.Add("X-Edit-Lease", lease.GetProperty("leaseId").GetString());
        using var asked = await administrator.PostAsJsonAsync(Definitions, new { model = original, publish = true });
        var change = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("changeId").GetString();
        await Office.MustAsync(await Office.AdministratorAsync("WORKFLOW_ADMIN", second: true), $"/elsa/api/lostcases/changes/{change}/approve", new { });
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
        await visitor.Page.GotoAsync(path, new() { Timeout = Patience });
        return visitor;
    }
}
