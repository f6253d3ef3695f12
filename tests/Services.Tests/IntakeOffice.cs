using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Intake.Data;

namespace LostCases.Services.Tests;

/// <summary>The intake service with the demo's organisations, a database and a queue of its own.</summary>
public sealed class IntakeOffice : IAsyncLifetime
{
    internal static readonly Guid Agency = Guid.Parse("33992400-0000-4000-8000-000000000011");
    internal static readonly Guid Reviewing = Guid.Parse("33992400-0000-4000-8000-000000000002");
    internal static readonly Guid Court = Guid.Parse("33992400-0000-4000-8000-000000000041");

    internal static readonly Person Liaison = new(Court, Roles.CourtLiaison);
    internal static readonly Person Reviewer = new(Reviewing, Roles.Reviewer);

    private static int _count;

    public Database Database { get; private set; } = null!;

    public Service<IntakeDbContext> Service { get; private set; } = null!;

    /// <summary>Further settings of the service.</summary>
    internal Dictionary<string, string> Settings { get; } = [];

    public async Task InitializeAsync()
    {
        var organisations = Path.Combine(Servers.Repository, "deploy", "Demo", "organisations.json");
        Database = await Database.CreateAsync(typeof(IntakeDbContext).Assembly, Owners.Intake, $"LostCases:Organisations={organisations}");
        await Servers.ForgetQueuesAsync(Owners.Intake);
        Service = await TestBed.Service.StartAsync<IntakeDbContext>(new Start { Database = Database.App, Settings = Settings });
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A valid registration, to be bent by tests.</summary>
    internal static Dictionary<string, object?> Judgment() => new()
    {
        ["caseNo"] = $"（2026）浙99行终{(1000 + Interlocked.Increment(ref _count)).ToString(CultureInfo.InvariantCulture)}号",
        ["courtId"] = Court,
        ["instance"] = "SECOND",
        ["docType"] = "JUDGMENT",
        ["result"] = "REVOKED",
        ["madeOn"] = "2026-05-11",
        ["servedOnAgency"] = "2026-05-12",
        ["agencyId"] = Agency,
        ["actName"] = "示例行政处罚决定",
        ["actDate"] = "2025-03-03",
    };

    internal async Task<Guid> RegisterAsync()
    {
        var (status, body, _) = await PostAsync(Liaison, "judgments", Judgment());
        Assert.Equal(200, status);
        return body.GetProperty("caseId").GetGuid();
    }

    /// <summary>Sends an act; headers as name and value.</summary>
    internal Task<(int Status, JsonElement Body, string? ETag)> PostAsync(Person who, string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(who, path, JsonContent.Create(body), headers);

    internal async Task<(int Status, JsonElement Body, string? ETag)> SendAsync(
        Person who, string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var client = Service.As(who);
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        using (content)
        {
            using var answer = await client.PostAsync(new Uri($"/api/intake/{path}", UriKind.Relative), content);
            return ((int)answer.StatusCode, await answer.JsonAsync(), answer.Headers.ETag?.Tag);
        }
    }

    internal async Task<(int Status, JsonElement Body)> GetAsync(Person who, string path)
    {
        using var client = Service.As(who);
        using var answer = await client.GetAsync(new Uri($"/api/intake/{path}", UriKind.Relative));
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    internal Task<long> VersionAsync(Guid caseId) => Database.ReadAsync<long>($"select version from intake.case_card where case_id = '{caseId}'");
}
