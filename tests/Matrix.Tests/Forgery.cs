using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LostCases.MatrixTests;

/// <summary>Tokens the product did not issue for this, made from one it did; what only its own key could sign is signed with it.</summary>
internal sealed class Forgery(string valid, string keyId, RSA key)
{
    private readonly string[] _parts = valid.Split('.');

    /// <summary>Signed anew with nothing changed: that it opens shows that the others fail for what is wrong with them.</summary>
    internal string Unchanged => Signed("at+jwt", _ => { });

    internal Dictionary<string, string?> Bad => new()
    {
        ["missing"] = null,
        ["expired"] = Signed("at+jwt", c => c["exp"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds()),
        ["wrong audience"] = Signed("at+jwt", c => c["aud"] = "elsewhere"),
        ["wrong issuer"] = Signed("at+jwt", c => c["iss"] = "https://elsewhere.example/"),
        ["identity token"] = Signed("JWT", _ => { }),
        ["alg none"] = $"{Head("none", "at+jwt")}.{_parts[1]}.",
        ["HS256 with the public key as PEM"] = Hs256(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the public key as bytes"] = Hs256(key.ExportSubjectPublicKeyInfo()),
        ["HS256 with the served modulus"] = Hs256(key.ExportParameters(includePrivateParameters: false).Modulus!),
        ["tampered"] = $"{_parts[0]}.{Claims(c => c["role"] = new JsonArray([.. Person.AllRoles.Select(r => JsonValue.Create(r))]))}.{_parts[2]}",
    };

    private string Signed(string type, Action<JsonNode> bend)
    {
        var text = $"{Head("RS256", type)}.{Claims(bend)}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private string Hs256(byte[] secret)
    {
        var text = $"{Head("HS256", "at+jwt")}.{_parts[1]}";
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}";
    }

    private string Head(string algorithm, string type) => Encode($$"""{"alg":"{{algorithm}}","typ":"{{type}}","kid":"{{keyId}}"}""");

    private string Claims(Action<JsonNode> bend)
    {
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(_parts[1]))!;
        bend(claims);
        return Encode(claims.ToJsonString());
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
