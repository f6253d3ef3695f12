using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>A change of the chain from the refusal to the case that follows it, at the pages beside Studio.</summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_a_change_is_decided(Browser browser)
{
    private static readonly Uri Published = new("/elsa/api/workflow-definitions/by-definition-id/case-accountability?versionOptions=Published", UriKind.Relative);
    private static readonly Uri Definitions = new("/elsa/api/workflow-definitions", UriKind.Relative);

    [Fact]
    public async Task An_unlawful_edit_is_refused_with_its_path_lit_a_lawful_one_is_read_approved_and_followed()
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var original = (await administrator.GetFromJsonAsync<JsonNode>(Published))!;
        var running = await Office.OpenAsync();
        await running.ReviewAsync();
        try
        {
            Assert.Equal("DEFINITION_NOT_SOUND", (await SaveAsync(administrator, WithoutFiling(original.DeepClone())))["code"]!.GetValue<string>());
            await using var first = await SignInAsync("/studio/changes/case-accountability");
            await first.Page.WaitForSelectorAsync(".own-problems li:has-text('县级审核的案件未报市备案，不得办结（N2.5.2-i）')");
            Assert.NotEqual(0, await first.Page.Locator(".own-box.own-lit").CountAsync());
            Assert.Equal(1, await first.Page.Locator(".own-box.own-last").CountAsync());
            await PictureAsync(first.Page, "change-refused");

            var asked = await SaveAsync(administrator, WithApproval(original.DeepClone()));
            Assert.Equal("CHANGE_REQUESTED", asked["code"]!.GetValue<string>());
            await using var second = await SignInAsync("/studio/changes", second: true);
            await second.Page.WaitForSelectorAsync(".own-changes .own-primary");
            await PictureAsync(second.Page, "changes");
            await second.Page.ClickAsync($"a[href='/studio/changes/{asked["changeId"]!.GetValue<string>()}']");
            await second.Page.WaitForSelectorAsync("li:has-text('增加环节（会签）')");
            await second.Page.WaitForSelectorAsync("li:has-text('“审核”的期限由 30 个工作日改为 20 个工作日。')");
            await second.Page.WaitForSelectorAsync(".own-good:has-text('符合规定')");
            await second.Page.FillAsync("textarea", "会签由法制审核委员会办理。");
            await second.Page.ClickAsync("button:has-text('发表意见')");
            await second.Page.WaitForSelectorAsync(".own-comments li:has-text('法制审核委员会')");
            await PictureAsync(second.Page, "change");
            await TryAsync(second.Page);
            await second.Page.GotoAsync("/studio/changes");
            await second.Page.ClickAsync(".own-changes .own-primary");
            await second.Page.WaitForSelectorAsync("td:has-text('已批准，已生效')");

            var fresh = await Office.OpenAsync();
            await fresh.ReviewAsync();
            await fresh.WaitAsync("Approval");
            await running.WaitAsync("SendFeedback");
            await Office.MustAsync(await fresh.Reviewer, $"/api/review/cases/{fresh.Case}/vote", new { vote = "APPROVE" });
            await fresh.WaitAsync("SendFeedback");
            await fresh.FinishAsync();
            await running.FinishAsync();
            await second.Page.GotoAsync("/studio/backtests/case-accountability:1");
            await second.Page.WaitForSelectorAsync(".own-good:has-text('共回测')");
            await PictureAsync(second.Page, "backtest");
        }
        finally
        {
            await RestoreAsync(administrator, original);
        }
    }

    [Fact]
    public async Task Troubles_are_empty_in_a_sound_system_and_a_reconciliation_leaves_its_report()
    {
        await using var visitor = await SignInAsync("/studio/troubles");
        await visitor.Page.WaitForSelectorAsync("h1:has-text('流程异常')");
        await visitor.Page.ClickAsync("button:has-text('立即核对')");
        await visitor.Page.WaitForSelectorAsync("td:has-text('流程')");
        await PictureAsync(visitor.Page, "troubles");
        Assert.Empty(visitor.Faults);
    }

    private static async Task TryAsync(IPage page)
    {
        await page.ClickAsync(".own-links a:has-text('试走')");
        await page.WaitForSelectorAsync(".own-wait:has-text('调查')");
        await page.ClickAsync(".own-wait button:has-text('完成')");
        await page.ClickAsync(".own-wait:has-text('报审') button:has-text('完成')");
        await page.WaitForSelectorAsync(".own-wait:has-text('20 个工作日')");
        await page.ClickAsync("button:has-text('审核完成')");
        await page.WaitForSelectorAsync(".own-wait:has-text('会签')");
        await PictureAsync(page, "try-out");
        await page.ClickAsync("button:has-text('退回一步')");
        await page.WaitForSelectorAsync(".own-wait:has-text('审核')");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        foreach (var (width, height) in new[] { Browser.Small, Browser.Large })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Servers.Pictures, $"studio-{name}-{width}.png") });
        }

        var read = await page.RunAxe();
        Assert.DoesNotContain(read.Violations, v => v.Impact is "serious" or "critical");
    }

    private static JsonNode WithoutFiling(JsonNode model)
    {
        var arrows = model["root"]!["connections"]!.AsArray();
        arrows.Single(a => a!["target"]!["activity"]!.GetValue<string>() == "file-with-city")!["target"]!["activity"] = "filed";
        arrows.Remove(arrows.Single(a => a!["source"]!["activity"]!.GetValue<string>() == "file-with-city"));
        var boxes = model["root"]!["activities"]!.AsArray();
        boxes.Remove(Box(model, "file-with-city"));
        return model;
    }

    private static JsonNode WithApproval(JsonNode model)
    {
        var approval = Box(model, "send-feedback").DeepClone();
        (approval["id"], approval["type"], approval["name"]) = ("approval", "LostCases.Approval", "approval");
        approval["metadata"]!["displayText"] = "法制审核委员会会签";
        approval["metadata"]!["designer"]!["position"] = new JsonObject { ["x"] = 640, ["y"] = 40 };
        model["root"]!["activities"]!.AsArray().Add(approval);
        Box(model, "review")["limitWorkingDays"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "20" } };
        var arrows = model["root"]!["connections"]!.AsArray();
        arrows.Single(a => a!["target"]!["activity"]!.GetValue<string>() == "send-feedback")!["target"]!["activity"] = "approval";
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"approval","port":"Approved"},"target":{"activity":"send-feedback","port":"In"}}"""));
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"approval","port":"Rejected"},"target":{"activity":"approval","port":"In"}}"""));
        return model;
    }

    private static JsonNode Box(JsonNode model, string id) => model["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == id)!;

    private static async Task<JsonNode> SaveAsync(HttpClient administrator, JsonNode model)
    {
        var lease = await Office.MustAsync(administrator, "/elsa/api/lostcases/definitions/case-accountability/lease", new { });
        administrator.DefaultRequestHeaders.Remove("X-Edit-Lease");
        administrator.DefaultRequestHeaders.Add("X-Edit-Lease", lease.GetProperty("leaseId").GetString());
        using var answer = await administrator.PostAsJsonAsync(Definitions, new { model, publish = true });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task RestoreAsync(HttpClient administrator, JsonNode original)
    {
        var asked = await SaveAsync(administrator, original);
        var colleague = await Office.AdministratorAsync("WORKFLOW_ADMIN", second: true);
        await Office.MustAsync(colleague, $"/elsa/api/lostcases/changes/{asked["changeId"]!.GetValue<string>()}/approve", new { });
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
        await visitor.Page.GotoAsync(path);
        return visitor;
    }
}
