namespace LostCases.Documents;

/// <summary>A line of a paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Begins">Whether a paragraph begins with it.</param>
/// <param name="Ends">Whether a paragraph ends with it.</param>
internal sealed record PrintedLine(string Text, bool Begins, bool Ends);
