namespace LostCases.Benchmarks.Measuring;

/// <summary>The system at one number in flight and the floor right after it.</summary>
internal sealed record Pair
{
    public required int InFlight { get; init; }

    public required LoopResult System { get; init; }

    public required Span SystemSpan { get; init; }

    public required LoopResult Floor { get; init; }

    public required Span FloorSpan { get; init; }

    /// <summary>Transactions of the product's database, those of looking at to-dos included.</summary>
    public required long Transactions { get; init; }

    /// <summary>How often to-dos were looked at.</summary>
    public required int Looks { get; init; }

    /// <summary>Milliseconds from an act being answered to the next to-do being seen.</summary>
    public required double[] Hops { get; init; }

    public double Ratio => Floor.PerSecond == 0 ? 0 : System.PerSecond / Floor.PerSecond;
}

/// <summary>Cases that begin at a fixed pace.</summary>
internal sealed record Paced(int Percent, LoopResult Load, Span Span, double[] Hops);

/// <summary>A time in which nobody asks.</summary>
internal sealed record Quiet(Span Span, double TransactionsPerSecond, SortedDictionary<string, Usage> Processes);

/// <summary>Everything a run has found.</summary>
internal sealed record Results
{
    public required string Machine { get; init; }

    public required string HostLoad { get; init; }

    public required Options Options { get; init; }

    public required double ColdStartSeconds { get; init; }

    public required double WarmStartSeconds { get; init; }

    /// <summary>D: transactions a case of the mix needs.</summary>
    public required double NeededTransactions { get; init; }

    /// <summary>P: messages a case of the mix needs.</summary>
    public required double NeededMessages { get; init; }

    public required int EventBytes { get; init; }

    public required double CommitsOnly { get; init; }

    public required double ConfirmsOnly { get; init; }

    public required IReadOnlyList<Pair> Pairs { get; init; }

    public required IReadOnlyList<Paced> Paced { get; init; }

    public required SortedDictionary<string, Usage> AfterStart { get; init; }

    public required Quiet Quiet { get; init; }

    public required double TransactionsPerLook { get; init; }

    public required bool IsSound { get; init; }

    public required string Checker { get; init; }
}
