using System.Text;
using Microsoft.IdentityModel.Tokens;
using System.Security.Cryptography;

namespace LostCases.Services.Tests;

public sealed class When_a_token_is_not_good(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    public static TheoryData<string> Bad => [.. Tokens.Keys];

    private static Dictionary<string, Func<string?>> Tokens { get; } = new()
    {
        ["missing"] = () => null,
        ["rubbish"] = () => "not.a.token",
        ["expired"] = () => Bent(d => (d.NotBefore, d.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-2))),
        ["not yet valid"] = () => Bent(d => d.NotBefore = DateTime.UtcNow.AddMinutes(10)),
        ["without an end"] = () => Bent(d => d.Expires = null),
        ["for somebody else"] = () => Bent(d => d.Audience = "workflow"),
        ["by somebody else"] = () => Bent(d => d.Issuer = "https://elsewhere.example/"),
        ["an id token"] = () => Bent(d => d.TokenType = "JWT"),
        ["another key"] = () => Bent(d => d.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }, SecurityAlgorithms.RsaSha256)),
        ["unsigned"] = () => Bent(d => d.SigningCredentials = null),
        ["alg none"] = AlgorithmNone,
        ["HS256 with the public key"] = SignedWithThePublicKey,
        ["tampered"] = Tampered,
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task The_answer_is_401_and_says_nothing_more(string kind)
    {
        using var client = office.Service.With(Tokens[kind]());
        using var answer = await client.GetAsync(new Uri($"/api/review/cases/{Guid.NewGuid()}", UriKind.Relative));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_one_is_let_in()
    {
        using var client = office.Service.With(Bent(_ => { }));
        using var answer = await client.GetAsync(new Uri($"/api/review/cases/{Guid.NewGuid()}", UriKind.Relative));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static string Bent(Action<SecurityTokenDescriptor> bend) => TokenDesk.Token(ReviewCase.Reviewer, bend);

    private static string AlgorithmNone()
    {
        var parts = Bent(_ => { }).Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";
    }

    private static string SignedWithThePublicKey()
    {
        var parts = Bent(_ => { }).Split('.');
        var head = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"at+jwt","kid":"test"}""")}.{parts[1]}";
        var key = Encoding.UTF8.GetBytes(TokenDesk.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        return $"{head}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(head)))}";
    }

    private static string Tampered()
    {
        var parts = Bent(_ => { }).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("REVIEWER", "SECRETARIAT", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }
}
