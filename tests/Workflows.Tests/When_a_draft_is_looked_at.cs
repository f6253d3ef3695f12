using System.Text.Json;

namespace LostCases.Workflows.Tests;

/// <summary>What the change page shows of a draft: sentences, the gate's refusals, comments, the record of versions.</summary>
public sealed class When_a_draft_is_looked_at : IAsyncLifetime
{
    private const string Draft = "lostcases/definitions/case-accountability/draft";
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Every_difference_is_told_in_a_sentence()
    {
        var edited = new Edited().Approve("vote", "review", "Completed", ("mode", "COUNT"), ("quorum", "2"), ("participants", "[\"REVIEW_BODY:REVIEWER\",\"COURT:COURT_LIAISON\"]"))
            .Set("review", ("limitWorkingDays", "20")).Set("is-county", ("fact", "route"), ("value", "COUNTY_LEGAL")).Drop("receive-feedback");
        Assert.Equal(200, (await _office.SaveAsync(edited.Model, publish: false)).Status);

        var told = Texts((await _office.GetAsync(Draft)).GetProperty("sentences"));

        Assert.Contains("增加环节（会签）“会签”。", told);
        Assert.Contains("删除环节（签收反馈）“签收反馈”。", told);
        Assert.Contains("“审核”的期限由 30 个工作日改为 20 个工作日。", told);
        Assert.Contains("“会签”的表决方式由未填写改为“票签：达到同意票数”。", told);
        Assert.Contains("“会签”的参与方由审核机构（默认）改为“审核机构：审核员、审理法院：联络员”。", told);
        Assert.Contains("“是否县级审核”的条件由“县级案件等于 TRUE”改为“案件类别等于 COUNTY_LEGAL”。", told);
        Assert.Contains("“审核”的“审核完成”由通向“反馈与备案并行”改为通向“会签”。", told);
        Assert.Contains("“会签”的“同意”通向“反馈与备案并行”。", told);
        Assert.Contains("“反馈”之后由通向“签收反馈”改为通向“处理”。", told);
    }

    [Fact]
    public async Task A_limit_is_told_in_English_too()
    {
        await _office.SaveAsync(new Edited().Set("review", ("limitWorkingDays", "20")).Model, publish: false);
        var (_, body) = await _office.SendAsync(HttpMethod.Get, Draft, null, ChainOffice.Administrator, language: "en");
        Assert.Equal(["Limit of “审核” changes from 30 working days to 20 working days."], Texts(body.GetProperty("sentences")));
    }

    [Fact]
    public async Task An_unlawful_chain_is_not_asked_to_be_published_and_the_page_knows_the_path()
    {
        var (status, refusal) = await _office.SaveAsync(new Edited().Drop("file-with-city").Model, publish: true);

        Assert.Equal(400, status);
        var said = Assert.Single(refusal.GetProperty("validationErrors").EnumerateArray()).GetProperty("message").GetString();
        Assert.StartsWith("县级审核的案件未报市备案，不得办结（N2.5.2-i）：", said, StringComparison.Ordinal);
        Assert.Equal(0, await _office.Database.CountAsync("workflow.change_request"));
        var shown = Assert.Single((await _office.GetAsync(Draft)).GetProperty("problems").EnumerateArray());
        Assert.Equal(("FilingBeforeClosing", "N2.5.2-i"), (shown.GetProperty("rule").GetString(), shown.GetProperty("clause").GetString()));
        Assert.Equal("close-case", shown.GetProperty("path").EnumerateArray().Last().GetString());
        Assert.Equal(17, (await _office.GetAsync(Draft)).GetProperty("drawing").GetProperty("boxes").GetArrayLength());
        Assert.Contains((await _office.GetAsync("lostcases/drafts")).GetProperty("items").EnumerateArray(), d => d.GetProperty("definitionId").GetString() == "case-accountability");
    }

    [Fact]
    public async Task Comments_decision_and_hash_are_on_record()
    {
        var (_, asked) = await _office.SaveAsync(new Edited().Set("review", ("limitWorkingDays", "20")).Model, publish: true);
        var change = asked.GetProperty("changeId").GetString();
        Assert.Equal(400, (await _office.PostAsync($"lostcases/changes/{change}/comments", new { text = " " })).Status);
        Assert.Equal(200, (await _office.PostAsync($"lostcases/changes/{change}/comments", new { text = "二十日够用" }, ChainOffice.Colleague)).Status);
        Assert.Equal(200, (await _office.PostAsync($"lostcases/changes/{change}/approve", new { reason = "同意" }, ChainOffice.Colleague)).Status);

        var shown = await _office.GetAsync($"lostcases/changes/{change}");
        Assert.Equal(["二十日够用"], shown.GetProperty("comments").EnumerateArray().Select(c => c.GetProperty("text").GetString()));
        Assert.Equal(["“审核”的期限由 30 个工作日改为 20 个工作日。"], Texts(shown.GetProperty("draft").GetProperty("sentences")));
        var record = (await _office.GetAsync("lostcases/definitions/case-accountability/record")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([2, 1], record.Select(v => v.GetProperty("version").GetInt32()));
        Assert.All(record, v => Assert.True(v.GetProperty("isIntact").GetBoolean()));
        Assert.Equal(("同意", true), (record[0].GetProperty("reason").GetString(), record[0].GetProperty("isPublished").GetBoolean()));
    }

    [Fact]
    public async Task An_exported_chain_comes_back_as_a_draft_while_nobody_else_edits_it()
    {
        var model = new Edited().Set("review", ("limitWorkingDays", "20")).Model;
        Assert.Equal(200, (await _office.PostAsync("workflow-definitions/import", model)).Status);
        Assert.Equal(["“审核”的期限由 30 个工作日改为 20 个工作日。"], Texts((await _office.GetAsync(Draft)).GetProperty("sentences")));

        await _office.LeaseAsync(ChainOffice.Colleague);
        Assert.Equal(409, (await _office.PostAsync("workflow-definitions/import", model)).Status);
        model["definitionId"] = "unknown";
        Assert.Equal(400, (await _office.PostAsync("workflow-definitions/import", model)).Status);
        Assert.Equal(400, (await _office.PostAsync("workflow-definitions/import-files", new { })).Status);
        Assert.Equal(403, (await _office.PostAsync("workflow-definitions/import-files", new { }, new Person(null, Contracts.Roles.WorkflowAdmin))).Status);
        Assert.Equal(403, (await _office.PostAsync("workflow-definitions/import", model, new Person(null, Contracts.Roles.WorkflowAdmin))).Status);
    }

    [Theory]
    [InlineData("update workflow.definition_version set model = model || '{\"name\": \"x\"}'")]
    [InlineData("update workflow.definition_version set hash = 'x'")]
    [InlineData("delete from workflow.definition_version")]
    public async Task The_database_itself_keeps_what_was_published(string statement) =>
        Assert.Contains("immutable", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.RunAsync(statement))).MessageText, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString()!);
}
