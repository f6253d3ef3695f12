using System.Security.Cryptography;
using System.Text;

namespace LostCases.Platform;

/// <summary>
/// The key an owner signs with what it says about its audit chains (ECDSA, P-256, SHA-256). It is made of a secret that deploy hands
/// out, so that no key has to be kept as a file beside it; the public half is written among the checkpoints.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa? _key;

    /// <summary>Makes the key of the owner's secret; none where there is no secret.</summary>
    public SigningKey(PlatformOptions options)
    {
        if (options.CheckpointKey.Length == 0)
        {
            return;
        }

        var number = SHA256.HashData(Encoding.UTF8.GetBytes($"checkpoints of {options.Owner}: {options.CheckpointKey}"));
        number[0] &= 0x7f; // below the order of the curve
        _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = number });
        Public = _key.ExportSubjectPublicKeyInfoPem();
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>The public half as PEM; empty where there is no key.</summary>
    public string Public { get; } = "";

    /// <summary>SHA-256 of the public half, by which people compare it; empty where there is no key.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>Signs a text; empty where there is no key.</summary>
    public string Sign(string text) => _key is null ? "" : Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    /// <summary>The line with its signature as last member.</summary>
    public string WithSignature(string json) => $"{json[..^1]},\"signature\":\"{Sign(json)}\"}}";

    /// <inheritdoc/>
    public void Dispose() => _key?.Dispose();
}
