using System.Text.Json;
using System.Text.RegularExpressions;

namespace LostCases.Architecture.Tests;

public sealed partial class When_a_page_speaks
{
    private static readonly Dictionary<string, string> Chinese = Read("zh-CN");
    private static readonly Dictionary<string, string> English = Read("en");

    [Fact]
    public void It_says_everything_in_both_languages() => Assert.Empty(Missing(Chinese, English));

    [Fact]
    public void Nothing_is_asked_for_that_is_not_written() => Assert.Empty(Repository.Files("*.razor", "gateway/Portal")
        .Concat(Repository.Files("*.cs", "gateway/Portal"))
        .SelectMany(f => Unwritten(f, File.ReadAllText(Repository.In(f)), Chinese)));

    [Theory]
    [InlineData("state", "Codes.Case.cs", "CaseState")]
    [InlineData("clock", "Codes.Case.cs", "ClockKind")]
    [InlineData("nature", "Codes.Case.cs", "ClockNature")]
    [InlineData("standing", "Codes.Case.cs", "ClockStatus")]
    public void Every_code_of_the_rules_has_a_word(string kind, string file, string name) => Assert.Empty(
        WithoutWord(kind, Members(File.ReadAllText(Repository.In($"services/shared/Rules/{file}")), name)));

    [Theory]
    [InlineData("step")]
    [InlineData("act")]
    public void Every_step_has_a_word(string kind) => Assert.Empty(
        WithoutWord(kind, StepName().Matches(File.ReadAllText(Repository.In("workflows/Steps/StepCatalogue.cs"))).Select(m => m.Groups[1].Value)));

    [Fact]
    public void A_text_missing_or_empty_in_one_language_is_objected_to() => Assert.Equal(
        ["a is missing", "b is missing", "c has other gaps"],
        Missing(new() { ["a"] = "甲", ["b"] = "乙", ["c"] = "{0} 天" }, new() { ["b"] = " ", ["c"] = "days" }));

    [Fact]
    public void A_text_that_is_not_written_is_objected_to() => Assert.Equal(
        ["Page.razor: nowhere", "Page.razor: nothing"],
        Unwritten("Page.razor", """<p>@Words["here"] @Words["nowhere"] @Words.Format("nothing", 1)</p>""", new() { ["here"] = "这里" }));

    [Fact]
    public void A_code_without_a_word_is_objected_to() =>
        Assert.Equal(["state.LOST"], WithoutWord("state", Members("public enum CaseState\n{\n    Closed,\n\n    Lost,\n}", "CaseState")));

    private static IEnumerable<string> WithoutWord(string kind, IEnumerable<string> codes) =>
        codes.Select(c => $"{kind}.{c}").Where(k => !Chinese.ContainsKey(k));

    private static IEnumerable<string> Missing(Dictionary<string, string> one, Dictionary<string, string> other) => one.Keys.Union(other.Keys)
        .Select(k => Lacks(one, k) || Lacks(other, k) ? $"{k} is missing"
            : !Gaps(one[k]).SetEquals(Gaps(other[k])) ? $"{k} has other gaps" : null)
        .OfType<string>();

    private static bool Lacks(Dictionary<string, string> texts, string key) => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(key));

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    private static IEnumerable<string> Unwritten(string file, string code, Dictionary<string, string> texts) =>
        Asked().Matches(code).Select(m => m.Groups[1].Value).Where(k => !texts.ContainsKey(k)).Select(k => $"{file}: {k}");

    private static IEnumerable<string> Members(string code, string name)
    {
        var body = code[code.IndexOf($"enum {name}", StringComparison.Ordinal)..];
        body = body[..body.IndexOf("\n}", StringComparison.Ordinal)];
        return Member().Matches(body).Select(m => JsonNamingPolicy.SnakeCaseUpper.ConvertName(m.Groups[1].Value));
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.In($"gateway/Portal/Texts/{language}.json")))!;

    [GeneratedRegex("\\{\\d+\\}")]
    private static partial Regex Gap();

    [GeneratedRegex("[Ww]ords(?:\\.Format\\(|\\[)\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("^    ([A-Z]\\w+),$", RegexOptions.Multiline)]
    private static partial Regex Member();

    [GeneratedRegex("new\\(\\) \\{ Name = \"(\\w+)\"")]
    private static partial Regex StepName();
}
