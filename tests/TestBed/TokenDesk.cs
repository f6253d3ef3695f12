using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LostCases.TestBed;

/// <summary>Serves signing keys where a process looks for Identity's, and signs tokens with them.</summary>
public static class TokenDesk
{
    /// <summary>Issuer every process expects unless it is told otherwise.</summary>
    public const string Issuer = "http://localhost:8080/";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The key pair; its public half is served.</summary>
    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "test" };

    /// <summary>Address to configure as Identity's.</summary>
    public static Task<string> AddressAsync() => Started.Value;

    /// <summary>A good token, or one bent by the test.</summary>
    public static string Token(Person person, Action<SecurityTokenDescriptor>? bend = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "lostcases",
            TokenType = "at+jwt",
            NotBefore = DateTime.UtcNow.AddMinutes(-5),
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = person.Id.ToString(), ["role"] = person.Roles, ["permissions"] = person.Permissions },
        };
        if (person.Organisation is { } organisation)
        {
            descriptor.Claims["org"] = organisation.ToString();
        }

        bend?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    private static async Task<string> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Key.Rsa.ExportParameters(false)) { KeyId = Key.KeyId });
        var keys = JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = key.Kid, n = key.N, e = key.E } } });
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            var root = $"{context.Request.Scheme}://{context.Request.Host}";
            return context.Response.WriteAsync(context.Request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal)
                ? JsonSerializer.Serialize(new { issuer = Issuer, jwks_uri = $"{root}/keys" })
                : keys);
        });
        await app.StartAsync();
        return app.Urls.Single();
    }
}
