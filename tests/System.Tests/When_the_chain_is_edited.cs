using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_the_chain_is_edited
{
    private static readonly Uri Definition = new("/elsa/api/workflow-definitions/by-definition-id/case-accountability?versionOptions=Published", UriKind.Relative);
    private static readonly Uri Definitions = new("/elsa/api/workflow-definitions", UriKind.Relative);

    [Fact]
    public async Task An_inserted_approval_holds_feedback_until_it_is_given_and_running_cases_keep_their_version()
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var original = await administrator.GetFromJsonAsync<JsonNode>(Definition);
        var running = await Office.OpenAsync();
        await running.ReviewAsync();
        try
        {
            await PublishAsync(administrator, WithApproval(original!.DeepClone()));
            var fresh = await Office.OpenAsync();
            await fresh.ReviewAsync();
            await fresh.WaitAsync("Approval");
            var opinion = await fresh.UploadAsync(fresh.Reviewer, "review", "OPINION");
            var held = await Office.RefusedAsync(await fresh.Reviewer, $"/api/review/cases/{fresh.Case}/send-feedback", new { opinionDocumentId = opinion });
            Assert.Equal((409, "STEP_NOT_OPEN"), (held.Status, held.Code));

            await running.WaitAsync("SendFeedback");
            await running.FinishAsync();
            Assert.Equal("CLOSED", (await running.PageAsync()).GetProperty("state").GetString());

            await Office.MustAsync(await fresh.Reviewer, $"/api/review/cases/{fresh.Case}/vote", new { vote = "APPROVE" });
            await fresh.FinishAsync();
            Assert.Equal("CLOSED", (await fresh.PageAsync()).GetProperty("state").GetString());
        }
        finally
        {
            await PublishAsync(administrator, original!);
        }
    }

    [Fact]
    public async Task A_notice_reaches_whom_it_names_and_nobody_else_and_the_case_goes_on()
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var original = await administrator.GetFromJsonAsync<JsonNode>(Definition);
        try
        {
            await PublishAsync(administrator, WithNotice(original!.DeepClone()));
            var fresh = await Office.OpenAsync();
            await fresh.ReviewAsync();
            await fresh.WaitAsync("SendFeedback");
            var told = Assert.Single(await NoticesAsync(await fresh.Court, until: 1));
            Assert.Equal(("REVIEW_COMPLETED", fresh.Case), (told.Template, told.CaseId));
            Assert.Empty(await NoticesAsync(await fresh.Officer, until: 0));
            await fresh.FinishAsync();
            Assert.Single(await NoticesAsync(await fresh.Court, until: 1));
        }
        finally
        {
            await PublishAsync(administrator, original!);
        }
    }

    [Theory]
    [InlineData("Elsa.RunJavaScript")]
    [InlineData("Elsa.SendHttpRequest")]
    [InlineData("Elsa.Delay")]
    public async Task A_definition_that_runs_code_calls_out_or_sets_timers_is_refused(string type)
    {
        var administrator = await Office.AdministratorAsync("WORKFLOW_ADMIN");
        var model = await administrator.GetFromJsonAsync<JsonNode>(Definition);
        Activity(model!, "send-feedback")["type"] = type;
        await LeaseAsync(administrator);
        using var answer = await administrator.PostAsJsonAsync(Definitions, new { model, publish = true });
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("不允许使用", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_the_permission_reads_or_edits_definitions()
    {
        var office = await Office.OpenAsync();
        using var answer = await (await office.Officer).GetAsync(Definition);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    /// <summary>One administrator edits and asks, another approves.</summary>
    private static async Task PublishAsync(HttpClient administrator, JsonNode model)
    {
        await LeaseAsync(administrator);
        using var answer = await administrator.PostAsJsonAsync(Definitions, new { model, publish = true });
        var refusal = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal("CHANGE_REQUESTED", refusal!["code"]!.GetValue<string>());
        var colleague = await Office.AdministratorAsync("WORKFLOW_ADMIN", second: true);
        await Office.MustAsync(colleague, $"/elsa/api/lostcases/changes/{refusal["changeId"]!.GetValue<string>()}/approve", new { });
    }

    private static async Task LeaseAsync(HttpClient administrator)
    {
        var lease = await Office.MustAsync(administrator, "/elsa/api/lostcases/definitions/case-accountability/lease", new { });
        administrator.DefaultRequestHeaders.Remove("X-Edit-Lease");
        administrator.DefaultRequestHeaders.Add("X-Edit-Lease", lease.GetProperty("leaseId").GetString());
    }

    private static JsonNode WithApproval(JsonNode model)
    {
        var approval = Activity(model, "send-feedback").DeepClone();
        (approval["id"], approval["type"], approval["name"]) = ("approval", "LostCases.Approval", "approval");
        model["root"]!["activities"]!.AsArray().Add(approval);
        var arrows = model["root"]!["connections"]!.AsArray();
        var into = arrows.Single(a => a!["target"]!["activity"]!.GetValue<string>() == "send-feedback")!;
        into["target"]!["activity"] = "approval";
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"approval","port":"Approved"},"target":{"activity":"send-feedback","port":"In"}}"""));
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"approval","port":"Rejected"},"target":{"activity":"approval","port":"In"}}"""));
        return model;
    }

    private static JsonNode WithNotice(JsonNode model)
    {
        var notice = Activity(model, "joint-review").DeepClone();
        (notice["id"], notice["type"], notice["name"]) = ("tell", "LostCases.Notify", "tell");
        notice["participants"] = JsonNode.Parse("""{"typeName":"ICollection<String>","expression":{"type":"Object","value":"[\"COURT:COURT_LIAISON\"]"}}""");
        notice["template"] = JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"REVIEW_COMPLETED"}}""");
        model["root"]!["activities"]!.AsArray().Add(notice);
        var arrows = model["root"]!["connections"]!.AsArray();
        arrows.Single(a => a!["target"]!["activity"]!.GetValue<string>() == "fork")!["target"]!["activity"] = "tell";
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"tell","port":"Done"},"target":{"activity":"fork","port":"In"}}"""));
        return model;
    }

    private static async Task<List<Notice>> NoticesAsync(HttpClient who, int until)
    {
        for (var last = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(100))
        {
            var told = (await who.GetFromJsonAsync<List<Notice>>(new Uri("/api/notification/chain-notices", UriKind.Relative)))!;
            if (told.Count >= until || DateTime.UtcNow > last)
            {
                return told;
            }
        }
    }

    private sealed record Notice(Guid CaseId, string CaseCode, string Template);

    private static JsonNode Activity(JsonNode model, string id) =>
        model["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == id)!;
}
