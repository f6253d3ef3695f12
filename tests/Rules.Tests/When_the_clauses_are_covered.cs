using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace LostCases.Rules.Tests;

/// <summary>
/// The table of clauses in <c>services/shared/Rules/CLAUSES.md</c> has every clause once, and the rules, acts and tests it names exist.
/// </summary>
[Trait("Clause", "README")]
public sealed partial class When_the_clauses_are_covered(ITestOutputHelper output)
{
    private const string Page = "services/shared/Rules/CLAUSES.md";
    private static readonly IReadOnlyList<Row> Table = Read(Source.Text(Page));
    private static readonly Lazy<ILookup<string, string>> Product = new(() => ByType("services", "gateway", "workflows"));
    private static readonly Lazy<ILookup<string, string>> Tests = new(() => ByType("tests"));
    private static readonly Lazy<IReadOnlySet<string>> Scenarios = new(() =>
        ScenarioId().Matches(Source.Text("tests/Scenarios/scenarios.json")).Select(m => m.Groups["id"].Value).ToHashSet());

    private static IEnumerable<string> Known => Days.Rows("clauses.csv").Select(r => r[0]);

    [Fact]
    public void Every_clause_has_its_one_row_and_no_other_has_one() => Assert.Equal(Known.Order(), Table.Select(r => r.Clause).Order());

    [Fact]
    public void What_is_named_exists() => Assert.Empty(Table.SelectMany(Faults));

    [Fact]
    public void The_page_counts_itself()
    {
        var counts = $"{Table.Count} clauses: {Standing("works")} work, {Standing("part")} in part, {Standing("not yet")} not yet.";
        output.WriteLine(counts);
        Assert.Contains(counts, Source.Text(Page));
    }

    [Theory]
    [InlineData("| N1-a | `ScopeTest.Judge` | `When_the_sun_shines` | works |", "no test When_the_sun_shines")]
    [InlineData("| N1-a | `ScopeTest.Judge` | `When_a_case_ends.Nothing_happens` | works |", "no test When_a_case_ends.Nothing_happens")]
    [InlineData("| N1-a | `ScopeTest.Judge` | S99 | works |", "no test S99")]
    [InlineData("| N1-a | `ScopeTest.Guess` | S01 | works |", "no rule or act ScopeTest.Guess")]
    [InlineData("| N1-a | – | S01 | works |", "no rule or act –")]
    [InlineData("| N1-a | `ScopeTest.Judge` | – | part: half of it |", "no test –")]
    [InlineData("| N1-a | `ScopeTest.Judge` | S01 | part |", "does not say what is missing")]
    [InlineData("| N1-a | `ScopeTest.Judge` | S01 | not yet: all of it |", "names something for what is not there")]
    [InlineData("| N1-a | `ScopeTest.Judge` | S01 | nearly |", "stands nowhere: nearly")]
    public void A_row_that_is_not_true_is_noticed(string row, string fault) => Assert.Contains($"N1-a: {fault}", Faults(Read(row).Single()));

    private static int Standing(string word) => Table.Count(r => r.Standing == word);

    private static IEnumerable<string> Faults(Row row)
    {
        if (row.Standing is not ("works" or "part" or "not yet"))
        {
            yield return $"{row.Clause}: stands nowhere: {row.Standing}";
        }

        if (row.Standing != "works" && row.Missing.Length == 0)
        {
            yield return $"{row.Clause}: does not say what is missing";
        }

        if (row.Standing == "not yet" && (row.Acts is not ["–"] || row.Tests is not ["–"]))
        {
            yield return $"{row.Clause}: names something for what is not there";
        }

        foreach (var act in row.Acts.Where(a => row.Standing != "not yet" && !Exists(Product.Value, a)))
        {
            yield return $"{row.Clause}: no rule or act {act}";
        }

        foreach (var test in row.Tests.Where(t => row.Standing != "not yet" && !Exists(Tests.Value, t) && !Scenarios.Value.Contains(t)))
        {
            yield return $"{row.Clause}: no test {test}";
        }
    }

    /// <summary>A type, or a member of one: <c>Type.Member</c>.</summary>
    private static bool Exists(ILookup<string, string> types, string name) => name.Split('.') switch
    {
        [var type] => types.Contains(type),
        [var type, var member] => types[type].Any(text => Regex.IsMatch(text, $@"\b{member}\b")),
        _ => false,
    };

    private static ILookup<string, string> ByType(params string[] folders) => folders.SelectMany(Source.Of)
        .SelectMany(f => Declared().Matches(f.Text).Select(m => m.Groups["type"].Value).Append(Path.GetFileNameWithoutExtension(f.Name)).Distinct()
            .Select(type => (type, f.Text)))
        .ToLookup(p => p.type, p => p.Text);

    private static IReadOnlyList<Row> Read(string page) =>
    [
        .. page.Split('\n').Where(l => l.StartsWith("| N", StringComparison.Ordinal) || l.StartsWith("| GAP-", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToArray())
            .Select(c => new Row(c[0], Names(c[1]), Names(c[2]), c[3].Split(':')[0], c[3].Contains(':', StringComparison.Ordinal) ? c[3].Split(':', 2)[1] : "")),
    ];

    private static string[] Names(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries).Select(n => n.Trim('`'))];

    [GeneratedRegex(@"\b(class|record|struct|enum|interface) (struct )?(?<type>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex("\"id\": *\"(?<id>S[0-9]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex ScenarioId();

    private sealed record Row(string Clause, string[] Acts, string[] Tests, string Standing, string Missing);
}
