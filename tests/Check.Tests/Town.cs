using System.Collections.Concurrent;
using Npgsql;

namespace LostCases.Check.Tests;

/// <summary>Cases at different stages, taken there once through the public address, with the journal of all that was asked.</summary>
public sealed class Town : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<JournalLine> _journal = new();
    private readonly Dictionary<string, string> _names = [];

    public static string Files { get; } = Path.Combine(Installation.State, "files");

    /// <summary>The journal, with one request nobody knows the end of and one refused.</summary>
    public IReadOnlyList<JournalLine> Journal => [.. _journal, new JournalLine("unknown-to-all", "review", "/api/review/cases/x/accept-report", 0)];

    public CheckOptions Options => new() { Files = Files, Journal = Journal, Checkpoints = Path.Combine(Installation.State, "checkpoints") };

    public async Task InitializeAsync()
    {
        Office.Asked = Note;
        Name("investigating", await InvestigatingAsync());
        Name("reviewed", await ReviewedAsync());
        Name("closed", await ClosedAsync());
        Name("suspended", await SuspendedAsync());
        Name("terminated", await TerminatedAsync());
        Office.Asked = null;
        _names["done"] = _journal.Last(l => l.Service == "review" && l.Status == 200).Key;
        _names["refused"] = _journal.Last(l => l.Service == "review" && l.Status == 409).Key;
        await QuietAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static async Task<NpgsqlConnection> OpenAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(Installation.Database) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Puts the cases' ids and the keys in place of <c>$closed</c> and the like.</summary>
    public string Fill(string text) => _names.Aggregate(text, (t, n) => t.Replace($"${n.Key}", n.Value, StringComparison.Ordinal));

    public Guid Case(string stage) => Guid.Parse(_names[stage]);

    /// <summary>Spoils something, looks, and undoes it.</summary>
    public async Task<Report> LookAsync(Func<NpgsqlConnection, Town, Task>? spoil = null)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (spoil is not null)
        {
            await spoil(connection, this);
        }

        return await new Checker(connection, Options).RunAsync();
    }

    private static async Task<Office> InvestigatingAsync()
    {
        var office = await Office.OpenAsync();
        await office.InScopeAsync();
        await office.WaitAsync("Investigate");
        return office;
    }

    private static async Task<Office> ReviewedAsync()
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.WaitAsync("SendFeedback");
        await office.WaitAsync("FileWithCity");
        await Office.RefusedAsync(await office.Reviewer, $"/api/review/cases/{office.Case}/accept-report", new { });
        return office;
    }

    private static async Task<Office> ClosedAsync()
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.FinishAsync();
        return office;
    }

    private static async Task<Office> SuspendedAsync()
    {
        var office = await InvestigatingAsync();
        await office.ActAsync(office.Reviewer, "intake", "suspend", "Investigate", new { ground = "OTHER_LEGAL_GROUND", reason = "见通知书" });
        return office;
    }

    /// <summary>Ended while clocks run, some of them not due yet.</summary>
    private static async Task<Office> TerminatedAsync()
    {
        var office = await ReviewedAsync();
        var document = await office.UploadAsync(office.Reviewer, "intake", "OTHER");
        await office.ActAsync(office.Reviewer, "intake", "terminate", "SendFeedback", new { ground = "DUPLICATE", reason = "见通知书", documentId = document });
        return office;
    }

    private async Task QuietAsync()
    {
        var report = await LookAsync();
        for (var until = DateTime.UtcNow + Patience; report.Violations.Count > 0; report = await LookAsync())
        {
            Assert.True(DateTime.UtcNow < until, string.Join('\n', report.Lines));
            await Task.Delay(500);
        }
    }

    private void Note(string key, string path, int status)
    {
        var service = path.Split('/')[2];
        if (service != "identity")
        {
            _journal.Enqueue(new JournalLine(key, service, path, status));
        }
    }

    private void Name(string stage, Office office) => _names[stage] = office.Case.ToString();
}
