using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LostCases.Rules.Tests;

/// <summary>Refusals, labels and codes: what a person is told, and under which name.</summary>
[Trait("Clause", "2.2")]
public sealed class When_a_rule_refuses
{
    /// <summary>Sections of the domain study that are not clauses of the notice.</summary>
    private static readonly string[] Sections = ["N2.1", "N2.2", "N2.3", "N4.2", "2.2", "3.4", "4.1", "2.4", "7.1", "7.4"];

    public static TheoryData<string> Codes() => [.. Refusals.Codes];

    public static TheoryData<Type> Enums() =>
        [.. typeof(Code).Assembly.GetExportedTypes().Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_sentence_in_both_languages_that_names_its_subject(string code)
    {
        var (about, none) = (new Refused(code, "2.2", "servedOn"), new Refused(code, "2.2"));
        var (zh, en) = (Refusals.Sentence(about, "zh"), Refusals.Sentence(about, "en"));
        Assert.EndsWith("。", zh, StringComparison.Ordinal);
        Assert.EndsWith(".", en, StringComparison.Ordinal);
        Assert.Contains(zh, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.DoesNotContain(en, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Equal(zh.Contains("送达日期", StringComparison.Ordinal), zh != Refusals.Sentence(none, "zh"));
    }

    [Fact]
    public void Every_code_that_is_written_has_a_sentence()
    {
        var written = Source.Refusals(Source.Services).ToList();
        Assert.True(written.Count > 60, $"Only {written.Count} codes were found in the source.");
        Assert.Empty(written.Except(Refusals.Codes));
    }

    [Fact]
    public void A_code_without_a_sentence_is_noticed() => Assert.Equal(
        ["NO_SUCH_CODE", "HELPED"],
        Source.Refusals([("A.cs", """new Refused("NO_SUCH_CODE", "2.2")"""), ("B.cs", """private static Refused Help(string clause) => new("HELPED", clause);""")]));

    [Fact]
    public void Every_clause_that_is_written_exists()
    {
        var known = Days.Rows("clauses.csv").Select(r => r[0]).Concat(Sections).ToHashSet();
        var written = Source.Clauses(Source.Rules).ToList();
        Assert.True(written.Count > 60, $"Only {written.Count} clauses were found in the source.");
        Assert.Empty(written.Except(known));
        Assert.NotEmpty(Source.Clauses([("A.cs", """new Refused("X", "N2.5.2-z")""")]).Except(known));
    }

    [Fact]
    public void The_full_code_carries_what_callers_tell_apart()
    {
        Assert.Equal("SCOPE:NOT_A_LOSS", new Refused("SCOPE", "N2.1-b", "NOT_A_LOSS").FullCode);
        Assert.Equal("STAMP_MISSING:A3", new Refused("STAMP_MISSING", "NA-n4", "A3").FullCode);
        Assert.Equal("JOINT_OPINION_MISSING", new Refused("JOINT_OPINION_MISSING", "N2.5.2-g", "COURT").FullCode);
    }

    [Fact]
    public void An_unknown_code_is_told_as_it_is_and_braces_do_no_harm()
    {
        Assert.Equal("NO_SUCH_CODE", Refusals.Sentence(new Refused("NO_SUCH_CODE", "2.2", "{0}"), "zh"));
        Assert.Contains("{1}", Refusals.Sentence(new Refused("COPIES_NOT_ARCHIVED", "NA-n3", "{1}"), "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_subject_a_rule_can_name_has_a_label()
    {
        string[] subjects =
        [
            .. Enum.GetValues<CaseState>().Select(Code.Of), .. Enum.GetValues<ScopeReason>().Select(Code.Of),
            .. ClosingRules.Holders(Given.Facts((Fact.County, "TRUE"))), "COURT", "ORG_DEPT", "DISCIPLINE", "REPORT", "JUDGMENT", "OPINION", "DECISION",
            "GROUND_DOCUMENT", "organ", "materials", "consequenceText", "legalSource", "checksMade", "educationRecord", "exemptionBasis",
            "servedOn", "madeOn", "actDate", "on",
        ];
        Assert.All(subjects, subject => Assert.NotEqual(subject, Labels.Zh(subject)));
        Assert.Equal(("", "X"), (Labels.Zh(null), Labels.Zh("X")));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_member_of_every_enum_has_a_code_that_leads_back_and_is_what_json_has(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        typeof(When_a_rule_refuses).GetMethod(nameof(RoundTrips), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);
    }

    [Fact]
    public void A_code_that_is_none_is_not_read()
    {
        Assert.False(Code.TryParse<CaseState>("registered", out _));
        Assert.False(Code.TryParse<CaseState>("0", out _));
        Assert.False(Code.TryParse<CaseState>(null, out _));
        Assert.Equal("ACT_BEFORE_2013_02_01", Code.Of(ScopeReason.ActBeforeProvincialMeasure));
    }

    private static void RoundTrips<T>()
        where T : struct, Enum
    {
        var json = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };
        Assert.All(Enum.GetValues<T>(), value =>
        {
            Assert.True(Code.TryParse<T>(Code.Of(value), out var back));
            Assert.Equal(value, back);
            Assert.Equal($"\"{Code.Of(value)}\"", JsonSerializer.Serialize(value, json));
        });
    }
}
