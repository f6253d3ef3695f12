using System.Text.Json;

namespace LostCases.Demo.Tests;

/// <summary>The system was started as somebody does who wants to see it: with its demo.</summary>
public sealed class When_the_demo_is_loaded : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private readonly List<string> _said = [];

    private static string Folder => Path.Combine(Installation.State, "demo");

    private static Settings Settings { get; } = new(
        Office.Address, Office.Address, Installation.Needed("LOSTCASES_TEST_CREDENTIALS"), Path.Combine(Repository.Root, "deploy/Demo/organisations.json"), Folder);

    /// <summary>Loading begins by itself.</summary>
    public async Task InitializeAsync()
    {
        for (var until = DateTime.UtcNow + Patience; !IsLoaded(); await Task.Delay(500))
        {
            Assert.True(DateTime.UtcNow < until, $"not loaded in time; the journal ends with {File.ReadLines(Path.Combine(Folder, "journal.tsv")).LastOrDefault()}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Everything_promised_is_there()
    {
        Assert.True(await Promises.VerifyAsync(Settings, _said.Add, default), string.Join('\n', _said));
        Assert.False(File.Exists(Path.Combine(Folder, "progress")), "the strip goes on telling that it is being loaded");
    }

    [Fact]
    public async Task The_next_run_has_nothing_to_do()
    {
        var loader = new Loader(Settings, DateOnly.FromDateTime(DateTime.UtcNow), _said.Add);
        Assert.True(await loader.RunAsync(default), string.Join('\n', _said));
        Assert.Equal(0, loader.Acts);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_and_does_nothing_twice()
    {
        var before = await CountAsync();
        var stopped = Directory.CreateTempSubdirectory("lostcases-demo").FullName;
        var lines = await File.ReadAllLinesAsync(Path.Combine(Folder, "journal.tsv"));
        var forgotten = lines.Where(l => l.StartsWith("H20\t", StringComparison.Ordinal)).TakeLast(9).ToHashSet();
        await File.WriteAllLinesAsync(Path.Combine(stopped, "journal.tsv"), lines.Where(l => !forgotten.Contains(l)));
        File.Copy(Path.Combine(Folder, "base-date"), Path.Combine(stopped, "base-date"));

        var loader = new Loader(Settings with { Folder = stopped }, DateOnly.FromDateTime(DateTime.UtcNow), _said.Add);
        Assert.True(await loader.RunAsync(default), string.Join('\n', _said));

        Assert.Equal(forgotten.Count - 1, loader.Acts); // one line says that the case is complete
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("yunjiang.sfj.shy")]
    [InlineData("yunjiang.zrzy.jbr")]
    [InlineData("ouyue.sfj.shy")]
    public async Task The_desk_has_something_that_is_late_by_law_and_something_that_is_not(string account)
    {
        var todos = await (await PersonAsync(account)).GetAsync("/api/notification/todos", default);
        var urgencies = todos.EnumerateArray().Select(t => t.GetProperty("urgency").GetString()).ToList();
        Assert.Contains("MUST_PASSED", urgencies);
        Assert.Contains(urgencies, u => u is "NEAR" or "IN_TIME" or "NO_LIMIT");
        Assert.True(urgencies.Count > 4, string.Join(", ", urgencies));
    }

    [Fact]
    public async Task A_judgment_nobody_has_registered_is_told_by_the_courts_copy()
    {
        var copies = await (await PersonAsync("yunjiang.sfj.shy")).GetAsync("/api/intake/court-copies?unmatched=true", default);
        Assert.Single(copies.EnumerateArray());
    }

    private static bool IsLoaded() => File.Exists(Path.Combine(Folder, "journal.tsv"))
        && File.ReadLines(Path.Combine(Folder, "journal.tsv")).Count(l => l.Contains("\tdone\t", StringComparison.Ordinal)) >= DemoCase.All.Count;

    private static async Task<Person> PersonAsync(string account)
    {
        var password = File.ReadLines(Settings.Credentials).Select(l => l.Split('\t')).First(c => c[0] == account)[1];
        return new Person(await new SignIn(Settings).TakeAsync(account, password), Settings, _ => { });
    }

    /// <summary>Cases, and documents and versions of the newest closed one.</summary>
    private async Task<(int Cases, string Newest)> CountAsync()
    {
        var secretariat = await new Roster(Settings, _said.Add).SecretariatAsync();
        var cases = (await secretariat.GetAsync("/api/oversight/cases?size=100", default)).GetProperty("items").EnumerateArray().ToList();
        var id = File.ReadLines(Path.Combine(Folder, "journal.tsv")).First(l => l.StartsWith("H20\tregister\t", StringComparison.Ordinal)).Split('\t')[2];
        var page = await secretariat.GetAsync($"/api/oversight/cases/{id}", default);
        var files = await secretariat.GetAsync($"/api/intake/cases/{id}", default);
        var versions = page.GetProperty("versions").EnumerateObject().Select(v => $"{v.Name} {v.Value}").Order(StringComparer.Ordinal);
        return (cases.Count, $"{string.Join(' ', versions)}, {Names(files)}");
    }

    private static string Names(JsonElement files) => string.Join(' ', files.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("name").GetString()));
}
