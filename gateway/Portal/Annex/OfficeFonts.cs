using LostCases.Documents;

namespace LostCases.Portal.Annex;

/// <summary>
/// Fonts of printed documents: the office's own (files named <c>title</c> and <c>text</c>, .ttf, .otf or .ttc, in the folder of the setting
/// <c>Fonts</c>), and Noto Serif CJK behind them for what they lack. Read once, when the first document is printed.
/// </summary>
internal sealed class OfficeFonts(PortalSettings settings, ILogger<OfficeFonts> log)
{
    private static readonly string[] Kinds = [".ttf", ".otf", ".ttc"];
    private static readonly string[] Installed = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-serif-cjk-fonts"];
    private readonly Lock _reading = new();
    private FontSet? _fonts;

    /// <summary>The fonts; null where none is installed, which is looked at again at the next document.</summary>
    internal FontSet? Find()
    {
        lock (_reading)
        {
            return _fonts ??= Read();
        }
    }

    private FontSet? Read()
    {
        var text = Faces("text", "NotoSerifCJK-Regular.ttc");
        var title = Faces("title", "NotoSerifCJK-Bold.ttc");
        return text.Count == 0 ? null : new FontSet(title.Count == 0 ? text : title, text);
    }

    private List<Typeface> Faces(string own, string noto)
    {
        var paths = Kinds.Select(k => Path.Combine(settings.Fonts, own + k)).Where(_ => settings.Fonts.Length > 0)
            .Concat(Installed.Select(folder => Path.Combine(folder, noto)).Where(File.Exists).Take(1));
        return [.. paths.Where(File.Exists).Select(Face).OfType<Typeface>()];
    }

    private Typeface? Face(string path)
    {
        try
        {
            return Typeface.Read(File.ReadAllBytes(path));
        }
        catch (Exception unusable) when (unusable is FontUnusableException or IOException or UnauthorizedAccessException)
        {
            log.FontNotUsed(path, unusable);
            return null;
        }
    }
}
