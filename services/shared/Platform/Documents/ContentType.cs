using System.IO.Compression;

namespace LostCases.Platform;

/// <summary>Says what a file is by its content; names and headers are not believed.</summary>
internal static class ContentType
{
    /// <summary>The media type of an accepted file (pdf, ofd, docx, doc and wps, jpg, png, tif), or null.</summary>
    internal static string? Of(string path)
    {
        Span<byte> head = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            head = head[..read];
        }

        return head switch
        {
            _ when head.StartsWith("%PDF-"u8) => "application/pdf",
            _ when head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
            _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
            _ when head.StartsWith<byte>([0x49, 0x49, 0x2A, 0x00]) || head.StartsWith<byte>([0x4D, 0x4D, 0x00, 0x2A]) => "image/tiff",
            _ when head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => "application/msword",
            _ when head.StartsWith("PK\u0003\u0004"u8) => OfPackage(path),
            _ => null,
        };
    }

    private static string? OfPackage(string path)
    {
        try
        {
            // Only the directory of the archive is read, so its size unpacked does not matter.
            using var package = ZipFile.OpenRead(path);
            var isWord = package.GetEntry("[Content_Types].xml") is not null && package.GetEntry("word/document.xml") is not null;
            var hasMacros = package.GetEntry("word/vbaProject.bin") is not null;
            return (isWord && !hasMacros, package.GetEntry("OFD.xml") is not null) switch
            {
                (true, _) => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                (_, true) => "application/ofd",
                _ => null,
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
