using System.Globalization;
using System.Security.Cryptography;

namespace LostCases.VerifyAudit;

/// <summary>
/// Checks an exported trail line by line and stops at the first that cannot be as it was written. Written apart from the product,
/// after the page that describes the format, so that a slip in one is not in the other.
/// </summary>
public sealed class AuditFile
{
    private readonly byte[] _content;
    private readonly ECDsa _key;
    private readonly CheckpointFile _checkpoints;
    private readonly List<ChainEnd> _ends = [];
    private readonly Dictionary<Guid, long> _met = [];
    private Row? _last;

    private AuditFile(byte[] content, ECDsa key, CheckpointFile checkpoints) => (_content, _key, _checkpoints) = (content, key, checkpoints);

    /// <summary>Rows that were read.</summary>
    public long Rows { get; private set; }

    /// <summary>Chains they belong to.</summary>
    public long Chains => _met.Count;

    /// <summary>What the file says about itself; null where it says nothing.</summary>
    public AuditHeader? Header { get; private set; }

    /// <summary>The first fault; null where all holds.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>What a file says about itself in its first line.</summary>
    public static AuditHeader? HeaderOf(byte[] content)
    {
        try
        {
            var end = Array.IndexOf(content, (byte)'\n');
            return end < 0 ? null : Lines.Read<AuditHeader>(Lines.Text(content.AsSpan(0, end)));
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>Checks a file against the owner's public key and, where there are any, its checkpoints.</summary>
    public static AuditFile Check(byte[] content, ECDsa key, CheckpointFile checkpoints)
    {
        var file = new AuditFile(content, key, checkpoints);
        file.Fault = file.Read();
        return file;
    }

    private Fault? Read()
    {
        var (line, start, closed) = (0L, 0, false);
        while (start < _content.Length)
        {
            line++;
            var isRow = false;
            try
            {
                var end = Array.IndexOf(_content, (byte)'\n', start);
                Hold(end >= 0, "it is cut off");
                Hold(!closed, "it stands after the end");
                var text = Lines.Text(_content.AsSpan(start, end - start));
                isRow = text.StartsWith("{\"subject\":", StringComparison.Ordinal) && text.Contains("\"action\":", StringComparison.Ordinal);
                Rows += isRow ? 1 : 0;
                if (line == 1)
                {
                    Header = Lines.Read<AuditHeader>(text);
                    Hold(Header.Format == "lostcases-audit-1", "it is no export of an audit trail");
                }
                else if (isRow)
                {
                    Take(Lines.Read<Row>(text));
                }
                else if (text.StartsWith("{\"rows\":", StringComparison.Ordinal))
                {
                    Close(text, start);
                    closed = true;
                }
                else
                {
                    Take(Lines.Read<ChainEnd>(text));
                }

                start = end + 1;
            }
            catch (FaultException fault)
            {
                return new Fault(line, isRow ? Rows : null, fault.Message);
            }
        }

        return closed ? null : new Fault(line + 1, null, $"the end is missing; the last row is {Rows}");
    }

    private void Take(ChainEnd end)
    {
        Hold(Rows == 0, "the end of a chain stands among the rows");
        Hold(_ends.Count == 0 || string.CompareOrdinal(_ends[^1].Subject.ToString(), end.Subject.ToString()) < 0, $"the chain {end.Subject} is out of its order");
        _ends.Add(end);
    }

    private void Take(Row row)
    {
        var before = _last?.Subject == row.Subject ? _last : null;
        if (before is null)
        {
            Ended();
            Hold(_met.Count < _ends.Count && _ends[_met.Count].Subject == row.Subject, $"the chain {row.Subject} does not belong here");
            _met.Add(row.Subject, 0);
        }

        var end = _ends[_met.Count - 1];
        Hold(row.Number == (before?.Number ?? 0) + 1, $"entry {row.Number} of {row.Subject} follows entry {before?.Number ?? 0}");
        Hold(row.Previous == (before?.Hash ?? ""), $"entry {row.Number} of {row.Subject} does not follow from the one before");
        Hold(!row.Hash.StartsWith("2:", StringComparison.Ordinal) || row.Hash == row.Wanted, $"the hash of entry {row.Number} of {row.Subject} is not that of its content");
        Hold(row.Number < end.Number || (row.Number == end.Number && row.Hash == end.Hash), $"entry {row.Number} of {row.Subject} is not the end its chain has");
        Hold(_checkpoints.Hash(row.Subject, row.Number) is not { } known || known == row.Hash, $"entry {row.Number} of {row.Subject} is not the one a checkpoint has");
        (_last, _met[row.Subject]) = (row, row.Number);
    }

    private void Close(string text, int start)
    {
        Ended();
        var footer = Lines.ReadSigned<Footer>(text, _key);
        Hold(_met.Count == _ends.Count, $"the chain {_ends.ElementAtOrDefault(_met.Count)?.Subject} has no row");
        Hold(footer.Rows == Rows, $"{footer.Rows} rows were written");
        Hold(footer.Sha256 == Convert.ToHexStringLower(SHA256.HashData(_content.AsSpan(0, start))), "what stands before is not what was written");
        Hold(_checkpoints.Missing(_met) is not { } missing, Missing());
    }

    private string Missing() => _checkpoints.Missing(_met) is var (subject, number) ? $"a checkpoint has entry {number} of {subject}, and the file has not" : "";

    /// <summary>The chain before has all its entries.</summary>
    private void Ended() => Hold(
        _last is null || _ends[_met.Count - 1].Number == _last.Number, $"the chain {_last?.Subject} ends with entry {_last?.Number} before it");

    private static void Hold(bool holds, string fault)
    {
        if (!holds)
        {
            throw new FaultException(fault);
        }
    }

    private sealed record Footer(long Rows, string Sha256);

    private sealed record Row(
        Guid Subject, long Number, string At, string Action, Guid? Actor, Guid? Organisation, string DetailSha256, string Previous, string Hash)
    {
        /// <summary>The hash its content calls for.</summary>
        internal string Wanted => "2:" + Lines.Sha256(string.Join('\u001f', Subject, Number, Moment, Action, Actor, Organisation, DetailSha256, Previous));

        private string Moment => DateTimeOffset.TryParseExact(At, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
            : throw new FaultException("its moment cannot be read");
    }
}

/// <summary>First line of an export.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Owner">Whose trail it is.</param>
/// <param name="At">As of when.</param>
public sealed record AuditHeader(string Format, string Owner, string At);
