namespace LostCases.Intake.Judgments;

/// <summary>Where a suggestion comes from.</summary>
public enum SuggestionSource
{
    /// <summary>案号.</summary>
    CaseNumber,

    /// <summary>登记人本单位.</summary>
    OwnOrganisation,

    /// <summary>裁判文书.</summary>
    Text,
}

/// <summary>What a field may be, to be confirmed by a person: nothing is ever filled in by itself.</summary>
/// <param name="Field">Field of the registration.</param>
/// <param name="Value">Value as it is sent.</param>
/// <param name="Name">Name of the organisation, where the value is one.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Quote">The sentence of the text it was found in.</param>
public sealed record Suggestion(string Field, string Value, string? Name, SuggestionSource Source, Quote? Quote = null);

/// <summary>A passage, and the part of it that says so.</summary>
/// <param name="Text">The passage.</param>
/// <param name="At">Where in it the part begins.</param>
/// <param name="Length">How long the part is.</param>
public sealed record Quote(string Text, int At, int Length);
