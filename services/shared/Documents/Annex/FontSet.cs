namespace LostCases.Documents;

/// <summary>Fonts of a PDF, in the order in which they stand in for each other.</summary>
/// <param name="Title">For the title: 小标宋, or what replaces it.</param>
/// <param name="Text">For everything else: 仿宋, or what replaces it.</param>
public sealed record FontSet(IReadOnlyList<Typeface> Title, IReadOnlyList<Typeface> Text);
