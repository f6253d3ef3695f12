using LostCases.Rules;

namespace LostCases.Oversight.Data;

/// <summary>Figures of one agency and period as they were imported (诉讼统计). Never changed: of several the newest counts.</summary>
public sealed class LitigationStat
{
    /// <summary>Identity; later ones have greater ones.</summary>
    public required Guid Id { get; init; }

    /// <summary>The import it came with.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The period: <c>2025</c>, <c>2025H1</c> or <c>2025Q3</c>.</summary>
    public required string Period { get; init; }

    /// <summary>What was counted.</summary>
    public required LitigationFigures Figures { get; init; }

    /// <summary>Who counted, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Business date of the import.</summary>
    public required DateOnly ImportedOn { get; init; }

    /// <summary>Who imported.</summary>
    public required Guid ImportedBy { get; init; }
}

/// <summary>A confirmed version of the rules, for what is judged without a case (规则版本).</summary>
public sealed class RuleSetHere
{
    /// <summary>Its name.</summary>
    public required string Version { get; init; }

    /// <summary>Its place among the confirmed.</summary>
    public required int Number { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Settings that are not the default.</summary>
    public required Dictionary<string, string> Values { get; init; }
}

/// <summary>That somebody has been told of a half-year's meeting (例会提醒); one row for each thing told.</summary>
public sealed class ConferenceNotice
{
    /// <summary>The city.</summary>
    public required Guid CityId { get; init; }

    /// <summary>The half-year.</summary>
    public required string Half { get; init; }

    /// <summary>What was told: REMIND or EXCEEDED.</summary>
    public required string Status { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ToldAt { get; init; }
}

/// <summary>An interview with the head of an agency (约谈), N5.2-g.</summary>
public sealed class Interview
{
    /// <summary>Identity; later ones have greater ones.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The period whose figures gave the reason.</summary>
    public required string Period { get; init; }

    /// <summary>Why.</summary>
    public required InterviewReason Reason { get; init; }

    /// <summary>Why, in words.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Figures as they stood that day; null where there were none.</summary>
    public LitigationFigures? Figures { get; init; }

    /// <summary>Who was interviewed.</summary>
    public required string PersonName { get; init; }

    /// <summary>Post of that person.</summary>
    public required string Post { get; init; }

    /// <summary>Who held it.</summary>
    public required List<string> ByUnits { get; init; }

    /// <summary>Day it was held.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was said.</summary>
    public required string Record { get; init; }

    /// <summary>What was promised.</summary>
    public string? Commitments { get; init; }

    /// <summary>Day on which it is looked at again; null where none is set.</summary>
    public DateOnly? FollowUpOn { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    /// <summary>Day on which that was recorded.</summary>
    public DateOnly? ResultOn { get; set; }
}
