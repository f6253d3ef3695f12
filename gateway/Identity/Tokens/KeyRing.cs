using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace LostCases.Identity;

/// <summary>The server's keys: made once as the schema's owner, read at start, given to OpenIddict newest first.</summary>
internal sealed class KeyRing : IConfigureOptions<OpenIddictServerOptions>
{
    private IReadOnlyList<ServerKey> keys = [];

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in keys)
        {
            if (key.Use == ServerKey.Signing)
            {
                options.SigningCredentials.Add(new SigningCredentials(Rsa(key), SecurityAlgorithms.RsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(new EncryptingCredentials(
                    new SymmetricSecurityKey(key.Value) { KeyId = key.Id },
                    SecurityAlgorithms.Aes256KW,
                    SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    /// <summary>Makes what is missing; the process itself may not write keys.</summary>
    internal static async Task EnsureAsync(IdentityDb owner, TimeProvider clock)
    {
        var uses = await owner.ServerKeys.Select(k => k.Use).ToListAsync();
        if (!uses.Contains(ServerKey.Signing))
        {
            using var rsa = RSA.Create(3072);
            owner.Add(New(ServerKey.Signing, rsa.ExportPkcs8PrivateKey(), clock));
        }

        if (!uses.Contains(ServerKey.Encryption))
        {
            owner.Add(New(ServerKey.Encryption, RandomNumberGenerator.GetBytes(32), clock));
        }

        await owner.SaveChangesAsync();
    }

    /// <summary>Reads the keys, waiting for the database if need be: without them nothing can be served.</summary>
    internal async Task LoadAsync(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<KeyRing>>();
        while (keys.Count == 0)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
                keys = await db.ServerKeys.OrderByDescending(k => k.CreatedAt).ToListAsync();
                if (keys.Count == 0)
                {
                    throw new InvalidOperationException("No keys: run with --migrate first.");
                }
            }
            catch (Exception failure) when (failure is not InvalidOperationException || failure.InnerException is Npgsql.NpgsqlException)
            {
                log.WaitingForKeys(failure);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static ServerKey New(string use, byte[] value, TimeProvider clock) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"),
        Use = use,
        Value = value,
        CreatedAt = clock.GetUtcNow(),
    };

    private static RsaSecurityKey Rsa(ServerKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.Value, out _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id };
    }
}
