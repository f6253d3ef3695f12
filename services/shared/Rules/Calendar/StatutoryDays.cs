using System.Globalization;

namespace LostCases.Rules;

/// <summary>
/// The days that are off by statute whatever a yearly notice arranges around them (全国年节及纪念日放假办法): known before the
/// notice is published, also those of the lunar calendar. Nothing is moved or joined here; that is for the notice to do.
/// </summary>
public static class StatutoryDays
{
    /// <summary>First year in which New Year's Eve and 2 May are off (2024 revision).</summary>
    private const int Enlarged = 2025;
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The festival of the day; null for any other day, and for lunar festivals outside 1901–2100.</summary>
    public static string? Name(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) => "元旦",
        (4, var day) when day == Qingming(date.Year) => "清明节",
        (5, 1) => "劳动节",
        (5, 2) when date.Year >= Enlarged => "劳动节",
        (10, >= 1 and <= 3) => "国庆节",
        _ => LunarName(date),
    };

    private static string? LunarName(DateOnly date) => LunarDay(date) switch
    {
        (1, >= 1 and <= 3) => "春节",
        (5, 5) => "端午节",
        (8, 15) => "中秋节",
        _ when date.Year >= Enlarged && LunarDay(date.AddDays(1)) == (1, 1) => "春节",
        _ => null,
    };

    /// <summary>Month and day of the lunar calendar; month 0 in a leap month, which has no festivals.</summary>
    private static (int Month, int Day) LunarDay(DateOnly date)
    {
        var time = date.ToDateTime(TimeOnly.MinValue);
        if (time < Lunar.MinSupportedDateTime || time > Lunar.MaxSupportedDateTime)
        {
            return default;
        }

        var (year, month) = (Lunar.GetYear(time), Lunar.GetMonth(time));
        var leap = Lunar.GetLeapMonth(year);
        var number = leap == 0 || month < leap ? month : month == leap ? 0 : month - 1;
        return (number, Lunar.GetDayOfMonth(time));
    }

    /// <summary>Day in April of the solar term 清明; the formula holds for the years 2001–2100.</summary>
    private static int Qingming(int year)
    {
        var y = year % 100;
        return (int)((y * 0.2422) + 4.81) - (y / 4);
    }
}
