using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using Microsoft.Extensions.Time.Testing;

namespace LostCases.Services.Tests;

/// <summary>The oversight service with a database and a queue of its own, a clock the test turns, and a city it has been told of.</summary>
public sealed class OversightOffice : IAsyncLifetime
{
    internal static readonly Guid City = Guid.NewGuid();
    internal static readonly Guid Legal = Guid.NewGuid();
    internal static readonly Guid Bureau = Guid.NewGuid();
    internal static readonly Guid Other = Guid.NewGuid();
    internal static readonly Person Secretariat = new(Legal, Roles.Secretariat);

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    public Database Database { get; private set; } = null!;

    public Service<OversightDbContext> Service { get; private set; } = null!;

    public Wire Wire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await Database.CreateAsync(typeof(OversightDbContext).Assembly, Owners.Oversight);
        await Servers.ForgetQueuesAsync(Owners.Oversight);
        Service = await TestBed.Service.StartAsync<OversightDbContext>(new Start { Database = Database.App, Time = Time });
        Wire = await Wire.OpenAsync();
        await AddAsync(City, "示例市人民政府", "MUNI_GOV", null);
        await AddAsync(Legal, "示例市司法局", "MUNI_LEGAL_BODY", City);
        await AddAsync(Bureau, "示例市自然资源局", "MUNI_UNIT", City);
        await AddAsync(Other, "示例市住房局", "MUNI_UNIT", City);
        await Probe.UntilAsync("the organisations are known", () => Database.CountAsync("oversight.organisation", "true"), n => n == 4);
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal async Task<(int Status, JsonElement Body)> PostAsync(Person who, string path, object body)
    {
        using var client = Service.As(who);
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/oversight/{path}", UriKind.Relative), body);
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    internal async Task<JsonElement> GetAsync(Person who, string path)
    {
        using var client = Service.As(who);
        using var answer = await client.GetAsync(new Uri($"/api/oversight/{path}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.JsonAsync();
    }

    internal Task<(int Status, JsonElement Body)> ImportAsync(string period, string table) =>
        PostAsync(Secretariat, "statistics", new { period, source = "示例市中级人民法院", table });

    private Task AddAsync(Guid id, string name, string level, Guid? parent) =>
        Wire.PublishAsync(new AgencyChanged { AgencyId = id, Version = 1, Name = name, ShortName = name, Level = level, ParentGovId = parent });
}
