using System.Globalization;

namespace LostCases.BrowserTests;

/// <summary>What the browser needs, from the environment, and days as the forms write them.</summary>
internal static class Servers
{
    internal static string Chromium { get; } = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Where pictures go; the repository's .local/screenshots unless said otherwise.</summary>
    internal static string Pictures { get; } = Environment.GetEnvironmentVariable("LOSTCASES_TEST_PICTURES") ?? Path.GetFullPath("../../../../../.local/screenshots", AppContext.BaseDirectory);

    /// <summary>How long the test of ending tokens draws; a minute and a half unless LOSTCASES_TEST_DRAWING says other seconds.</summary>
    internal static TimeSpan Drawing { get; } = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("LOSTCASES_TEST_DRAWING") ?? "90", CultureInfo.InvariantCulture));

    internal static string Before(int days) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai")
        .AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
