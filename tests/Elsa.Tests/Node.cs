using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>A further host for Elsa as a process of its own, on the database and broker of the test: it can be killed.</summary>
internal sealed class Node : IAsyncDisposable
{
    /// <summary>Long: on a busy machine two of them start in turn beside everything else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ChainOffice _office;
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";
    private readonly string _files = Directory.CreateTempSubdirectory("lostcases-node-").FullName;
    private Process _process;

    private Node(ChainOffice office, string identity)
    {
        (_office, Identity) = (office, identity);
        _process = Launch();
    }

    private string Identity { get; }

    /// <summary>Starts one; it takes messages when this returns.</summary>
    internal static async Task<Node> StartAsync(ChainOffice office)
    {
        var node = new Node(office, await TokenDesk.AddressAsync());
        await node.ReadyAsync();
        return node;
    }

    /// <summary>Ends it as a power cut would.</summary>
    internal async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts it again.</summary>
    internal Task RestartAsync()
    {
        _process = Launch();
        return ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_files, recursive: true);
    }

    private Process Launch()
    {
        var program = Path.Combine(Servers.Repository, "workflows", "Elsa");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "bin", "Release", "net10.0", "LostCases.Elsa.dll")])
        {
            WorkingDirectory = program,
            Environment =
            {
                ["ASPNETCORE_URLS"] = _address,
                ["LOSTCASES__DATABASE"] = _office.Database.App,
                ["LOSTCASES__RABBITMQ"] = Servers.RabbitMq.ToString(),
                ["LOSTCASES__IDENTITYURL"] = Identity,
                ["LOSTCASES__PUBLICURL"] = TokenDesk.Issuer,
                ["LOSTCASES__FILES"] = _files,
                ["Logging__LogLevel__Default"] = Environment.GetEnvironmentVariable("LOSTCASES_TEST_LOG") ?? "None",
            },
        };
        return Process.Start(start)!;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        for (var until = DateTime.UtcNow + Patience; !await AnswersAsync(http); await Task.Delay(100))
        {
            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException("The node is not ready.");
            }
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"{_address}/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
