using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LostCases.Documents;

/// <summary>Objects of a PDF 1.7 file and the table that finds them; nothing in it comes from a clock or from chance.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    internal int Add(string content) => Add(Encoding.Latin1.GetBytes(content));

    /// <summary>Takes a number for an object that is written later.</summary>
    internal int Reserve() => Add([]);

    internal void Put(int number, string content) => _objects[number - 1] = Encoding.Latin1.GetBytes(content);

    internal int AddStream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return Add([.. Encoding.Latin1.GetBytes($"<< {entries}/Filter /FlateDecode /Length {packed.Length} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8]);
    }

    /// <summary>Text outside of pages: title, name of a bookmark.</summary>
    internal static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A day in a PDF's own form, at its beginning in China.</summary>
    internal static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"(D:{day:yyyyMMdd}000000+08'00')");

    internal byte[] Finish(int catalogue, int information)
    {
        var to = new MemoryStream();
        void Say(string line) => to.Write(Encoding.Latin1.GetBytes(line + "\n"));
        Say("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3");
        var places = new List<long>();
        foreach (var (content, i) in _objects.Select((o, i) => (o, i)))
        {
            places.Add(to.Position);
            Say($"{i + 1} 0 obj");
            to.Write(content);
            Say("\nendobj");
        }

        var id = Convert.ToHexString(SHA256.HashData(to.GetBuffer().AsSpan(0, (int)to.Length)).AsSpan(0, 16));
        var table = to.Position;
        Say($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f ");
        foreach (var place in places)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n "));
        }

        Say($"trailer\n<< /Size {_objects.Count + 1} /Root {catalogue} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF");
        return to.ToArray();
    }

    private int Add(byte[] content)
    {
        _objects.Add(content);
        return _objects.Count;
    }
}
