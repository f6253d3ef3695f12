using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Urging by hand (人工催办), domain 7.4.</summary>
[Trait("Clause", "7.4")]
public sealed class When_somebody_urges
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;

    [Fact]
    public void Something_must_wait_and_with_others()
    {
        Assert.Equal(new Refused("NOTHING_TO_URGE", "7.4"), UrgeRules.Urge(false, false, null, Day("2024-05-20"), Calendar));
        Assert.Equal(new Refused("URGE_OWN", "7.4"), UrgeRules.Urge(true, false, null, Day("2024-05-20"), Calendar));
        Assert.IsType<Accepted>(UrgeRules.Urge(true, true, null, Day("2024-05-20"), Calendar));
    }

    /// <summary>2024-05-17 is a Friday; on Saturday 2024-05-11 one works (调休).</summary>
    [Theory]
    [InlineData("2024-05-17", "2024-05-17", false)]
    [InlineData("2024-05-17", "2024-05-18", false)]
    [InlineData("2024-05-17", "2024-05-19", false)]
    [InlineData("2024-05-17", "2024-05-20", true)]
    [InlineData("2024-05-10", "2024-05-11", true)]
    [InlineData("2024-05-18", "2024-05-18", false)]
    public void It_is_urged_once_a_working_day(string last, string today, bool may) =>
        Assert.Equal(may, UrgeRules.Urge(true, true, Day(last), Day(today), Calendar) is Accepted);
}
