namespace LostCases.Check;

/// <summary>What the program was asked for.</summary>
/// <param name="Journal">File of a load generator's journal.</param>
/// <param name="Quiet">How long to look again until all holds.</param>
internal sealed record Arguments(string? Journal, TimeSpan Quiet)
{
    /// <summary>Reads the words; null where they are not understood.</summary>
    internal static Arguments? Read(string[] words)
    {
        var asked = new Arguments(null, TimeSpan.Zero);
        for (var i = 0; i < words.Length; i += 2)
        {
            var value = i + 1 < words.Length ? words[i + 1] : null;
            if (words[i] == "--journal" && File.Exists(value))
            {
                asked = asked with { Journal = value };
            }
            else if (words[i] == "--quiet-seconds" && int.TryParse(value, out var seconds))
            {
                asked = asked with { Quiet = TimeSpan.FromSeconds(seconds) };
            }
            else
            {
                return null;
            }
        }

        return asked;
    }
}
