namespace LostCases.VerifyAudit;

/// <summary>What the program was asked for.</summary>
/// <param name="Files">Exported trails.</param>
/// <param name="Checkpoints">Folder with checkpoints and public keys.</param>
/// <param name="Key">Public key kept elsewhere, for all files.</param>
internal sealed record Arguments(IReadOnlyList<string> Files, string? Checkpoints, string? Key)
{
    /// <summary>Reads the words; null where they are not understood.</summary>
    internal static Arguments? Read(string[] words)
    {
        var asked = new Arguments([], null, null);
        for (var i = 0; i < words.Length; i++)
        {
            var value = i + 1 < words.Length ? words[i + 1] : null;
            if (words[i] == "--checkpoints" && Directory.Exists(value))
            {
                (asked, i) = (asked with { Checkpoints = value }, i + 1);
            }
            else if (words[i] == "--key" && File.Exists(value))
            {
                (asked, i) = (asked with { Key = value }, i + 1);
            }
            else if (!words[i].StartsWith("--", StringComparison.Ordinal) && File.Exists(words[i]))
            {
                asked = asked with { Files = [.. asked.Files, words[i]] };
            }
            else
            {
                return null;
            }
        }

        return asked.Files.Count > 0 ? asked : null;
    }
}
