namespace LostCases.Portal.Cases;

/// <summary>Moments as people read them.</summary>
internal static class Moment
{
    /// <summary>The day in Asia/Shanghai.</summary>
    internal static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
