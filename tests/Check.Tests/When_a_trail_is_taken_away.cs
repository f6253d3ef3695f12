namespace LostCases.Check.Tests;

/// <summary>An export of the running system, looked at by the script that needs none.</summary>
[Collection("one town")]
public sealed class When_a_trail_is_taken_away(Town town)
{
    private static readonly string Folder = Path.Combine(Installation.State, "checkpoints");

    public static TheoryData<string> Owners => ["intake", "investigation", "review", "disposition", "workflow"];

    [Theory]
    [MemberData(nameof(Owners))]
    public async Task It_holds_and_a_changed_row_is_named(string owner)
    {
        Assert.NotEqual(Guid.Empty, town.Case("closed"));
        using var auditor = await Office.AdministratorAsync("AUDIT_ADMIN");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await auditor.GetByteArrayAsync(new Uri($"/api/{owner}/audit/export", UriKind.Relative)));

        var (code, said) = await Script.RunAsync("verify-audit", file, "--checkpoints", Folder);
        Assert.True(code == 0, said);
        Assert.Contains(" rows of ", said, StringComparison.Ordinal);
        Assert.Contains(" checkpoints agree", said, StringComparison.Ordinal);

        var lines = await File.ReadAllLinesAsync(file);
        var row = Array.FindIndex(lines, l => l.Contains("\"action\":", StringComparison.Ordinal));
        lines[row] = lines[row].Replace("\"action\":\"", "\"action\":\"Un", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        (code, said) = await Script.RunAsync("verify-audit", file, "--checkpoints", Folder);
        File.Delete(file);
        Assert.Equal(1, code);
        Assert.Contains($": row 1 (line {row + 1}): ", said, StringComparison.Ordinal);
    }
}
