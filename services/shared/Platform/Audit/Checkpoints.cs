using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Platform;

/// <summary>The end of a chain as a checkpoint or an export names it.</summary>
public sealed record ChainEnd(Guid Subject, long Number, string Hash);

/// <summary>
/// Signed checkpoints (审计检查点): which chains have grown since the last one and where they end now, a line of a file outside the
/// database. Each names the digest of the line before. Whoever rewrites a chain afterwards, even from its first entry, contradicts it.
/// </summary>
public sealed class Checkpoints(IServiceScopeFactory scopes, PlatformOptions options, SigningKey key, TimeProvider time)
{
    private static readonly Guid Turn = Guid.Parse("3f0f5c9e-6f0a-4c55-9a40-2f5b9a6c1d11");

    /// <summary>The owner's file.</summary>
    public string Path => System.IO.Path.Combine(options.Checkpoints, $"{options.Owner}.jsonl");

    /// <summary>Whether checkpoints are written at all.</summary>
    public bool AreOn => options.Checkpoints.Length > 0 && key.Public.Length > 0;

    /// <summary>Writes one where a chain has grown; copies of a process take turns.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        if (!AreOn)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        await using var turn = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnsAsync(Turn, ct);
        var (number, previous, known) = await ReadAsync(ct);
        var heads = await db.AuditHeads.AsNoTracking().Where(h => h.Number > 0).OrderBy(h => h.Subject).ToListAsync(ct);
        var grown = heads.Where(h => known.GetValueOrDefault(h.Subject) != h.Hash).Select(h => new ChainEnd(h.Subject, h.Number, h.Hash)).ToList();
        if (grown.Count == 0)
        {
            return;
        }

        var line = new Line("lostcases-checkpoint-1", options.Owner, number + 1, Moment(time.GetUtcNow()), previous, grown);
        await AppendAsync(key.WithSignature(JsonSerializer.Serialize(line, AuditExport.Written)), ct);
    }

    /// <summary>When the last one was written, and its number; null where there is none.</summary>
    public async Task<(long Number, string At)?> LastAsync(CancellationToken ct)
    {
        if (!AreOn || !File.Exists(Path))
        {
            return null;
        }

        var last = await File.ReadLinesAsync(Path, ct).LastOrDefaultAsync(ct);
        return last is null || JsonSerializer.Deserialize<Line>(last, AuditExport.Written) is not { } line ? null : (line.Number, line.At);
    }

    internal static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private async Task<(long Number, string Previous, Dictionary<Guid, string> Known)> ReadAsync(CancellationToken ct)
    {
        var (number, previous, known) = (0L, "", new Dictionary<Guid, string>());
        if (!File.Exists(Path))
        {
            return (number, previous, known);
        }

        await foreach (var text in File.ReadLinesAsync(Path, ct))
        {
            var line = JsonSerializer.Deserialize<Line>(text, AuditExport.Written)!;
            (number, previous) = (line.Number, AuditEntry.Sha256(text));
            foreach (var head in line.Heads)
            {
                known[head.Subject] = head.Hash;
            }
        }

        return (number, previous, known);
    }

    /// <summary>On disk before anybody relies on it; the public key beside it, for whoever has not kept it yet.</summary>
    private async Task AppendAsync(string line, CancellationToken ct)
    {
        Directory.CreateDirectory(options.Checkpoints);
        var pem = System.IO.Path.Combine(options.Checkpoints, $"{options.Owner}.public.pem");
        if (!File.Exists(pem))
        {
            await File.WriteAllTextAsync(pem, key.Public + "\n", ct);
        }

        await using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(line + "\n"), ct);
        file.Flush(flushToDisk: true);
    }

    private sealed record Line(string Format, string Owner, long Number, string At, string Previous, IReadOnlyList<ChainEnd> Heads);
}
