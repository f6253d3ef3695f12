namespace LostCases.Portal.Api;

/// <summary>Documents that browsers show by themselves: PDF, PNG and JPEG, told by their first bytes.</summary>
internal static class Shown
{
    internal const string Pdf = "application/pdf";

    /// <summary>How many bytes tell.</summary>
    internal const int Head = 8;

    /// <summary>Whether a document stored as that type can be looked at within a page.</summary>
    internal static bool Is(string type) => type is Pdf or "image/png" or "image/jpeg";

    /// <summary>The type the beginning is of, or null.</summary>
    internal static string? Type(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;

    /// <summary>What it may do: nothing but be drawn. A browser draws no PDF in a sandbox; its own viewer is one.</summary>
    internal static string Policy(string type) => "default-src 'none'; frame-ancestors 'self'" + (type == Pdf ? "; object-src 'self'; style-src 'unsafe-inline'" : "; sandbox");
}
