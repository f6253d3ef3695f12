using System.Diagnostics;
using System.Globalization;
using LostCases.Benchmarks.County;
using LostCases.Benchmarks.Floor;
using LostCases.Benchmarks.Measuring;
using LostCases.Harness;
using Npgsql;

namespace LostCases.Benchmarks;

/// <summary>The order of a run: warm up, system and floor in turn, cases at a fixed pace, quiet, the checker.</summary>
internal sealed class Measurement(Options options, Town town, CountyLoad load, NpgsqlDataSource product)
{
    private const int InFlightAlone = 8;
    private const int LooksToGauge = 100;

    internal static async Task<Results> RunAsync(Options options)
    {
        await using var product = Servers.Database(Servers.Product);
        var (hostLoad, afterStart) = (await File.ReadAllTextAsync("/proc/loadavg"), Processes.Read());
        var town = await Town.OpenAsync(TimeSpan.FromMilliseconds(options.LookEvery));
        var journal = new Journal(Path.Combine(Installation.State, "journal.jsonl"));
        Office.Asked = journal.Note;
        var measurement = new Measurement(options, town, new CountyLoad(town, options), product);
        await measurement.WarmUpAsync();
        var bytes = await Transactions.EventBytesAsync(product);
        var body = Body(bytes);
        await using var database = await FloorDatabase.OpenAsync();
        await using var broker = await FloorBroker.OpenAsync(body);
        var floor = new FloorProgram(database, broker, options, body);
        await floor.RunAsync(InFlightAlone, seconds: 3);
        var commits = await new FloorProgram(database, null, options, body).RunAsync(InFlightAlone, options.FloorSeconds / 2);
        var confirms = await new FloorProgram(null, broker, options, body).RunAsync(InFlightAlone, options.FloorSeconds / 2);
        await Task.Delay(Transactions.Settling);
        var pairs = await measurement.PairsAsync(floor);
        var paced = await measurement.PacedAsync(pairs.GroupBy(p => p.InFlight).Max(g => Statistics.Median(g.Select(p => p.System.PerSecond))));
        var quiet = await measurement.QuietAsync();
        var perLook = await measurement.GaugeLooksAsync(quiet.TransactionsPerSecond);
        var (holds, said) = await journal.CheckAsync();
        return new Results
        {
            Machine = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB"),
            HostLoad = hostLoad.Split(' ')[0],
            Options = options,
            ColdStartSeconds = Servers.Starts.Cold,
            WarmStartSeconds = Servers.Starts.Warm,
            NeededTransactions = DurableSteps.Transactions(options.Joint),
            NeededMessages = DurableSteps.Messages(options.Joint),
            EventBytes = bytes,
            CommitsOnly = commits.PerSecond,
            ConfirmsOnly = confirms.PerSecond,
            Pairs = pairs,
            Paced = paced,
            AfterStart = afterStart,
            Quiet = quiet,
            TransactionsPerLook = perLook,
            IsSound = holds,
            Checker = string.Join('\n', said.Split('\n').TakeLast(holds ? 1 : 10)),
        };
    }

    /// <summary>Text of the product's kind, as many bytes as its average event.</summary>
    private static string Body(int bytes) => string.Concat(Enumerable.Repeat("经审核，原行政行为主要证据不足（二〇二六）", (bytes / 60) + 1))[..(bytes / 3)];

    private async Task WarmUpAsync()
    {
        Say("warming up");
        var warm = await load.ClosedAsync(InFlightAlone, TimeSpan.FromSeconds(options.WarmUpSeconds));
        town.TakeHops();
        if (warm.Failures.Length > 0)
        {
            throw new InvalidOperationException($"{warm.Failures.Length} cases failed while warming up: {warm.Failures[0]}");
        }
    }

    private async Task<List<Pair>> PairsAsync(FloorProgram floor)
    {
        var pairs = new List<Pair>();
        for (var number = 1; number <= options.Pairs; number++)
        {
            for (var place = 0; place < options.InFlight.Length; place++)
            {
                var pair = await PairAsync(place, floor);
                Say($"pair {number}, {pair.InFlight} in flight: {pair.System.PerSecond:0.00} cases/s, floor {pair.Floor.PerSecond:0.00}, ratio {pair.Ratio:0.000}");
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    private async Task<Pair> PairAsync(int place, FloorProgram floor)
    {
        var inFlight = options.InFlight[place];
        var (transactions, looks, before) = (await Transactions.CountAsync(product), town.Looks, await Sample.TakeAsync(product));
        var system = await load.ClosedAsync(inFlight, options.SystemTime(place));
        var between = await Sample.TakeAsync(product);
        var ended = Stopwatch.GetTimestamp();
        var lowest = await floor.RunAsync(inFlight, options.FloorSeconds);
        var after = await Sample.TakeAsync(product);
        await SettledAsync(ended);
        return new Pair
        {
            InFlight = inFlight,
            System = system,
            SystemSpan = before.Until(between),
            Floor = lowest,
            FloorSpan = between.Until(after),
            Transactions = await Transactions.CountAsync(product) - transactions,
            Looks = town.Looks - looks,
            Hops = town.TakeHops(),
        };
    }

    private async Task<List<Paced>> PacedAsync(double capacity)
    {
        var all = new List<Paced>();
        foreach (var percent in options.Shares.Where(_ => capacity > 0))
        {
            Say($"at {percent} % of {capacity:0.00} cases/s");
            var before = await Sample.TakeAsync(product);
            var paced = await load.OpenAsync(capacity * percent / 100, TimeSpan.FromSeconds(options.OpenSeconds));
            all.Add(new Paced(percent, paced, before.Until(await Sample.TakeAsync(product)), town.TakeHops()));
        }

        return all;
    }

    private async Task<Quiet> QuietAsync()
    {
        Say("quiet");
        await Task.Delay(Transactions.Settling);
        var (transactions, before) = (await Transactions.CountAsync(product), await Sample.TakeAsync(product));
        await Task.Delay(TimeSpan.FromSeconds(options.IdleSeconds));
        var after = await Sample.TakeAsync(product);
        var span = before.Until(after);
        return new Quiet(span, (await Transactions.CountAsync(product) - transactions) / span.Seconds, after.Processes);
    }

    /// <summary>Transactions of one look at a list of to-dos, so that looking can be taken off what a case costs.</summary>
    private async Task<double> GaugeLooksAsync(double quietPerSecond)
    {
        var (transactions, began) = (await Transactions.CountAsync(product), Stopwatch.GetTimestamp());
        for (var i = 0; i < LooksToGauge; i++)
        {
            await town.Officer.LookAsync();
        }

        await SettledAsync(Stopwatch.GetTimestamp());
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return (await Transactions.CountAsync(product) - transactions - (quietPerSecond * seconds)) / LooksToGauge;
    }

    private static async Task SettledAsync(long since)
    {
        var left = Transactions.Settling - Stopwatch.GetElapsedTime(since);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private static void Say(string what) => Console.Error.WriteLine($"  {what}");
}
