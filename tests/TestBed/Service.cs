using System.Net.Http.Headers;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.TestBed;

/// <summary>How a service is started for a test.</summary>
public sealed record Start
{
    /// <summary>Its records.</summary>
    public required string Database { get; init; }

    /// <summary>Its broker.</summary>
    public Uri RabbitMq { get; init; } = Servers.RabbitMq;

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the test needs its queue at once.</summary>
    public bool WaitForBroker { get; init; } = true;
}

/// <summary>Starts services.</summary>
public static class Service
{
    /// <summary>Starts one; its queue is there when this returns.</summary>
    public static async Task<Service<TProgram>> StartAsync<TProgram>(Start start)
        where TProgram : class
    {
        var service = new Service<TProgram>(start, await TokenDesk.AddressAsync());
        service.StartServer();
        if (start.WaitForBroker)
        {
            await service.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        }

        return service;
    }
}

/// <summary>A real service in this process: its own program, listening on a free port, with its real database and broker.</summary>
/// <typeparam name="TProgram">Any type of the service's assembly.</typeparam>
public sealed class Service<TProgram> : WebApplicationFactory<TProgram>
    where TProgram : class
{
    private readonly Start _start;
    private readonly string _identity;

    internal Service(Start start, string identity)
    {
        (_start, _identity) = (start, identity);
        Files = Directory.CreateTempSubdirectory("lostcases-files-").FullName;
        UseKestrel(0);
    }

    /// <summary>Deliveries it is done with.</summary>
    public Deliveries Deliveries { get; } = new();

    /// <summary>Folder it keeps documents in.</summary>
    public string Files { get; }

    /// <summary>A client for the person's requests.</summary>
    public HttpClient As(Person person, string? language = null) => With(TokenDesk.Token(person), language);

    /// <summary>A client with a token.</summary>
    public HttpClient With(string? token, string? language = null)
    {
        var client = CreateClient();
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (language is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        return client;
    }

    /// <summary>Sends what waits in the outbox now instead of at the next sweep.</summary>
    public void Dispatch() => Services.GetRequiredService<Platform.OutboxSignal>().Raise();

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("LostCases:Database", _start.Database);
        builder.UseSetting("LostCases:RabbitMq", _start.RabbitMq.ToString());
        builder.UseSetting("LostCases:IdentityUrl", _identity);
        builder.UseSetting("LostCases:PublicUrl", TokenDesk.Issuer);
        builder.UseSetting("LostCases:Files", Files);
        builder.UseSetting("Logging:LogLevel:Default", Environment.GetEnvironmentVariable("LOSTCASES_TEST_LOG") ?? "None");
        foreach (var (name, value) in _start.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton(_start.Time).AddReceiveObserver(_ => Deliveries));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(Files))
        {
            Directory.Delete(Files, recursive: true);
        }
    }
}
