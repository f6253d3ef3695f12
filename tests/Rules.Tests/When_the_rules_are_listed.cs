using System.Reflection;
using System.Runtime.CompilerServices;

namespace LostCases.Rules.Tests;

/// <summary>The table of rules in <c>services/shared/Rules/README.md</c> is whole, and what it names exists.</summary>
[Trait("Clause", "README")]
public sealed class When_the_rules_are_listed
{
    private static readonly IReadOnlyList<string[]> Table = Read(Source.Text("services/shared/Rules/README.md"));

    public static TheoryData<string> Rules() => [.. Written()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_public_rule_stands_in_the_table(string rule) => Assert.Contains(rule, Listed(Table));

    [Fact]
    public void Nothing_stands_in_the_table_that_is_no_rule() => Assert.Empty(Listed(Table).Except(Written()));

    [Fact]
    public void A_rule_that_is_missing_is_noticed() => Assert.Contains(
        "UnitRules.Decide", Written().Except(Listed(Read("| `ClosingRules`: Close, Holders | N2.5.2-i | 2018-12-14– | `When_a_case_ends` |"))));

    [Fact]
    public void Every_row_names_clauses_that_exist_a_first_day_and_a_test_that_exists()
    {
        var clauses = Days.Rows("clauses.csv").Select(r => r[0]).ToList();
        var tests = typeof(When_the_rules_are_listed).Assembly.GetTypes().Select(t => t.Name).ToHashSet();
        Assert.All(Table, row =>
        {
            Assert.All(Items(row[1]), clause => Assert.Contains(clauses, known => known.StartsWith(clause, StringComparison.Ordinal)
                || clause is "2.1" or "2.2" or "2.4" or "3.3" or "3.4" or "3.5" or "4.1" or "4.2" or "7.1" or "7.4" or "–"));
            Assert.Matches("^(20[0-9]{2}-[0-9]{2}-[0-9]{2}–|–)$", row[2]);
            Assert.All(Items(row[3]), test => Assert.Contains(test.Trim('`'), tests));
        });
    }

    [Fact]
    public void The_page_is_one_page() => Assert.InRange(Source.Text("services/shared/Rules/README.md").Split('\n').Length, 20, 70);

    /// <summary>Public static methods and computed properties of the static classes: what the law is asked.</summary>
    private static IEnumerable<string> Written() =>
        from type in typeof(ScopeTest).Assembly.GetExportedTypes()
        where type.IsAbstract && type.IsSealed && !IsVocabulary(type) || type == typeof(SuperiorOrgan) || type == typeof(LossRate) || type == typeof(CaseNumber) || type == typeof(WorkingCalendar)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        select $"{type.Name}.{method.Name}";

    /// <summary>Names and words: no rule is in them.</summary>
    private static bool IsVocabulary(Type type) => type == typeof(Fact) || type == typeof(Code) || type == typeof(Labels) || type == typeof(Refusals);

    private static IEnumerable<string> Listed(IEnumerable<string[]> table) => table.SelectMany(row =>
    {
        var parts = row[0].Split(':');
        return Items(parts[1]).Select(method => $"{parts[0].Trim(' ', '`')}.{method}");
    });

    private static IReadOnlyList<string[]> Read(string page) =>
    [
        .. page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToArray()).Where(r => r.Length == 4),
    ];

    private static IEnumerable<string> Items(string cell) => cell.Split([',', '、', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
