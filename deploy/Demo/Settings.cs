namespace LostCases.Demo;

/// <summary>What the program is told by its environment, as <c>deploy/up.sh</c> sets it for every process.</summary>
/// <param name="Public">Public address, which Identity redirects to.</param>
/// <param name="Gateway">Where the gateway is reached from here.</param>
/// <param name="Credentials">File with the accounts' passwords.</param>
/// <param name="Organisations">File of organisations and accounts.</param>
/// <param name="Folder">Folder for the base date, the journal and the progress.</param>
internal sealed record Settings(Uri Public, Uri Gateway, string Credentials, string Organisations, string Folder)
{
    /// <summary>The settings; null where this is no demo, or something is missing.</summary>
    internal static Settings? FromEnvironment()
    {
        var (address, credentials, organisations, folder) = (Read("PUBLICURL"), Read("CREDENTIALS"), Read("ORGANISATIONS"), Read("DEMOFOLDER"));
        return Read("DEMO") != "1" || new[] { address, credentials, organisations, folder }.Any(s => s.Length == 0)
            ? null
            : new Settings(new Uri(address), new Uri(Read("GATEWAYURL") is { Length: > 0 } inner ? inner : address), credentials, organisations, folder);
    }

    private static string Read(string name) => Environment.GetEnvironmentVariable($"LOSTCASES__{name}") ?? "";
}
