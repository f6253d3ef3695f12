using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>The workflow engine of the running system.</summary>
internal static class Engine
{
    /// <summary>Whether both hosts are built here, so that it can be switched.</summary>
    internal static bool HasBoth { get; } = File.Exists(Path.Combine(Repository.Root, "workflows", "Elsa", "bin", "Release", "net10.0", "LostCases.Elsa.dll"));

    /// <summary>local or elsa.</summary>
    internal static async Task<string> NameAsync() => (await File.ReadAllTextAsync(Path.Combine(Installation.State, "run", "engine"))).Trim();

    /// <summary>Moves the system to the other engine; it says so once that one has every running case.</summary>
    internal static async Task SwitchAsync()
    {
        var other = await NameAsync() == "elsa" ? "local" : "elsa";
        var (code, said) = await Script.RunAsync("switch-engine", other);
        if (code != 0)
        {
            throw new InvalidOperationException($"switch-engine {other}: {said}");
        }

        Console.WriteLine(said.Trim().Split('\n')[^1]);
    }
}
