using System.Text;

namespace LostCases.Services.Tests;

public sealed class When_a_request_cannot_be_read(IntakeOffice office) : IClassFixture<IntakeOffice>
{
    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("", "body")]
    [InlineData("""{"reason": "x", "on": "2026-02-30"}""", "on")]
    [InlineData("""{"reason": "x", "actDateBasis": "SOME_OTHER"}""", "actDateBasis")]
    [InlineData("""{"reason": "x", "actDateBasis": 1}""", "actDateBasis")]
    [InlineData("""{"reason": 5}""", "reason")]
    [InlineData("{}", "reason")]
    public async Task The_field_is_named(string body, string field)
    {
        var id = await office.RegisterAsync();

        var (status, problem, _) = await office.SendAsync(IntakeOffice.Reviewer, $"cases/{id}/reopen-scope", Json(body));

        Assert.Equal((400, field), (status, problem.Text("field")));
        Assert.Equal("MALFORMED_BODY", problem.Text("code"));
        Assert.Contains(field, problem.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_missing_field_is_named()
    {
        var judgment = IntakeOffice.Judgment();
        judgment.Remove("caseNo");
        judgment.Remove("madeOn");

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment);

        Assert.Equal((400, "caseNo, madeOn"), (status, problem.Text("field")));
    }

    [Theory]
    [InlineData("caseNo", "短")]
    [InlineData("actName", "短")]
    [InlineData("actName", "　　 　　")]
    public async Task A_text_of_the_wrong_length_is_refused_by_name(string field, string value)
    {
        var judgment = IntakeOffice.Judgment();
        judgment[field] = value;

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment);

        Assert.Equal((400, "FIELD_INVALID", field), (status, problem.Text("code"), problem.Text("field")));
    }

    [Fact]
    public async Task A_reason_beyond_its_length_is_refused_by_name()
    {
        var judgment = IntakeOffice.Judgment();
        (judgment["on"], judgment["backdatingReason"]) = ("2026-05-13", new string('迟', 501));

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment);

        Assert.Equal((400, "backdatingReason"), (status, problem.Text("field")));
    }

    [Fact]
    public async Task A_field_within_a_field_is_named()
    {
        var (status, problem, _) = await office.SendAsync(
            IntakeOffice.Reviewer, $"cases/{await office.RegisterAsync()}/close-case", Json("""{"executions": [{"findingId": "not an id"}]}"""));

        Assert.Equal((400, "executions[0].findingId"), (status, problem.Text("field")));
    }

    [Fact]
    public async Task A_later_item_of_a_list_is_looked_at_too()
    {
        var good = $$"""{"findingId": "{{Guid.NewGuid()}}", "sanction": "WRITTEN_SELF_CRITICISM", "executedOn": "2026-06-01", "documentId": "{{Guid.NewGuid()}}"}""";

        var (status, problem, _) = await office.SendAsync(
            IntakeOffice.Reviewer, $"cases/{await office.RegisterAsync()}/close-case", Json($$"""{"executions": [{{good}}, null]}"""));

        Assert.Equal((400, "FIELD_INVALID", "executions[1]"), (status, problem.Text("code"), problem.Text("field")));
    }

    [Fact]
    public async Task Another_kind_of_content_is_refused()
    {
        using var content = new StringContent("reason=x", Encoding.UTF8, "application/x-www-form-urlencoded");

        var (status, problem, _) = await office.SendAsync(IntakeOffice.Reviewer, $"cases/{await office.RegisterAsync()}/reopen-scope", content);

        Assert.Equal((415, "CONTENT_TYPE_NOT_ACCEPTED"), (status, problem.Text("code")));
    }

    [Theory]
    [InlineData(null, "没有")]
    [InlineData("zh-CN,en;q=0.5", "没有")]
    [InlineData("en", "There is")]
    [InlineData("en-GB,zh;q=0.3", "There is")]
    [InlineData("zh;q=0.3,en;q=0.9", "There is")]
    public async Task The_sentence_is_in_the_callers_language(string? language, string begins)
    {
        using var client = office.Service.As(IntakeOffice.Reviewer, language);
        using var answer = await client.GetAsync(new Uri($"/api/intake/cases/{Guid.NewGuid()}", UriKind.Relative));
        var problem = await answer.JsonAsync();

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(begins, problem.Text("title"), StringComparison.Ordinal);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
