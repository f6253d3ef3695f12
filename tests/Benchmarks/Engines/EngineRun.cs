using LostCases.Benchmarks.Measuring;

namespace LostCases.Benchmarks.Engines;

/// <summary>One engine for one time under load: from nothing in flight to nothing in flight, so that what a case costs is all there.</summary>
internal sealed record EngineRun
{
    /// <summary>local or elsa.</summary>
    public required string Engine { get; init; }

    /// <summary>Seconds from the start of its process to its first ready answer.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>Memory of its process after that start, and after the load: of what processes share its share (PSS), in MB.</summary>
    public required (double Started, double Loaded) Megabytes { get; init; }

    /// <summary>Cases from registration to closing.</summary>
    public required LoopResult Load { get; init; }

    /// <summary>Transactions of the product's database.</summary>
    public required long Transactions { get; init; }

    /// <summary>Counters before and after.</summary>
    public required (Sample Before, Sample After) Samples { get; init; }

    public double TransactionsPerCase => Transactions / Cases;

    public double WalPerCase => (Samples.After.Wal - Samples.Before.Wal) / 1024.0 / Cases;

    /// <summary>Milliseconds of a core per case, of the processes chosen.</summary>
    public double CpuPerCase(Func<string, bool> which) =>
        Samples.After.Processes.Where(p => which(p.Key)).Sum(p => p.Value.CpuSeconds - (Samples.Before.Processes.GetValueOrDefault(p.Key)?.CpuSeconds ?? 0)) * 1000 / Cases;

    private double Cases => Math.Max(1, Load.Finished);
}
