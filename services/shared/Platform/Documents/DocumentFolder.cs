using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace LostCases.Platform;

/// <summary>The folder a service keeps documents in.</summary>
public sealed class DocumentFolder(PlatformOptions options)
{
    /// <summary>Where the content of a document lies.</summary>
    public string PathOf(Guid id) => Path.Combine(options.Files, id.ToString("N")[^2..], id.ToString("N"));

    /// <summary>Ids of all files that lie here.</summary>
    internal IEnumerable<Guid> Ids() => Directory.Exists(options.Files)
        ? Directory.EnumerateFiles(options.Files, "*", SearchOption.AllDirectories).Select(f => Guid.TryParse(Path.GetFileName(f), out var id) ? id : default).Where(id => id != default)
        : [];

    /// <summary>
    /// Streams the content to disk, counting and hashing on the way; memory use does not grow with the file. Returns null
    /// where it is longer than the limit; nothing is left behind then, nor where the sender breaks off.
    /// </summary>
    /// <exception cref="InvalidDataException">The content ended before its end.</exception>
    internal async Task<(long Length, string Sha256)?> ReceiveAsync(Guid id, Stream content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        var complete = false;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
            int read;
            while ((read = await ReadAsync(content, buffer, ct)) > 0)
            {
                if ((length += read) > options.DocumentLimitBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            complete = true;
            return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!complete)
            {
                File.Delete(path);
            }
        }
    }

    private static async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await content.ReadAsync(buffer, ct);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw new InvalidDataException("The upload ended before its end.", cut);
        }
    }
}
