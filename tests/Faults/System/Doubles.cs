using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>A second instance of every process, with the same settings on other ports.</summary>
internal sealed class Doubles : IAsyncDisposable
{
    private const string Listen = "ASPNETCORE_URLS";
    private readonly Dictionary<string, Process> _processes = [];

    /// <summary>Where the second gateway listens; it shares the work between both instances of each process.</summary>
    internal Uri Door { get; private set; } = null!;

    /// <summary>Starts them all; ready when this returns.</summary>
    internal static async Task<Doubles> StartAsync()
    {
        var (code, said) = await Script.RunAsync("up.sh", "--settings");
        var settings = code != 0 ? throw new InvalidOperationException(said) : said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .Where(c => c.Length == 2 && !c[0].EndsWith("-migrate", StringComparison.Ordinal))
            .ToLookup(c => c[0], c => c[1].Split('=', 2));
        var doubles = new Doubles();
        var firsts = settings.ToDictionary(p => p.Key, p => p.Single(s => s[0] == Listen)[1]);
        var seconds = firsts.ToDictionary(p => p.Key, _ => $"http://127.0.0.1:{FreePort()}");
        foreach (var process in settings)
        {
            var environment = process.ToDictionary(s => s[0], s => s[1]);
            foreach (var (name, address) in seconds.Where(s => environment.ContainsKey(Service(s.Key))))
            {
                environment[Service(name)] = $"{firsts[name]},{address}";
            }

            environment[Listen] = seconds[process.Key];
            doubles._processes[process.Key] = await LaunchAsync(process.Key, environment);
        }

        doubles.Door = new Uri(seconds["gateway"]);
        using var http = new HttpClient();
        foreach (var (name, address) in seconds)
        {
            await UntilReadyAsync(http, name, new Uri($"{address}/health/ready"));
        }

        return doubles;
    }

    /// <summary>Kills one for good.</summary>
    internal void Kill(string name) => _processes[name].Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static string Service(string name) => $"LOSTCASES__SERVICES__{name.ToUpperInvariant()}";

    private static async Task<Process> LaunchAsync(string name, Dictionary<string, string> environment)
    {
        var project = name == "workflow" && await Engine.NameAsync() == "elsa"
            ? "workflows/Elsa/Elsa.csproj"
            : (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "deploy", "processes.tsv"))).Select(l => l.Split('\t')).Single(c => c[0] == name)[1];
        var folder = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!);
        var assembly = Path.Combine(folder, "bin", "Release", "net10.0", $"LostCases.{Path.GetFileNameWithoutExtension(project)}.dll");
        var log = Path.Combine(Installation.State, "logs", $"{name}-second.log");
        var start = new ProcessStartInfo("bash", ["-c", $"exec dotnet '{assembly}' >>'{log}' 2>&1"]) { WorkingDirectory = folder };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task UntilReadyAsync(HttpClient http, string name, Uri health)
    {
        for (var until = DateTime.UtcNow.AddMinutes(2); ; await Task.Delay(200))
        {
            try
            {
                using var answer = await http.GetAsync(health);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (DateTime.UtcNow < until)
            {
                continue;
            }

            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException($"The second {name} was not ready in time.");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
