using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LostCases.VerifyAudit;

/// <summary>
/// Lines as exports and checkpoints write them. There is one way only to write a line, so one that says the same in other bytes is
/// not as it was written.
/// </summary>
internal static class Lines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    internal static string Text(ReadOnlySpan<byte> line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            throw new FaultException("it is no UTF-8");
        }
    }

    internal static T Read<T>(string line)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(line, Options) is { } read && JsonSerializer.Serialize(read, Options) == line)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Told below: what is wrong with it is of no help to a person.
        }

        throw new FaultException("it is not written as it should be");
    }

    /// <summary>A line whose last member is the signature of what stands before it.</summary>
    internal static T ReadSigned<T>(string line, ECDsa key)
        where T : class
    {
        const string Member = ",\"signature\":\"";
        var at = line.LastIndexOf(Member, StringComparison.Ordinal);
        if (at < 0 || !line.EndsWith("\"}", StringComparison.Ordinal))
        {
            throw new FaultException("it is not signed");
        }

        var (said, signature) = (line[..at] + "}", line[(at + Member.Length)..^2]);
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length) || Convert.ToBase64String(bytes, 0, length) != signature
            || !key.VerifyData(Encoding.UTF8.GetBytes(said), bytes.AsSpan(0, length), HashAlgorithmName.SHA256))
        {
            throw new FaultException("its signature is not that of the key");
        }

        return Read<T>(said);
    }

    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The end of a chain.</summary>
internal sealed record ChainEnd(Guid Subject, long Number, string Hash);
