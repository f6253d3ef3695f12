using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>When a limit is reminded of (提醒、催办), domain 2.4, 7.4.</summary>
[Trait("Clause", "2.4")]
public sealed class When_a_limit_is_reminded_of
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;

    [Fact]
    public void Five_and_two_working_days_before_on_the_day_and_every_third_after()
    {
        // 2024-05-20 is a Monday; 2024-05-11 is a Saturday on which one works (调休).
        var due = Day("2024-05-20");
        Assert.Equal(Day("2024-05-13"), ReminderDays.First(due, Calendar, Policy.Default));
        Assert.Equal(["2024-05-13", "2024-05-16", "2024-05-20", "2024-05-23", "2024-05-28", "2024-05-31"], Walked(due, Policy.Default, 6));
    }

    [Fact]
    public void A_step_may_name_its_own_days_before_and_the_due_day_stays() =>
        Assert.Equal(["2024-05-10", "2024-05-17", "2024-05-20", "2024-05-23"], Walked(Day("2024-05-20"), Policy.Default, 4, [7, 1]));

    [Fact]
    public void Each_comes_after_the_one_before_and_falls_on_a_day_of_the_rules() => Gen.Select(
        Gen.Int[0, 2000], Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 10], Gen.Int[0, 60]).Sample((offset, first, second, every, start) =>
    {
        var due = Calendar.RollForward(new DateOnly(2019, 6, 3).AddDays(offset));
        var policy = Policy.Default with { FirstReminderWorkingDays = first, SecondReminderWorkingDays = second, ReminderEveryWorkingDays = every };
        var at = due.AddDays(-start);
        for (var i = 0; i < 8; i++)
        {
            var next = ReminderDays.NextAfter(at, due, Calendar, policy);
            Assert.True(next > at);
            Assert.True(next <= due
                ? Calendar.WorkingDaysAfter(next, due) is var left && (left == 0 || left == first || left == second)
                : Calendar.WorkingDaysAfter(due, next) % every == 0);
            at = next;
        }
    });

    [Theory]
    [InlineData(0, "OFFICER")]
    [InlineData(2, "OFFICER")]
    [InlineData(3, "OFFICER,HEAD")]
    [InlineData(6, "OFFICER,HEAD,LEGAL_BODY")]
    [InlineData(9, "OFFICER,HEAD,LEGAL_BODY,SECRETARIAT")]
    [InlineData(60, "OFFICER,HEAD,LEGAL_BODY,SECRETARIAT")]
    [Trait("Clause", "7.4")]
    public void The_longer_it_has_passed_the_higher_it_goes(int overdue, string told) =>
        Assert.Equal(told, string.Join(',', Escalation.Told(overdue, Policy.Default).Select(Code.Of)));

    private static IEnumerable<string> Walked(DateOnly due, Policy policy, int count, IReadOnlyList<int>? own = null)
    {
        var at = due.AddDays(-30);
        for (var i = 0; i < count; i++)
        {
            at = ReminderDays.NextAfter(at, due, Calendar, policy, own);
            yield return at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
