using System.Text.Json;

namespace LostCases.Check.Tests;

[CollectionDefinition("one town")]
public sealed class OneTown : ICollectionFixture<Town>;

[Collection("one town")]
public sealed class When_nothing_is_spoiled(Town town)
{
    [Fact]
    public async Task Everything_holds()
    {
        var report = await town.LookAsync();
        Assert.Empty(report.Lines);
        Assert.InRange(report.Checks, 100, 1000);
    }

    [Fact]
    public async Task The_script_says_so_and_ends_with_0()
    {
        var journal = Path.GetTempFileName();
        await File.WriteAllLinesAsync(journal, town.Journal.Select(l => JsonSerializer.Serialize(l, Platform.Json.Options)));
        var (code, said) = await Script.RunAsync("check", "--journal", journal, "--quiet-seconds", "5");
        File.Delete(journal);
        Assert.True(code == 0, said);
        Assert.EndsWith(" checks, 0 violations", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_names_what_does_not_hold_and_ends_with_1()
    {
        var journal = Path.GetTempFileName();
        await File.WriteAllTextAsync(journal, """{"key":"never-asked","service":"review","path":"/api/review/cases/x/vote","status":200}""");
        var (code, said) = await Script.RunAsync("check", "--journal", journal);
        File.Delete(journal);
        Assert.True(code == 1, said);
        Assert.Equal(["acts.once review -: expected 1 of never-asked answered 200; seen 0"], said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1]);
        Assert.EndsWith(" checks, 1 violations", said.TrimEnd(), StringComparison.Ordinal);
    }
}
