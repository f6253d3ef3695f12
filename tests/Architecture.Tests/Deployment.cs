using System.Diagnostics;

namespace LostCases.Architecture.Tests;

/// <summary>A line of deploy/processes.tsv.</summary>
internal sealed record DeployedProcess(string Name, string Project, string Port, string Schema, bool Migrates);

/// <summary>How deploy/ starts the processes, and how that differs from a Compose file.</summary>
internal static class Deployment
{
    private const string Address = "ASPNETCORE_URLS";
    private const string Database = "LOSTCASES__DATABASE";
    private const string OwnerDatabase = "LOSTCASES__OWNERDATABASE";
    private static readonly string[] Servers = ["postgres", "rabbitmq", "schemas"];
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Printed = new(Print);

    internal static IReadOnlyList<DeployedProcess> Processes { get; } =
    [
        .. File.ReadLines(Repository.In("deploy/processes.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(c => new DeployedProcess(c[0], c[1], c[2], c[3], c[4] == "yes")),
    ];

    /// <summary>Settings by process, as <c>deploy/up.sh --settings</c> prints them; migrations are named <c>intake-migrate</c>.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Settings => Printed.Value;

    internal static (int Status, string Output) Bash(string command)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = bash.StandardError.ReadToEndAsync();
        var output = bash.StandardOutput.ReadToEnd();
        bash.WaitForExit();
        return (bash.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    internal static IReadOnlyList<string> Differences(ComposeFile compose, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings)
    {
        var wanted = Servers.Concat(Processes.Select(p => p.Name)).Concat(Processes.Where(p => p.Migrates).Select(p => $"{p.Name}-migrate")).ToHashSet();
        return
        [
            .. wanted.Except(compose.Names).Select(n => $"{n} is not in docker-compose.yml"),
            .. compose.Names.Except(wanted).Select(n => $"{n} is not in deploy/processes.tsv"),
            .. Processes.SelectMany(p => OfProcess(p, compose[p.Name], settings[p.Name])),
            .. Processes.Where(p => p.Migrates).SelectMany(p => OfMigration(p, compose[$"{p.Name}-migrate"], settings[$"{p.Name}-migrate"])),
            .. OfSchemas(compose["schemas"]),
            .. compose.Names.Where(n => n != "gateway" && compose[n].PublishesPorts).Select(n => $"{n} publishes a port"),
            .. compose["gateway"].PublishesPorts ? Array.Empty<string>() : ["gateway publishes no port"],
        ];
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Print()
    {
        var state = Directory.CreateTempSubdirectory("lostcases-settings");
        try
        {
            var printed = Bash($"LOSTCASES_STATE='{state.FullName}' deploy/up.sh --settings").Output;
            return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2)).GroupBy(c => c[0]).ToDictionary(
                g => g.Key,
                IReadOnlyDictionary<string, string> (g) => g.Select(c => c[1].Split('=', 2)).ToDictionary(s => s[0], s => s[1]));
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> OfProcess(DeployedProcess process, ComposeService service, IReadOnlyDictionary<string, string> settings) =>
    [
        .. Same($"{process.Name}: image", $"lostcases/{process.Name}", service.Image),
        .. Same($"{process.Name}: project", process.Project, service.Project),
        .. Same($"{process.Name}: address", $"http://+:{process.Port}", service.Environment.GetValueOrDefault(Address, "")),
        .. service.Health.Contains($"/127.0.0.1/{process.Port} ", StringComparison.Ordinal) && service.Health.Contains("GET /health/ready ", StringComparison.Ordinal)
            ? Array.Empty<string>()
            : [$"{process.Name}: no health check of /health/ready at port {process.Port}"],
        .. Names(process.Name, settings.Keys, service.Environment.Keys),
        .. Login(process, Database, "app", service, settings),
        .. Waits(process.Name, Before(process), service.WaitsFor),
        .. settings.Where(s => s.Key.StartsWith("LOSTCASES__SERVICES__", StringComparison.Ordinal)).SelectMany(s => Same(
            $"{process.Name}: {s.Key}", InnerAddress(s.Key), service.Environment.GetValueOrDefault(s.Key, ""))),
    ];

    private static IEnumerable<string> OfMigration(DeployedProcess process, ComposeService service, IReadOnlyDictionary<string, string> settings) =>
    [
        .. Same($"{process.Name}-migrate: image", $"lostcases/{process.Name}", service.Image),
        .. Same($"{process.Name}-migrate: project", process.Project, service.Project),
        .. Same($"{process.Name}-migrate: command", "--migrate", service.Command),
        .. Names($"{process.Name}-migrate", settings.Keys.Except([Address]), service.Environment.Keys),
        .. Login(process, Database, "app", service, settings),
        .. Login(process, OwnerDatabase, "owner", service, settings),
        .. Waits($"{process.Name}-migrate", ["schemas: service_completed_successfully", "rabbitmq: service_healthy"], service.WaitsFor),
    ];

    private static IEnumerable<string> OfSchemas(ComposeService service)
    {
        foreach (var schema in Processes.Select(p => p.Schema).Where(s => s != "-"))
        {
            foreach (var login in new[] { $"{schema}_owner", $"{schema}_app" })
            {
                foreach (var line in Same($"schemas: {login}", $"${{{login.ToUpperInvariant()}_PASSWORD:?}}", service.Environment.GetValueOrDefault(login, "")))
                {
                    yield return line;
                }
            }

            if (!service.Command.Contains($" {schema}", StringComparison.Ordinal))
            {
                yield return $"schemas: {schema} is not created";
            }
        }
    }

    /// <summary>The gateway comes last; everybody else needs the schema and the broker.</summary>
    private static IEnumerable<string> Before(DeployedProcess process) => process.Migrates
        ? [$"{process.Name}-migrate: service_completed_successfully", "rabbitmq: service_healthy"]
        : Processes.Where(p => p != process).Select(p => $"{p.Name}: service_healthy");

    private static string InnerAddress(string setting)
    {
        var name = setting["LOSTCASES__SERVICES__".Length..].ToLowerInvariant();
        return $"http://{name}:{Processes.Single(p => p.Name == name).Port}";
    }

    private static IEnumerable<string> Login(
        DeployedProcess process, string setting, string kind, ComposeService service, IReadOnlyDictionary<string, string> settings)
    {
        if (process.Schema == "-")
        {
            return [];
        }

        var (here, there) = (Parts(settings[setting]), Parts(service.Environment.GetValueOrDefault(setting, "")));
        return
        [
            .. Same($"{process.Name}: {setting} user", here["Username"], there.GetValueOrDefault("Username", "")),
            .. Same($"{process.Name}: {setting} database", here["Database"], there.GetValueOrDefault("Database", "")),
            .. Same($"{process.Name}: {setting} password", $"${{{process.Schema.ToUpperInvariant()}_{kind.ToUpperInvariant()}_PASSWORD:?}}", there.GetValueOrDefault("Password", "")),
        ];
    }

    private static Dictionary<string, string> Parts(string connection) =>
        connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);

    private static IEnumerable<string> Names(string process, IEnumerable<string> up, IEnumerable<string> compose) =>
    [
        .. up.Except(compose).Select(n => $"{process}: only deploy/up.sh sets {n}"),
        .. compose.Except(up).Select(n => $"{process}: only docker-compose.yml sets {n}"),
    ];

    private static IEnumerable<string> Waits(string process, IEnumerable<string> wanted, IReadOnlySet<string> waits) =>
    [
        .. wanted.Except(waits).Select(w => $"{process} does not wait for {w}"),
        .. waits.Except(wanted).Select(w => $"{process} waits for {w}"),
    ];

    private static IEnumerable<string> Same(string what, string up, string compose) =>
        up == compose ? [] : [$"{what} is '{compose}' instead of '{up}'"];
}
