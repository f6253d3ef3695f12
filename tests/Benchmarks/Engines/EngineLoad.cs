using System.Globalization;
using LostCases.Benchmarks.County;
using LostCases.Benchmarks.Measuring;
using LostCases.Harness;
using Npgsql;

namespace LostCases.Benchmarks.Engines;

/// <summary>Both workflow engines in turn on the same installation, given the same cases: what each costs.</summary>
internal sealed class EngineLoad(Options options, Town town, CountyLoad load, NpgsqlDataSource product)
{
    private static readonly string[] Engines = ["local", "elsa"];

    internal static async Task<bool> RunAsync(Options options)
    {
        await using var product = Servers.Database(Servers.Product);
        var hostLoad = await File.ReadAllTextAsync("/proc/loadavg");
        var town = await Town.OpenAsync(TimeSpan.FromMilliseconds(options.LookEvery));
        var journal = new Journal(Path.Combine(Installation.State, "journal.jsonl"));
        Office.Asked = journal.Note;
        var measured = new EngineLoad(options, town, new CountyLoad(town, options), product);
        var runs = new List<EngineRun>();
        for (var round = 0; round < options.Pairs; round++)
        {
            // The other way round every second time, so that neither always has the fuller database.
            foreach (var engine in round % 2 == 0 ? Engines : Engines.Reverse())
            {
                runs.Add(await measured.RunAsync(engine));
                Console.Error.WriteLine($"  round {round + 1}, {engine}: {runs[^1].Load.PerSecond:0.00} cases/s, ready after {runs[^1].StartSeconds:0.0} s");
            }
        }

        var (holds, said) = await journal.CheckAsync();
        return Write(options, runs, hostLoad.Split(' ')[0], holds, said);
    }

    private async Task<EngineRun> RunAsync(string engine)
    {
        await EngineHost.MoveAsync(engine);
        var (ready, started) = (await EngineHost.StartAsync(), EngineHost.Megabytes);
        await load.ClosedAsync(options.InFlight[0], TimeSpan.FromSeconds(options.WarmUpSeconds));
        await Task.Delay(Transactions.Settling);
        var (transactions, before) = (await Transactions.CountAsync(product), await Sample.TakeAsync(product));
        var closed = await load.ClosedAsync(options.InFlight[0], options.SystemTime(0));
        var after = await Sample.TakeAsync(product);
        await Task.Delay(Transactions.Settling);
        town.TakeHops();
        return new EngineRun
        {
            Engine = engine,
            StartSeconds = ready,
            Megabytes = (started, EngineHost.Megabytes),
            Load = closed,
            Transactions = await Transactions.CountAsync(product) - transactions,
            Samples = (before, after),
        };
    }

    private static bool Write(Options options, List<EngineRun> runs, string hostLoad, bool holds, string said)
    {
        var failures = runs.SelectMany(r => r.Load.Failures).ToList();
        Console.WriteLine($"{Environment.ProcessorCount} cores; load of the host before: {hostLoad}; {options.InFlight[0]} in flight, {options.SystemSeconds[0]} s each, {options.Joint} % with a joint review");
        Console.WriteLine($"| min / median / max of {options.Pairs} | local | elsa |");
        Console.WriteLine("|---|---|---|");
        Row("cases/s", r => r.Load.PerSecond, "0.00");
        Row("transactions/case", r => r.TransactionsPerCase, "0");
        Row("WAL/case, KB", r => r.WalPerCase, "0");
        Row("CPU/case of the workflow process, ms", r => r.CpuPerCase(n => n == "workflow"), "0");
        Row("CPU/case of PostgreSQL, ms", r => r.CpuPerCase(n => n == "postgres"), "0");
        Row("CPU/case of everything, ms", r => r.CpuPerCase(_ => true), "0");
        Row("memory of the workflow process just started, MB", r => r.Megabytes.Started, "0");
        Row("memory of the workflow process after the load, MB", r => r.Megabytes.Loaded, "0");
        Row("start of the workflow process to ready, s", r => r.StartSeconds, "0.0");
        failures.Distinct().Take(5).ToList().ForEach(f => Console.WriteLine($"failed: {f}"));
        Console.WriteLine(holds && failures.Count == 0 ? $"checker: {said.Split('\n')[^1]}" : $"THE RUN COUNTS 0: {said}");
        return holds && failures.Count == 0;

        void Row(string what, Func<EngineRun, double> of, string how) =>
            Console.WriteLine($"| {what} | {string.Join(" | ", Engines.Select(e => Three(runs.Where(r => r.Engine == e).Select(of), how)))} |");
    }

    private static string Three(IEnumerable<double> values, string how)
    {
        double[] all = [.. values];
        return string.Join(" / ", new[] { all.Min(), Statistics.Median(all), all.Max() }.Select(v => v.ToString(how, CultureInfo.InvariantCulture)));
    }
}
