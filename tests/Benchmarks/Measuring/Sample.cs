using System.Diagnostics;
using Npgsql;

namespace LostCases.Benchmarks.Measuring;

/// <summary>Counters at a moment; two of them make a span.</summary>
internal sealed record Sample(long At, SortedDictionary<string, Usage> Processes, double Generator, long Wal)
{
    internal static async Task<Sample> TakeAsync(NpgsqlDataSource product)
    {
        await using var wal = product.CreateCommand("select (pg_current_wal_lsn() - '0/0')::bigint");
        return new Sample(
            Stopwatch.GetTimestamp(), Measuring.Processes.Read(), Environment.CpuUsage.TotalTime.TotalSeconds, (long)(await wal.ExecuteScalarAsync())!);
    }

    internal Span Until(Sample later)
    {
        var seconds = Stopwatch.GetElapsedTime(At, later.At).TotalSeconds;
        double Cores(Func<string, bool> which) => later.Processes.Where(p => which(p.Key)).Sum(p => p.Value.CpuSeconds - (Processes.GetValueOrDefault(p.Key)?.CpuSeconds ?? 0)) / seconds;
        return new Span
        {
            Seconds = seconds,
            WalBytes = later.Wal - Wal,
            Generator = (later.Generator - Generator) / seconds,
            Services = Cores(n => !Measuring.Processes.OfServers.Contains(n)),
            Postgres = Cores(n => n == "postgres"),
            Broker = Cores(n => n is "rabbitmq" or "epmd"),
        };
    }
}

/// <summary>What happened between two samples; processor time in cores.</summary>
internal sealed record Span
{
    public required double Seconds { get; init; }

    public required long WalBytes { get; init; }

    public required double Generator { get; init; }

    public required double Services { get; init; }

    public required double Postgres { get; init; }

    public required double Broker { get; init; }

    public double System => Services + Postgres + Broker;
}
