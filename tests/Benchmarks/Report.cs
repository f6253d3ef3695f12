using System.Globalization;
using System.Text.Json;
using System.Text;
using LostCases.Benchmarks.Measuring;
using LostCases.Harness;

namespace LostCases.Benchmarks;

/// <summary>What a run has found as one table for people and one file for programs.</summary>
internal sealed class Report(Results results)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private readonly StringBuilder _text = new();

    private bool Counts => results.IsSound && results.Pairs.All(p => p.System.Failures.Length == 0) && results.Paced.All(p => p.Load.Failures.Length == 0);

    internal bool Write()
    {
        File.WriteAllText(Path.Combine(Installation.State, "results.json"), JsonSerializer.Serialize(results, Indented));
        Line($"{results.Machine}; load of the host before: {results.HostLoad}; {results.Options.Joint} % of cases with a joint review");
        Line($"a case needs D = {results.NeededTransactions:0.0} transactions and P = {results.NeededMessages:0.0} messages of {results.EventBytes} bytes");
        Line($"floor at 8 in flight, commits alone {results.CommitsOnly:0.0} cases/s, confirms alone {results.ConfirmsOnly:0.0} cases/s");
        Levels();
        foreach (var paced in results.Paced)
        {
            Line($"at {paced.Percent} % of capacity, {paced.Load.PerSecond:0.00} cases/s: next to-do p50 {P(paced.Hops, 50):0} ms, p99 {P(paced.Hops, 99):0} ms of {paced.Hops.Length}; "
                + $"case p50 {P(paced.Load.Milliseconds, 50):0} ms; {Cpu(paced.Span)}");
        }

        Rest();
        Gates();
        foreach (var failure in results.Pairs.SelectMany(p => p.System.Failures).Concat(results.Paced.SelectMany(p => p.Load.Failures)).Distinct().Take(5))
        {
            Line($"failed: {failure}");
        }

        Line(Counts ? $"checker: {results.Checker}" : $"THE RUN COUNTS 0: {results.Checker}");
        Console.Write(_text);
        return Counts;
    }

    private void Levels()
    {
        Line("");
        Line("| in flight | cases/s min/median/max | floor cases/s | ÷ floor min/median/max | transactions/case (without looking) | ÷ D | WAL/case | ÷ floor | next to-do p50/p99 ms | case p50 ms | cores: generator, services, PostgreSQL, RabbitMQ |");
        Line("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var level in results.Pairs.GroupBy(p => p.InFlight))
        {
            var perCase = PerCase(level);
            var wal = level.Sum(p => p.SystemSpan.WalBytes) / (double)Math.Max(1, level.Sum(p => p.System.Finished));
            var floorWal = level.Sum(p => p.FloorSpan.WalBytes) / (double)Math.Max(1, level.Sum(p => p.Floor.Finished));
            double[] hops = [.. level.SelectMany(p => p.Hops)];
            Line($"| {level.Key} | {Three(level.Select(p => p.System.PerSecond))} | {Three(level.Select(p => p.Floor.PerSecond))} | {Three(level.Select(p => p.Ratio))} "
                + $"| {level.Sum(p => p.Transactions) / (double)level.Sum(p => p.System.Finished):0} ({perCase:0}) | {perCase / results.NeededTransactions:0.00} | {wal / 1024:0} KB | {wal / floorWal:0.00} "
                + $"| {P(hops, 50):0} / {P(hops, 99):0} | {P(level.SelectMany(p => p.System.Milliseconds), 50):0} "
                + $"| {Mean(level, s => s.Generator)}, {Mean(level, s => s.Services)}, {Mean(level, s => s.Postgres)}, {Mean(level, s => s.Broker)} |");
        }

        Line("");
    }

    private void Rest()
    {
        var (own, all, start) = (Own(results.Quiet.Processes), results.Quiet.Processes.Sum(p => p.Value.Megabytes), Own(results.AfterStart));
        Line($"memory of the product's processes {start:0} MB after the start, {own:0} MB after the load, {all:0} MB with PostgreSQL and RabbitMQ:");
        Line($"  {string.Join(", ", results.Quiet.Processes.Select(p => $"{p.Key} {p.Value.Megabytes:0}"))}");
        Line($"quiet for {results.Quiet.Span.Seconds:0} s: {Percent(results.Quiet.Span.System)} % of a core (services {Percent(results.Quiet.Span.Services)}, PostgreSQL {Percent(results.Quiet.Span.Postgres)}, "
            + $"RabbitMQ {Percent(results.Quiet.Span.Broker)}), {results.Quiet.TransactionsPerSecond:0.0} transactions/s");
        Line($"start from nothing to ready {results.ColdStartSeconds:0} s, with data {results.WarmStartSeconds:0} s");
        Line("");
    }

    private void Gates()
    {
        var eight = results.Pairs.Where(p => p.InFlight == 8).GroupBy(p => p.InFlight).FirstOrDefault();
        if (eight is not null)
        {
            Gate("÷ floor at 8 in flight ≥ 0.10", Counts ? Statistics.Median(eight.Select(p => p.Ratio)) : 0, v => v >= 0.10);
            Gate("transactions per durable step at 8 in flight ≤ 3.5", PerCase(eight) / results.NeededTransactions, v => v <= 3.5);
        }

        if (results.Paced.FirstOrDefault(p => p.Percent == 50) is { } half)
        {
            Gate("next to-do p99 at half load < 1000 ms", P(half.Hops, 99), v => v < 1000);
        }

        Gate("memory of the product's processes < 2048 MB", Own(results.Quiet.Processes), v => v < 2048);
        Gate("quiet < 10 % of a core", results.Quiet.Span.System * 100, v => v < 10);
    }

    private void Gate(string what, double value, Func<double, bool> isMet) => Line($"{(isMet(value) ? "met   " : "MISSED")} {what}: {value:0.##}");

    private double PerCase(IEnumerable<Pair> level) =>
        level.Sum(p => p.Transactions - (p.Looks * results.TransactionsPerLook)) / Math.Max(1, level.Sum(p => p.System.Finished));

    private static double Own(IEnumerable<KeyValuePair<string, Usage>> processes) =>
        processes.Where(p => !Processes.OfServers.Contains(p.Key)).Sum(p => p.Value.Megabytes);

    private static string Cpu(Span span) => $"cores: generator {span.Generator:0.00}, services {span.Services:0.00}, PostgreSQL {span.Postgres:0.00}, RabbitMQ {span.Broker:0.00}";

    private static string Mean(IEnumerable<Pair> level, Func<Span, double> of) => level.Average(p => of(p.SystemSpan)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(double cores) => (cores * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Three(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return $"{all.Min():0.00} / {Statistics.Median(all):0.00} / {all.Max():0.00}";
    }

    private static double P(IEnumerable<double> values, double percent) => Statistics.Percentile(values, percent);

    private void Line(string text) => _text.AppendLine(text);
}
