using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

public sealed class When_a_definition_is_not_sound
{
    private const string Sound =
        """
        start Elsa.Start
        a ReceiveFeedback
        fork Elsa.FlowFork branches=["L","R"]
        l CloseCase
        r CloseCase
        join Elsa.FlowJoin mode=WaitAll
        which Decide fact=county value=TRUE
        review Review
        end Elsa.End
        start > a
        a > fork
        fork:L > l
        fork:R > r
        l > join
        r > join
        join > which
        which:True > review
        which:False > end
        review:Completed > end
        review:Returned > review
        review:JointReview > review
        """;

    [Fact]
    public void The_one_that_is_bent_here_is_sound() => Assert.Empty(Drawing.Problems(Sound));

    [Theory]
    [InlineData("start Elsa.Start", "", "有且只有一个开始节点")]
    [InlineData("a ReceiveFeedback", "a ReceiveFeedback\nsecond Elsa.Start", "有且只有一个开始节点")]
    [InlineData("a ReceiveFeedback", "a ReceiveFeedback\na CloseCase", "节点编号重复：a")]
    [InlineData("a > fork", "a > fork\na > nowhere", "指向不存在的节点")]
    [InlineData("a > fork", "a > fork\nghost > a", "指向不存在的节点")]
    [InlineData("a > fork", "a:Other > fork", "节点 a 没有出口“Other”")]
    [InlineData("which:False > end", "", "节点 which 的出口“False”没有连线")]
    [InlineData("review:Returned > review", "", "节点 review 的出口“Returned”没有连线")]
    [InlineData("a ReceiveFeedback", "a Elsa.RunJavaScript", "类型 Elsa.RunJavaScript 不允许使用")]
    [InlineData("a ReceiveFeedback", "a Notify", "须选择通知对象和通知模板")]
    [InlineData("a ReceiveFeedback", "a Notify participants=COURT:COURT_LIAISON template=ANYTHING", "“通知模板”填写不正确")]
    [InlineData("a ReceiveFeedback", "a Notify participants=nobody template=DISPOSED", "“通知对象”填写不正确")]
    [InlineData("a ReceiveFeedback", "a Elsa.Delay", "类型 Elsa.Delay 不允许使用")]
    [InlineData("a ReceiveFeedback", "a Unknown", "类型 LostCases.Unknown 不允许使用")]
    [InlineData("join Elsa.FlowJoin mode=WaitAll", "join Elsa.FlowJoin", "WaitAll")]
    [InlineData("join Elsa.FlowJoin mode=WaitAll", "join Elsa.FlowJoin mode=WaitAny", "WaitAll")]
    [InlineData("fact=county", "fact=somethingElse", "使用的事实不在清单内")]
    [InlineData("value=TRUE", "operator=Matches value=TRUE", "运算符不在清单内")]
    [InlineData("review:Completed > end\nreview", "review:Completed > review\nreview", "从节点 review 无法到达结束")]
    [InlineData("a > fork", "a > fork\na > which", "只能有一条连线")]
    [InlineData("""branches=["L","R"]""", """branches=["L"]""", "至少要有两个名称不同的分支")]
    [InlineData("""branches=["L","R"]""", "branches=nonsense", "至少要有两个名称不同的分支")]
    [InlineData("r > join", "r > which", "不能在汇聚之前结束")]
    [InlineData("r > join", "r > d\nd Decide fact=county value=TRUE\nd:True > join\nd:False > join", "必须以一条连线到达汇聚节点")]
    [InlineData("r > join", "r > end", "不能在汇聚之前结束")]
    [InlineData("r > join", "r > a", "循环不能跨越分支节点 fork")]
    [InlineData("review:Returned > review", "review:Returned > a", "循环不能跨越分支节点 fork")]
    [InlineData("review:Returned > review", "review:Returned > l", "从外面进入分支")]
    [InlineData("review:Returned > review", "review:Returned > join", "不接收其他连线")]
    [InlineData("r > join", "r > l", "各分支之间不能有连线")]
    [InlineData("fork:L > l\nfork:R > r", "fork:L > join\nfork:R > join", "只能有一个分支直接到达汇聚节点", "l CloseCase\nr CloseCase\n", "l > join\nr > join\n")]
    [InlineData("a > fork\nfork:L > l\nfork:R > r", "a > join", "汇聚节点 join 没有对应的分支节点", "fork Elsa.FlowFork branches=[\"L\",\"R\"]\nl CloseCase\nr CloseCase\n", "l > join\nr > join\n")]
    [InlineData("a ReceiveFeedback", "a Investigate limitWorkingDays=soon", "填写不正确")]
    [InlineData("a ReceiveFeedback", "a Investigate limitWorkingDays=0", "填写不正确")]
    [InlineData("a ReceiveFeedback", "a Investigate reminderDays=2,x", "填写不正确")]
    [InlineData("a ReceiveFeedback", "a JointReview participants=COURT", "填写不正确")]
    [InlineData("a ReceiveFeedback", "a JointReview quorum=most", "填写不正确")]
    public void It_is_refused_with_the_reason(string line, string instead, string reason, params string[] without)
    {
        var drawing = Sound.Replace(line, instead, StringComparison.Ordinal);
        Assert.NotEqual(Sound, drawing);
        foreach (var more in without)
        {
            drawing = drawing.Replace(more, "", StringComparison.Ordinal);
        }

        Assert.Contains(Drawing.Problems(drawing), p => p.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mode=SOME", "填写不正确")]
    [InlineData("mode=COUNT", "须填写同意票数")]
    public void An_approval_that_cannot_be_counted_is_refused(string setting, string reason) => Assert.Contains(
        Drawing.Problems(
            $"""
            start Elsa.Start
            a Approval {setting}
            end Elsa.End
            start > a
            a:Approved > end
            a:Rejected > end
            """),
        p => p.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("CSharp")]
    [InlineData("Liquid")]
    [InlineData("Variable")]
    public void A_setting_that_is_worked_out_is_refused(string language)
    {
        var model = JsonNode.Parse(Drawing.Model(Sound).GetRawText())!;
        model["root"]!["activities"]![1]!["template"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = language, ["value"] = "1" } };

        Assert.Contains(Problems(model.ToJsonString()), p => p.Contains("只能填写固定值", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"root": 1}""")]
    [InlineData("""{"root": {"type": "Elsa.Sequence", "activities": []}}""")]
    [InlineData("""{"root": {"type": "Elsa.Flowchart", "activities": {}}}""")]
    [InlineData("""{"root": {"type": "Elsa.Flowchart", "activities": [1, null, {}, {"id": 5}, {"id": "a"}]}}""")]
    [InlineData("""{"root": {"type": "Elsa.Flowchart", "activities": [{"id": "s", "type": "Elsa.Start"}], "connections": [1, {}, {"source": []}]}}""")]
    [InlineData("""{"root": {"type": "Elsa.Flowchart", "activities": [{"id": "s", "type": "Elsa.Start", "x": {"expression": 7}}], "connections": null}}""")]
    public void What_is_no_definition_at_all_is_refused_not_thrown_at(string model) => Assert.NotEmpty(Problems(model));

    [Theory]
    [InlineData("""{"variables": [{"id": "v", "name": "v", "value": {"expression": {"type": "JavaScript", "value": "1"}}}]}""", "JavaScript")]
    [InlineData("""{"root": {"type": "Elsa.Flowchart", "id": "r", "activities": [{"id": "s", "type": "Elsa.Sequence", "activities": [{"id": "h", "type": "Elsa.HttpEndpoint"}]}]}}""", "Elsa.HttpEndpoint")]
    [InlineData("""{"root": {"id": "r", "limitWorkingDays": {"Expression": {"Type": "JavaScript", "value": "1"}}}}""", "JavaScript")]
    [InlineData("""{"root": {"Id": "r", "Type": "Elsa.RunJavaScript"}}""", "Elsa.RunJavaScript")]
    [InlineData("""{"root": {"id": "r", "type": "Elsa.Flowchart", "Type": "Elsa.RunJavaScript"}}""", "不止一个“type”")]
    public void Code_is_found_wherever_it_stands(string model, string named)
    {
        using var json = JsonDocument.Parse(model);
        Assert.Contains(Forbidden.In(json.RootElement), p => p.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void The_shipped_chain_and_Studios_own_way_of_writing_have_nothing_forbidden()
    {
        using var shipped = JsonDocument.Parse(Drawing.Shipped);
        Assert.Empty(Forbidden.In(shipped.RootElement));
        Assert.Empty(Forbidden.In(Drawing.Model(Sound)));
    }

    private static IReadOnlyList<string> Problems(string model)
    {
        using var json = JsonDocument.Parse(model);
        return DefinitionReader.Read(json.RootElement).Problems;
    }
}
