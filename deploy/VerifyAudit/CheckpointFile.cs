using System.Security.Cryptography;

namespace LostCases.VerifyAudit;

/// <summary>What signed checkpoints say about chains: the hash of an entry, by chain and number.</summary>
public sealed class CheckpointFile
{
    private readonly Dictionary<(Guid Subject, long Number), string> _hashes = [];
    private readonly Dictionary<Guid, long> _ends = [];

    private CheckpointFile()
    {
    }

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>When the last was written; empty where there is none.</summary>
    public string LastAt { get; private set; } = "";

    /// <summary>Without any.</summary>
    public static CheckpointFile None() => new();

    /// <summary>
    /// Reads the lines until a moment: numbered without gaps, each with the digest of the one before, each signed. Returns the fault
    /// where one is not so.
    /// </summary>
    public static (CheckpointFile Checkpoints, Fault? Fault) Read(byte[] content, string owner, ECDsa key, string? until = null)
    {
        var (file, number, previous) = (new CheckpointFile(), 0L, "");
        foreach (var bytes in Split(content))
        {
            number++;
            try
            {
                var text = Lines.Text(bytes.Span);
                var line = Lines.ReadSigned<Line>(text, key);
                if (line.Format != "lostcases-checkpoint-1" || line.Owner != owner || line.Number != number || line.Previous != previous)
                {
                    return (file, new Fault(number, null, "it is not the checkpoint that follows the one before"));
                }

                previous = Lines.Sha256(text);
                if (until is null || string.CompareOrdinal(line.At, until) <= 0)
                {
                    file.Take(line);
                }
            }
            catch (FaultException fault)
            {
                return (file, new Fault(number, null, fault.Message));
            }
        }

        return (file, null);
    }

    /// <summary>The hash a checkpoint has of the entry; null where none has it.</summary>
    internal string? Hash(Guid subject, long number) => _hashes.GetValueOrDefault((subject, number));

    /// <summary>A chain that ends before the checkpoints say; null where there is none.</summary>
    internal (Guid Subject, long Number)? Missing(IReadOnlyDictionary<Guid, long> ends) => _ends
        .Where(e => ends.GetValueOrDefault(e.Key) < e.Value).OrderBy(e => e.Key.ToString(), StringComparer.Ordinal)
        .Select(e => ((Guid, long)?)(e.Key, e.Value)).FirstOrDefault();

    private static IEnumerable<ReadOnlyMemory<byte>> Split(byte[] content)
    {
        for (int start = 0, end; start < content.Length; start = end + 1)
        {
            end = Array.IndexOf(content, (byte)'\n', start);
            end = end < 0 ? content.Length : end;
            yield return content.AsMemory(start, end - start);
        }
    }

    private void Take(Line line)
    {
        (Count, LastAt) = (line.Number, line.At);
        foreach (var head in line.Heads)
        {
            _hashes[(head.Subject, head.Number)] = head.Hash;
            _ends[head.Subject] = Math.Max(head.Number, _ends.GetValueOrDefault(head.Subject));
        }
    }

    private sealed record Line(string Format, string Owner, long Number, string At, string Previous, IReadOnlyList<ChainEnd> Heads);
}
