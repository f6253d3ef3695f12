namespace LostCases.Contracts;

/// <summary>Somebody who oversees the case has urged what waits in it (人工催办).</summary>
public sealed record TodoUrged : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The to-dos urged.</summary>
    public required IReadOnlyList<Guid> RequestIds { get; init; }

    /// <summary>Their kinds of step.</summary>
    public required IReadOnlyList<string> Steps { get; init; }
}
