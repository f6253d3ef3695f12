namespace LostCases.Identity;

/// <summary>
/// Generated passwords, one account a line, for the installer's eyes only: account, password, display name, roles, organisation.
/// Lines of accounts whose password was not generated now stay as they are.
/// </summary>
internal static class CredentialsFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal sealed record Line(string Account, string Password, string DisplayName, string Roles, string Organisation)
    {
        public override string ToString() => string.Join('\t', Account, Password, DisplayName, Roles, Organisation);
    }

    /// <summary>Adds the lines; those of accounts that do not exist any more are dropped.</summary>
    internal static async Task WriteAsync(string path, IReadOnlyList<Line> fresh, IReadOnlySet<string> existing)
    {
        var made = fresh.Select(l => l.Account).ToHashSet();
        var kept = File.Exists(path)
            ? (await File.ReadAllLinesAsync(path)).Where(l => l.Split('\t')[0] is var a && existing.Contains(a) && !made.Contains(a))
            : [];
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var writer = new StreamWriter(draft, options))
        {
            foreach (var line in kept.Concat(fresh.Select(l => l.ToString())))
            {
                await writer.WriteLineAsync(line);
            }
        }

        File.Move(draft, path, overwrite: true);
    }
}
