using System.Diagnostics;
using System.Globalization;

namespace LostCases.Faults;

/// <summary>Kills processes of the running system without warning (SIGKILL to the whole group) and has them started again.</summary>
internal sealed class Killer(int kills, Random random)
{
    private static readonly string[] Victims =
    [
        "intake", "investigation", "review", "disposition", "notification", "oversight", "workflow", "gateway", "identity", "rabbitmq", "postgres",
    ];

    private readonly SortedDictionary<string, int> _killed = new(StringComparer.Ordinal);
    private volatile bool _stopped;

    internal void Stop() => _stopped = true;

    internal async Task RunAsync()
    {
        for (var left = kills; left > 0 && !_stopped; left--)
        {
            await Task.Delay(random.Next(200, 2500));
            var victim = Victims[random.Next(Victims.Length)];
            await KillAsync(victim);
            _killed[victim] = _killed.GetValueOrDefault(victim) + 1;
        }
    }

    public override string ToString() => string.Join(", ", _killed.Select(k => $"{k.Key} {k.Value}"));

    private static async Task KillAsync(string victim)
    {
        var state = Environment.GetEnvironmentVariable("LOSTCASES_STATE") ?? throw new InvalidOperationException("LOSTCASES_STATE is not set; tests/run.sh sets it.");
        var group = (await File.ReadAllTextAsync(Path.Combine(state, "run", $"{victim}.pid"))).Split(' ')[0];
        await RunAsync("bash", "-c", $"kill -KILL -- -{int.Parse(group, CultureInfo.InvariantCulture)}");
        await RunAsync(Path.Combine(Root(), "deploy", "restart"), victim);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            Console.WriteLine($"{program} {string.Join(' ', arguments)}: {said}");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LostCases.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("LostCases.slnx is in no parent folder.");
        }

        return folder.FullName;
    }
}
