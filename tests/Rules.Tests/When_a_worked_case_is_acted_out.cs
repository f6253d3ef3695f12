using System.Text.Json;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>The worked scenarios of joint review, return, unit, transfer, retrial and correction (domain 5), by the rules alone.</summary>
[Trait("Clause", "5")]
public sealed class When_a_worked_case_is_acted_out
{
    private static readonly Dictionary<string, JsonElement> Scenarios =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "scenarios.json"))).RootElement
            .EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);

    [Theory]
    [InlineData("S01")]
    [InlineData("S22")]
    [InlineData("S23")]
    [InlineData("S25")]
    [InlineData("S27")]
    [InlineData("S29")]
    [InlineData("S30")]
    [InlineData("S42")]
    [InlineData("S43")]
    [InlineData("S46")]
    [InlineData("S49")]
    [InlineData("S50")]
    [InlineData("S51")]
    [InlineData("S52")]
    [InlineData("S53")]
    public void It_is_refused_where_expected_and_ends_with_the_state_and_clocks_expected(string id)
    {
        var worked = WorkedCase.Of(Scenarios[id]);
        var expect = Scenarios[id].GetProperty("expect");
        Assert.Equal(expect.GetProperty("state").GetString(), Code.Of(MainState.Of(worked.Facts)));
        Assert.Equal(expect.GetProperty("reviewRoute").GetString(), worked.Route.FullCode);
        var clocks = expect.GetProperty("clocks").EnumerateObject().Select(c => (Kind(c.Name), Person: (string?)null, c.Value)).ToList();
        clocks.AddRange(expect.TryGetProperty("transferClocks", out var transfers)
            ? transfers.EnumerateObject().Select(c => (ClockKind.TransferFollowup, (string?)c.Name, c.Value))
            : []);
        Assert.Equal(clocks.Select(c => (c.Item1, c.Person)).Order(), worked.Clocks.Keys.Order());
        Assert.All(clocks, c => Same(c.Value, worked, c.Item1, c.Person, AsOf(id)));
    }

    [Fact]
    [Trait("Clause", "GAP-03")]
    public void The_superior_of_the_city_government_is_outside_the_system_S27() => Assert.Equal(
        Scenarios["S27"].GetProperty("expect").GetProperty("outcome").GetProperty("unitDecider").GetString(),
        SuperiorOrgan.Of(WorkedCase.Of(Scenarios["S27"]).Level) is { Outside: true } superior ? $"{superior.Name}（系统外登记）" : null);

    [Fact]
    [Trait("Clause", "GAP-13")]
    public void Eleven_working_days_remain_after_the_retrial_S49() => Assert.Equal(
        11, WorkedCase.Of(Scenarios["S49"]).Read(ClockKind.Investigation).Status(null, AsOf("S49")).RemainingWorkingDays);

    [Fact]
    [Trait("Clause", "GAP-13")]
    public void A_disposition_is_to_be_revoked_S50() => Assert.True(SuspensionRules.OpensRevocation(WorkedCase.Of(Scenarios["S50"]).Facts));

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void The_corrected_disposition_is_the_second_version_S51() => Assert.Equal(2, WorkedCase.Of(Scenarios["S51"]).Facts.Count(Fact.DispositionVersion));

    [Fact]
    [Trait("Clause", "GAP-16")]
    public void A_judicial_suggestion_suggests_joint_review_S53()
    {
        var worked = WorkedCase.Of(Scenarios["S53"]);
        Assert.Equal(
            [JointReason.JudicialSuggestion],
            JointSuggestions.Of(new JointSigns { JudicialSuggestion = worked.HasSuggestion, LosingAgency = worked.Level }, Policy.Default));
    }

    private static DateOnly AsOf(string id) => Day(Scenarios[id].GetProperty("events").EnumerateArray().Last().GetProperty("date").GetString()!);

    private static ClockKind Kind(string code) => Code.TryParse<ClockKind>(code, out var kind) ? kind : throw new FormatException(code);

    private static void Same(JsonElement expected, WorkedCase worked, ClockKind kind, string? person, DateOnly asOf)
    {
        var (terms, start, stopped) = worked.Clocks[(kind, person)];
        var reading = worked.Read(kind, person);
        Assert.Equal(expected.GetProperty("start").GetString(), $"{start:yyyy-MM-dd}");
        Assert.Equal((expected.GetProperty("length").GetInt32(), expected.GetProperty("source").GetString()), (terms.Length, terms.Clause));
        Assert.Equal(expected.GetProperty("due").GetString(), $"{reading.DueOn:yyyy-MM-dd}");
        Assert.Equal(expected.GetProperty("stoppedOn").GetString(), stopped is null ? null : $"{stopped:yyyy-MM-dd}");
        Assert.StartsWith(Code.Of(reading.Status(stopped, asOf).Status), expected.GetProperty("status").GetString(), StringComparison.Ordinal);
        if (expected.TryGetProperty("overdueWorkingDays", out var overdue))
        {
            Assert.Equal(overdue.GetInt32(), reading.Status(stopped, asOf).OverdueWorkingDays);
        }
    }
}
