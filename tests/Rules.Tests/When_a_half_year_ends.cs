using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>The half-yearly meeting of the joint conference (例会), 五（二）, N5.2-c: as a rule, never a breach.</summary>
[Trait("Clause", "N5.2-c")]
public sealed class When_a_half_year_ends
{
    [Theory]
    [InlineData("2025-06-01", null, ConferenceStatus.NotYet)]
    [InlineData("2025-06-02", null, ConferenceStatus.Remind)]
    [InlineData("2025-06-30", null, ConferenceStatus.Remind)]
    [InlineData("2025-07-01", null, ConferenceStatus.Exceeded)]
    [InlineData("2025-06-03", "2025-03-03", ConferenceStatus.Held)]
    [InlineData("2025-03-02", "2025-03-03", ConferenceStatus.NotYet)]
    [InlineData("2025-07-02", "2025-07-01", ConferenceStatus.Exceeded)]
    [InlineData("2025-07-02", "2024-12-31", ConferenceStatus.Exceeded)]
    public void It_is_held_or_reminded_of_or_exceeded(string today, string? held, ConferenceStatus status)
    {
        var standing = Standing("2025H1", today, held);
        Assert.Equal(status, standing.Status);
        Assert.Equal((Day("2025-06-30"), Day("2025-06-02")), (standing.DueOn, standing.RemindFrom));
        Assert.Equal(status == ConferenceStatus.Held, standing.HeldOn is not null);
    }

    [Fact]
    public void The_second_half_ends_with_the_year() => Assert.Equal(
        (Day("2025-12-31"), Day("2025-12-03")), Standing("2025H2", "2025-12-01", null) is var s ? (s.DueOn, s.RemindFrom) : default);

    [Fact]
    public void Reminding_begins_when_twenty_working_days_remain() => Gen.Select(Gen.Int[2019, 2026], Gen.Int[1, 2]).Sample((year, half) =>
    {
        var due = ConferenceHalves.LastDay(year, half);
        var from = ConferenceHalves.RemindFrom(due, WorkingCalendar.National, Policy.Default);
        Assert.Equal(20, WorkingCalendar.National.WorkingDaysAfter(from, due));
        Assert.Equal(19, WorkingCalendar.National.WorkingDaysAfter(from.AddDays(1), due));
    });

    private static HalfStanding Standing(string half, string today, string? held) =>
        ConferenceHalves.Standing(half, held is null ? [] : [Day(held)], Day(today), WorkingCalendar.National, Policy.Default);
}
