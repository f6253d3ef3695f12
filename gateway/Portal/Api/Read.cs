namespace LostCases.Portal.Api;

/// <summary>What came of reading from a service: the thing, or why not.</summary>
internal sealed record Read<T>(T? Value, Fault? Fault)
    where T : class;

/// <summary>Why something could not be read.</summary>
/// <param name="Kind">What a page does about it.</param>
/// <param name="Sentence">The service's own sentence in the person's language, where there is one.</param>
/// <param name="Clause">Clause the refusal rests on.</param>
/// <param name="Field">Field it is about.</param>
/// <param name="Rows">Rows of a table that were refused, where it is about a table.</param>
public sealed record Fault(FaultKind Kind, string? Sentence = null, string? Clause = null, string? Field = null, IReadOnlyList<RowRefused>? Rows = null);

/// <summary>Why a row of a table was refused.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Message">The service's own sentence.</param>
public sealed record RowRefused(int Line, string Message);

/// <summary>Kinds of fault a page treats differently.</summary>
public enum FaultKind
{
    /// <summary>The session is over: sign in again.</summary>
    SignedOut,

    /// <summary>There is nothing here that this person may see.</summary>
    NotFound,

    /// <summary>The service refused and said why.</summary>
    Refused,

    /// <summary>Somebody else has changed the case meanwhile.</summary>
    Stale,

    /// <summary>The service cannot be reached just now.</summary>
    Unavailable,
}
