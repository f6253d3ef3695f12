using Xunit.Abstractions;

namespace LostCases.Check.Tests;

/// <summary>A checker that never failed proves nothing: each corruption must be found under its name.</summary>
[Collection("one town")]
public sealed class When_something_is_spoiled(Town town, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Corruptions.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_found(string name)
    {
        var corruption = Corruptions.All.Single(c => c.Name == name);
        output.WriteLine(corruption.ToString());
        var report = await town.LookAsync(corruption.Spoil);
        Assert.True(report.Violations.Any(v => v.Invariant == corruption.Invariant), $"{corruption}; found: {string.Join('\n', report.Lines)}");
        Assert.All(report.Lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public async Task A_document_that_is_gone_is_found() =>
        await SpoilFileAsync("documents.file", path => File.Move(path, path + ".kept"), path => File.Move(path + ".kept", path));

    [Fact]
    public async Task A_byte_changed_in_a_document_is_found()
    {
        void Flip(string path)
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        await SpoilFileAsync("documents.file", Flip, Flip);
    }

    [Fact]
    public async Task A_file_that_its_owner_should_have_removed_is_found()
    {
        var path = Path.Combine(Town.Files, "review", "stray");
        try
        {
            await File.WriteAllTextAsync(path, "x");
            Assert.Empty((await town.LookAsync()).Lines);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-4));
            Assert.Contains((await town.LookAsync()).Violations, v => v.Invariant == "documents.orphan");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task SpoilFileAsync(string invariant, Action<string> spoil, Action<string> undo)
    {
        var path = Directory.EnumerateFiles(Path.Combine(Town.Files, "investigation"), "*", SearchOption.AllDirectories).First();
        spoil(path);
        try
        {
            Assert.Contains((await town.LookAsync()).Violations, v => v.Invariant == invariant);
        }
        finally
        {
            undo(path);
        }

        Assert.Empty((await town.LookAsync()).Lines);
    }
}
