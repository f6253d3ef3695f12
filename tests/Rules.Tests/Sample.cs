using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>Generators shared by the property tests.</summary>
internal static class Sample
{
    /// <summary>Any date from 2018-12-14 to the end of 2025, so that what is counted from it stays within published years.</summary>
    internal static Gen<DateOnly> Date { get; } = Gen.Int[0, new DateOnly(2025, 12, 31).DayNumber - Days.First.DayNumber].Select(Days.First.AddDays);

    /// <summary>Both calendars.</summary>
    internal static Gen<WorkingCalendar> Calendar { get; } = Gen.Bool.Select(b => b ? WorkingCalendar.National : WorkingCalendar.NationalWithWenzhou);

    /// <summary>Any member of an enum.</summary>
    internal static Gen<T> Any<T>()
        where T : struct, Enum => Gen.OneOf(Enum.GetValues<T>());
}
