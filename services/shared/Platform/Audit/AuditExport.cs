using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>
/// The owner's whole trail as a file that can be checked without any system (审计导出): a line about the export, a line for the end of
/// each chain, a line for each entry by chain and number, and a signed line with the number of rows and the digest of all before.
/// Details are left out; their digests are what the hashes cover, so nothing of a case is in it. Format: <c>deploy/VerifyAudit/README.md</c>.
/// </summary>
public sealed class AuditExport(OwnerDbContext db, PlatformOptions options, SigningKey key, TimeProvider time)
{
    /// <summary>How lines of exports and checkpoints are written: there is one way only.</summary>
    internal static JsonSerializerOptions Written { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the file, as of one moment.</summary>
    public async Task WriteAsync(Stream file, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        await LineAsync(new Header("lostcases-audit-1", options.Owner, Checkpoints.Moment(time.GetUtcNow())));
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await foreach (var head in db.AuditHeads.AsNoTracking().Where(h => h.Number > 0).OrderBy(h => h.Subject).AsAsyncEnumerable().WithCancellation(ct))
        {
            await LineAsync(new ChainEnd(head.Subject, head.Number, head.Hash));
        }

        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(a => a.Subject).ThenBy(a => a.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows++;
            await LineAsync(Row.Of(entry));
        }

        var end = JsonSerializer.Serialize(new Footer(rows, Convert.ToHexStringLower(digest.GetCurrentHash())), Written);
        await file.WriteAsync(Encoding.UTF8.GetBytes(key.WithSignature(end) + "\n"), ct);

        async Task LineAsync(object line)
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, line.GetType(), Written) + "\n");
            digest.AppendData(bytes);
            await file.WriteAsync(bytes, ct);
        }
    }

    private sealed record Header(string Format, string Owner, string At);

    private sealed record Footer(long Rows, string Sha256);

    private sealed record Row(
        Guid Subject, long Number, string At, string Action, Guid? Actor, Guid? Organisation, string DetailSha256, string Previous, string Hash)
    {
        internal static Row Of(AuditEntry entry) => new(
            entry.Subject, entry.Number, Checkpoints.Moment(entry.At), entry.Action, entry.ActorId, entry.OrganisationId,
            AuditEntry.Sha256(entry.Detail), entry.PreviousHash, entry.Hash);
    }
}
