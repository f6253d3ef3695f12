using System.Reflection;
using System.Xml.Linq;

namespace LostCases.Architecture.Tests;

/// <summary>A project file and what it references.</summary>
/// <param name="Name">File name without extension, e.g. <c>Review</c>.</param>
/// <param name="Folder">Folder relative to the root, with forward slashes.</param>
/// <param name="Projects">Names of referenced projects.</param>
/// <param name="Packages">Ids of referenced packages.</param>
internal sealed record ProjectFile(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    internal static ProjectFile Read(string path, string folder)
    {
        var xml = XDocument.Load(path);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            folder,
            [.. Included(xml, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))],
            [.. Included(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();
}

/// <summary>The working tree the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>Every project of the product; tests are exempt from the arrows and Planted is wrong on purpose.</summary>
    internal static IReadOnlyList<ProjectFile> Product { get; } =
        [.. Projects().Where(p => !p.Folder.StartsWith("tests/", StringComparison.Ordinal))];

    internal static IReadOnlyList<string> TopFolders { get; } =
        [.. new[] { "services", "gateway", "workflows", "tests", "deploy" }.Where(f => Directory.Exists(In(f)))];

    internal static string Planted(string path) => In($"tests/Architecture.Tests/Planted/{path}");

    internal static string In(string path) => Path.Combine(Root, path);

    internal static IEnumerable<ProjectFile> Projects() => Files("*.csproj")
        .Where(f => !f.Contains("/Planted/Projects/", StringComparison.Ordinal))
        .Select(f => ProjectFile.Read(In(f), Path.GetDirectoryName(f)!.Replace('\\', '/')));

    /// <summary>Files below the root by pattern, relative, without what a build, a package manager or a running system leaves.</summary>
    internal static IEnumerable<string> Files(string pattern, string below = "") =>
        Directory.Exists(In(below))
            ? Directory.EnumerateFiles(In(below), pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Where(f => !f.Split('/').Any(s => s is "bin" or "obj" or "node_modules" || (s.StartsWith('.') && s != ".")))
                .Order(StringComparer.Ordinal)
            : [];

    /// <summary>The project's assembly as this configuration builds it.</summary>
    internal static CompiledAssembly Compiled(string name, string folder)
    {
        var configuration = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Configuration").Value;
        var path = In($"{folder}/bin/{configuration}/net10.0/LostCases.{name}.dll");
        Assert.True(File.Exists(path), $"{folder} is not built; run: dotnet build LostCases.slnx -c {configuration}");
        return CompiledAssembly.Read(path);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LostCases.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("LostCases.slnx is in no parent folder.");
        }

        return folder.FullName;
    }
}
