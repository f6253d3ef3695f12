namespace LostCases.Scenarios;

/// <summary>What came out, whichever way it was run.</summary>
internal sealed record Actual
{
    internal required string State { get; init; }

    internal DateOnly? EffectiveOn { get; init; }

    internal required string Scope { get; init; }

    internal required string Route { get; init; }

    internal required string RouteBasis { get; init; }

    internal required IReadOnlyList<ActualClock> Clocks { get; init; }

    /// <summary>Per person of the scenario: conclusion, sanctions.</summary>
    internal required IReadOnlyDictionary<string, string> Persons { get; init; }

    /// <summary>Per person of the scenario: organisation.</summary>
    internal required IReadOnlyDictionary<string, string> BelongsTo { get; init; }

    internal required bool CountedInLossRate { get; init; }

    internal required string Result { get; init; }

    internal required string Filing { get; init; }

    internal DateOnly? AppealExpiresOn { get; init; }

    internal required IReadOnlyList<string> ResponsibleUnits { get; init; }

    internal bool UnitProposed { get; init; }
}

/// <summary>A clock as it stands on the last event's date.</summary>
internal sealed record ActualClock(
    string Kind, DateOnly StartOn, int Length, string Unit, string Nature, string Clause, DateOnly DueOn, DateOnly? StoppedOn, string Status,
    int? OverdueWorkingDays, IReadOnlyList<DateOnly> CountedDays);
