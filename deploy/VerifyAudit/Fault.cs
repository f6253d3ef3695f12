namespace LostCases.VerifyAudit;

/// <summary>The first thing that is wrong with a file.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Row">Row of the trail, from 1; null where it is no row.</param>
/// <param name="Text">What is wrong.</param>
public sealed record Fault(long Line, long? Row, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Row is { } row ? $"row {row} (line {Line}): {Text}" : $"line {Line}: {Text}";
}

/// <summary>Ends the reading at the first fault.</summary>
internal sealed class FaultException(string text) : Exception(text);
