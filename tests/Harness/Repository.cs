namespace LostCases.Harness;

/// <summary>The repository the tests are run from.</summary>
public static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "LostCases.slnx"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("LostCases.slnx is in no parent folder."));
}
