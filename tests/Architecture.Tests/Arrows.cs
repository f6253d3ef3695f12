namespace LostCases.Architecture.Tests;

/// <summary>Which project may use which; every other arrow is a violation.</summary>
internal static class Arrows
{
    private static readonly string[] Service = ["Rules", "Contracts", "Platform"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["services/shared/Rules"] = [],
        ["services/shared/Contracts"] = [],
        ["services/shared/Platform"] = ["Rules", "Contracts"],
        ["services/shared/Documents"] = [],
        ["services/intake"] = Service,
        ["services/investigation"] = Service,
        ["services/review"] = Service,
        ["services/disposition"] = Service,
        ["services/notification"] = Service,
        ["services/oversight"] = Service,
        ["workflows/Steps"] = ["Contracts", "Rules"],
        ["workflows/Simulator"] = ["Steps"],
        ["workflows/Governance"] = ["Simulator", "Steps", "Rules", "Contracts", "Platform"],
        ["workflows/Elsa"] = ["Governance", "Simulator", "Steps", "Contracts", "Platform"],
        ["workflows/Local"] = ["Governance", "Simulator", "Steps", "Contracts", "Platform"],
        ["deploy/Check"] = ["Rules", "Contracts", "Platform", "Steps", "Simulator"],
        ["deploy/Demo"] = ["Rules"],
        ["deploy/VerifyAudit"] = [],
        ["gateway/Gateway"] = ["Platform"],
        ["gateway/Identity"] = ["Contracts", "Platform"],
        ["gateway/Portal"] = ["Platform", "Documents"],
    };

    /// <summary>Projects whose code is pure: not even a package.</summary>
    internal static IReadOnlyList<string> Pure { get; } = ["Rules", "Contracts"];

    internal static IEnumerable<string> Violations(ProjectFile project) =>
        Wrong(project.Name, project.Folder, project.Projects)
            .Concat(Pure.Contains(project.Name) ? project.Packages.Select(p => $"{project.Name} takes the package {p}") : []);

    internal static IEnumerable<string> Violations(string name, string folder, CompiledAssembly compiled)
    {
        const string Prefix = "LostCases.";
        var ours = compiled.References.Where(r => r.StartsWith(Prefix, StringComparison.Ordinal)).Select(r => r[Prefix.Length..]);
        return Wrong(name, folder, ours).Concat(Pure.Contains(name) ? Foreign(name, compiled) : []);
    }

    private static IEnumerable<string> Wrong(string name, string folder, IEnumerable<string> uses) =>
        Allowed.TryGetValue(folder, out var allowed)
            ? uses.Where(u => !allowed.Contains(u)).Select(u => $"{name} → {u}")
            : [$"{name}: no arrows are laid down for {folder}"];

    private static IEnumerable<string> Foreign(string name, CompiledAssembly compiled) => compiled.References
        .Where(r => r != "netstandard" && r != "System" && !r.StartsWith("System.", StringComparison.Ordinal)
            && !r.StartsWith("LostCases.", StringComparison.Ordinal))
        .Select(r => $"{name} uses the assembly {r}");
}
