namespace LostCases.Identity;

/// <summary>A key of this server, kept so that tokens survive a restart (密钥).</summary>
internal sealed class ServerKey
{
    /// <summary>Key id, in the header of every token.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Signing"/> or <see cref="Encryption"/>.</summary>
    public required string Use { get; init; }

    /// <summary>PKCS#8 of the RSA key, or the symmetric key.</summary>
    public required byte[] Value { get; init; }

    /// <summary>When it was made; the newest signs.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Signs tokens (签名).</summary>
    internal const string Signing = "SIGNING";

    /// <summary>Hides authorization codes and refresh tokens (加密).</summary>
    internal const string Encryption = "ENCRYPTION";
}
