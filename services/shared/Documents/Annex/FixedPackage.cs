using System.IO.Compression;

namespace LostCases.Documents;

/// <summary>A package of parts written anew in a fixed order and at a fixed time, so that equal parts give equal bytes.</summary>
internal static class FixedPackage
{
    /// <summary>The earliest time a zip file can hold.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Of(byte[] package)
    {
        using var to = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package)))
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of types comes first, as readers expect.
            foreach (var part in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var source = part.Open();
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return to.ToArray();
    }
}
