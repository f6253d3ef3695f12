namespace LostCases.Documents;

/// <summary>A font that is not what a document needs: broken, of a kind not known here, or not allowed to be embedded.</summary>
public sealed class FontUnusableException(string message) : Exception(message);
