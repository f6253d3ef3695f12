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

    /// <summary>Per person of the scenario what became of them, stage by stage.</summary>
    internal required IReadOnlyDictionary<string, IReadOnlyList<Stage>> Persons { get; init; }

    /// <summary>Per person of the scenario: organisation.</summary>
    internal required IReadOnlyDictionary<string, string> BelongsTo { get; init; }

    internal required bool CountedInLossRate { get; init; }

    internal required string Result { get; init; }

    internal required string Filing { get; init; }

    internal DateOnly? AppealExpiresOn { get; init; }

    internal required IReadOnlyList<string> ResponsibleUnits { get; init; }

    /// <summary>NONE, REFERRED, or what the superior ordered.</summary>
    internal string Unit { get; init; } = "NONE";

    /// <summary>Name of the superior that decides on the unit.</summary>
    internal string? UnitDecider { get; init; }

    /// <summary>Newest version of the disposition.</summary>
    internal int Version { get; init; }

    internal bool NonCompliance { get; init; }

    internal bool SuggestJointReview { get; init; }

    /// <summary>Whether sanctions wait to be revoked, and who is to be told.</summary>
    internal IReadOnlyList<string>? Revocation { get; init; }

    /// <summary>Effects of an exemption, as JSON.</summary>
    internal string? ExemptionEffects { get; init; }
}

/// <summary>One stage of what became of a person: of the finding, a version of the disposition, or another organ's result.</summary>
internal sealed record Stage(string Conclusion, IReadOnlyList<string> Sanctions, bool MediationImmunity)
{
    /// <summary>Whether an outcome's words say this stage: <c>PURSUE:WRITTEN_SELF_CRITICISM</c>, <c>PURSUE</c> or the sanctions alone.</summary>
    internal bool Is(string words)
    {
        var forms = string.Join('+', Sanctions);
        return words == ToString() || (forms.Length > 0 && words == forms);
    }

    public override string ToString() =>
        Conclusion + (Sanctions.Count > 0 ? $":{string.Join('+', Sanctions)}" : "") + (MediationImmunity ? "（调解豁免）" : "");
}

/// <summary>A clock as it stands on the last event's date.</summary>
internal sealed record ActualClock(
    string Kind, DateOnly StartOn, int Length, string Unit, string Nature, string Clause, DateOnly DueOn, DateOnly? StoppedOn, string Status,
    int? OverdueWorkingDays, IReadOnlyList<DateOnly> CountedDays, int? RemainingWorkingDays = null, string? Person = null);
