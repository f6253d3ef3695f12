using LostCases.Portal.Api;
using LostCases.Portal.Texts;

namespace LostCases.Portal.Cases;

/// <summary>How lists and previews speak of a case.</summary>
internal static class CaseWords
{
    /// <summary>Force and length of a limit: 应当 5 个工作日.</summary>
    internal static string? Limit(Words words, NextClock? clock) => clock is null ? null
        : clock is { Length: { } length, Unit: { } unit } ? Limit(words, clock.Nature, length, unit)
        : words.Code("nature", clock.Nature);

    internal static string Limit(Words words, string nature, int length, string unit) =>
        $"{words.Code("nature", nature)} {words.Format(unit == "CALENDAR_DAYS" ? "days.calendar" : "days.working", length)}";

    /// <summary>Size of a file: 120 KB, 3.4 MB.</summary>
    internal static string Size(Words words, long bytes) =>
        bytes < 1024 * 1024 ? words.Format("form.size", Math.Max(1, bytes / 1024)) : words.Format("form.sizeMega", bytes / 1048576.0);

    /// <summary>Who has the case now.</summary>
    internal static string Holders(Words words, IReadOnlyList<string> names) =>
        names.Count == 0 ? words["cases.nobody"] : string.Join(words["list.comma"], names.Select(n => n.Length > 0 ? n : words["updating"]));
}
