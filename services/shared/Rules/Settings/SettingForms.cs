using System.Globalization;

namespace LostCases.Rules;

/// <summary>The forms settings have: how each kind of value is written and read.</summary>
internal static class SettingForms
{
    internal static Setting Number(string key, string clause, string zh, string en, int least, int most, Func<Policy, int> read, Func<Policy, int, Policy> write) => new()
    {
        Key = key,
        Clause = clause,
        Kind = SettingKind.Number,
        Zh = zh,
        En = en,
        Least = least,
        Most = most,
        Read = p => read(p).ToString(CultureInfo.InvariantCulture),
        Write = (p, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? write(p, n) : null,
    };

    internal static Setting Date(string key, string clause, string zh, string en, Func<Policy, DateOnly> read, Func<Policy, DateOnly, Policy> write) => new()
    {
        Key = key,
        Clause = clause,
        Kind = SettingKind.Date,
        Zh = zh,
        En = en,
        Read = p => Iso(read(p)),
        Write = (p, text) => IsDay(text, out var day) ? write(p, day) : null,
    };

    internal static Setting YesNo(string key, string clause, string zh, string en, Func<Policy, bool> read, Func<Policy, bool, Policy> write) => new()
    {
        Key = key,
        Clause = clause,
        Kind = SettingKind.YesNo,
        Zh = zh,
        En = en,
        Options = ["TRUE", "FALSE"],
        Read = p => read(p) ? "TRUE" : "FALSE",
        Write = (p, text) => text is "TRUE" or "FALSE" ? write(p, text == "TRUE") : null,
    };

    internal static Setting Choice<T>(string key, string clause, string zh, string en, Func<Policy, T> read, Func<Policy, T, Policy> write)
        where T : struct, Enum => new()
        {
            Key = key,
            Clause = clause,
            Kind = SettingKind.Choice,
            Zh = zh,
            En = en,
            Options = [.. Enum.GetValues<T>().Select(Code.Of)],
            Read = p => Code.Of(read(p)),
            Write = (p, text) => Code.TryParse<T>(text, out var value) ? write(p, value) : null,
        };

    internal static Setting Choices<T>(string key, string clause, string zh, string en, Func<Policy, IReadOnlyList<T>> read, Func<Policy, IReadOnlyList<T>, Policy> write)
        where T : struct, Enum => new()
        {
            Key = key,
            Clause = clause,
            Kind = SettingKind.Choices,
            Zh = zh,
            En = en,
            Options = [.. Enum.GetValues<T>().Select(Code.Of)],
            Read = p => string.Join(',', read(p).Select(Code.Of)),
            Write = (p, text) =>
            {
                var codes = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return codes.Distinct().Count() == codes.Length && codes.All(c => Code.TryParse<T>(c, out _))
                    ? write(p, [.. Enum.GetValues<T>().Where(v => codes.Contains(Code.Of(v)))])
                    : null;
            },
        };

    internal static Setting Texts(string key, string clause, string zh, string en, Func<Policy, IEnumerable<string>> read, Func<Policy, IReadOnlyList<string>, Policy?> write) => new()
    {
        Key = key,
        Clause = clause,
        Kind = SettingKind.Texts,
        Zh = zh,
        En = en,
        Read = p => string.Join('；', read(p)),
        Write = (p, text) => write(p, text.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    };

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
