using System.Globalization;
using System.Text.Json;
using LostCases.Platform;

namespace LostCases.Portal.Texts;

/// <summary>What the portal says, in the language of the page; the sentences are in <c>zh-CN.json</c> and <c>en.json</c>.</summary>
public sealed class Words
{
    private static readonly Dictionary<string, Dictionary<string, string>> All =
        new[] { Languages.Chinese, Languages.English }.ToDictionary(l => l, Read);

    private Dictionary<string, string> texts = All[Languages.Chinese];

    /// <summary>Language of the page: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = Languages.Chinese;

    /// <summary>Culture for dates and numbers.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    /// <summary>A text by its name.</summary>
    public string this[string name] => texts[name];

    /// <summary>A text with its gaps filled.</summary>
    public string Format(string name, params object?[] values) => string.Format(Culture, texts[name], values);

    /// <summary>The word for a code of the domain; a code this version does not know is shown as it is.</summary>
    public string Code(string kind, string? code) => code is null ? "" : texts.GetValueOrDefault($"{kind}.{code}", code);

    /// <summary>The codes of a kind, in the order they are offered.</summary>
    public IEnumerable<string> Codes(string kind) => texts.Keys.Where(k => k.StartsWith(kind + ".", StringComparison.Ordinal)).Select(k => k[(kind.Length + 1)..]);

    /// <summary>A date in a sentence: 2026年11月23日.</summary>
    public string Prose(DateOnly date) => date.ToString(texts["date.prose"], Culture);

    /// <summary>A date in a document: 2026年11月23日, without its weekday.</summary>
    public string Document(DateOnly date) => date.ToString(texts["date.document"], Culture);

    /// <summary>A date in a table: 2026-11-23.</summary>
    public static string Table(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment in a table, as clocks in Asia/Shanghai show it: 2026-11-23 09:30.</summary>
    public static string Moment(DateTimeOffset at) => BusinessTime.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    internal void Use(string language)
    {
        Language = language;
        texts = All[language];
    }

    private static Dictionary<string, string> Read(string language)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream($"{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
