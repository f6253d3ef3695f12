using System.Text.RegularExpressions;

namespace LostCases.Rules.Tests;

/// <summary>The source of the rules, for tests about what is written in it.</summary>
internal static partial class Source
{
    private static readonly string Root = FindRoot();

    /// <summary>The rules' files, name and text.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Rules { get; } = Read("services/shared/Rules");

    /// <summary>All files that may refuse an act.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Services { get; } = Read("services");

    /// <summary>The code and the pages of a folder, name and text.</summary>
    internal static IReadOnlyList<(string Name, string Text)> Of(string folder) => [.. Read(folder), .. Read(folder, "*.razor")];

    internal static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Codes written as <c>new Refused("CODE", …)</c>, or returned by a helper that is given the code.</summary>
    internal static IEnumerable<string> Refusals(IEnumerable<(string Name, string Text)> files) =>
        files.SelectMany(f => Refusal().Matches(f.Text)).Select(m => m.Groups["code"].Value).Distinct();

    /// <summary>Everything in quotes that looks like a clause, an open question or a section.</summary>
    internal static IEnumerable<string> Clauses(IEnumerable<(string Name, string Text)> files) =>
        files.SelectMany(f => Clause().Matches(f.Text)).Select(m => m.Groups["clause"].Value).Distinct();

    private static IReadOnlyList<(string, string)> Read(string folder, string pattern = "*.cs") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LostCases.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("LostCases.slnx is in no parent folder.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""(?:new Refused|Refused [A-Za-z]+\([^)]*\) => new)\("(?<code>[A-Z0-9_]+)",""", RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();

    [GeneratedRegex("""["](?<clause>N[0-9A][^" ]*|GAP-[^" ]*|[1-7]\.[0-9]+)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();
}
