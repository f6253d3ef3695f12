using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Interviews with heads of agencies (约谈), 五（二）, N5.2-g, GAP-15: suggested by figures, never a duty.</summary>
[Trait("Clause", "N5.2-g")]
public sealed class When_an_agency_loses_much
{
    private static readonly InterviewThresholds Usual = InterviewThresholds.Of(Policy.Default);

    [Theory]
    [Trait("Clause", "GAP-15")]
    [InlineData(12, 3, "RATE 25.0%")]
    [InlineData(40, 5, "COUNT 5")]
    [InlineData(3, 2, "BASE")]
    [InlineData(50, 4, null)]
    [InlineData(10, 2, "RATE 20.0%")]
    [InlineData(9, 2, "BASE")]
    [InlineData(0, 5, "COUNT 5")]
    public void Number_or_rate_with_enough_cases_suggests_it(int closed, int lost, string? alert)
    {
        Assert.Equal(alert, InterviewAlerts.By([new(closed, lost)], Usual));
        Assert.Equal(alert, InterviewAlerts.Of([new(closed, lost)], Policy.Default));
    }

    [Fact]
    [Trait("Clause", "GAP-15")]
    public void Where_several_periods_are_asked_for_each_reaches_a_threshold()
    {
        var twice = Usual with { Periods = 2 };
        Assert.Null(InterviewAlerts.By([new(12, 3)], twice));
        Assert.Null(InterviewAlerts.By([new(12, 1), new(12, 3)], twice));
        Assert.Equal("RATE 25.0%", InterviewAlerts.By([new(40, 6), new(12, 3)], twice));
        Assert.Equal("BASE", InterviewAlerts.By([new(3, 2), new(12, 3)], twice));
    }

    [Theory]
    [InlineData(20, 6, new[] { InterviewReason.Count, InterviewReason.Rate })]
    [InlineData(40, 5, new[] { InterviewReason.Count })]
    [InlineData(12, 3, new[] { InterviewReason.Rate })]
    [InlineData(3, 2, new InterviewReason[0])]
    public void What_is_reached_is_told(int closed, int lost, InterviewReason[] reached) => Assert.Equal(reached, InterviewAlerts.Reached(new(closed, lost), Usual));

    [Fact]
    public void A_record_says_who_and_what() => Says.Accepted(Record(), "N5.2-g");

    [Fact]
    public void Somebody_was_interviewed() => Says.Refused("INTERVIEW_PERSON_MISSING", "N5.2-g", Record(person: " "));

    [Fact]
    public void Something_was_said() => Says.Refused("INTERVIEW_RECORD_MISSING", "N5.2-g", Record(record: ""));

    [Fact]
    [Trait("Clause", "GAP-15")]
    public void A_reason_by_figures_is_one_the_figures_show() => Says.Refused("INTERVIEW_REASON_NOT_SHOWN", "GAP-15", Record(InterviewReason.Rate));

    [Fact]
    public void Another_reason_is_given_in_words()
    {
        Says.Refused("REASON_REQUIRED", "N5.2-g", Record(InterviewReason.Other));
        Says.Accepted(Record(InterviewReason.Other, text: "社会影响较大"), "N5.2-g");
    }

    [Fact]
    public void It_is_looked_at_again_on_a_later_day() => Says.Refused("DATE_IMPOSSIBLE", "N5.2-g", Record(followUp: "2025-03-03"));

    [Fact]
    public void What_came_of_it_is_recorded_once()
    {
        Says.Accepted(InterviewRules.FollowUp(false, "已整改"), "N5.2-g");
        Says.Refused("INTERVIEW_FOLLOWED_UP", "N5.2-g", InterviewRules.FollowUp(true, "已整改"));
        Says.Refused("REASON_REQUIRED", "N5.2-g", InterviewRules.FollowUp(false, " "));
    }

    private static Decision Record(
        InterviewReason reason = InterviewReason.Count, string? text = null, string person = "示例负责人", string record = "约谈记录", string? followUp = null) =>
        InterviewRules.Record(reason, [InterviewReason.Count], text, person, record, Day("2025-03-03"), followUp is null ? null : Day(followUp));
}
