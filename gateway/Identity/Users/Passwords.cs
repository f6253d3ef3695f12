using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Identity;

/// <summary>Hashes, checks and makes passwords (口令); five wrong ones lock the account for a quarter of an hour.</summary>
internal sealed class Passwords(IdentityDb db, TimeProvider clock, UserLog events)
{
    internal const int Shortest = 12;
    internal const int Attempts = 5;
    internal const int LockMinutes = 15;

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<User> Hasher = new();
    private static readonly User Nobody = new() { Id = Guid.Empty, Account = "", DisplayName = "", Roles = [] };
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Generate());

    internal static string Hash(User user, string password) => Hasher.HashPassword(user, password);

    internal static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>The user whose password this is; null for every kind of refusal, after the same work.</summary>
    internal async Task<User?> CheckAsync(string account, string password)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.Account == Accounts.Normalise(account));
        var result = Hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? NobodysHash, password);
        if (user is null || user.LockedUntil > clock.GetUtcNow())
        {
            return null;
        }

        if (result == PasswordVerificationResult.Failed || user.Disabled)
        {
            await FailAsync(user);
            return null;
        }

        user.FailedSignIns = 0;
        user.LockedUntil = null;
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = Hash(user, password);
        }

        await events.AddAsync(UserEvents.SignedIn, user.Id, user.Id);
        return user;
    }

    /// <summary>Counted in the database, so that guesses sent at the same time count each.</summary>
    private async Task FailAsync(User user)
    {
        var until = clock.GetUtcNow().AddMinutes(LockMinutes);
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u
            .SetProperty(x => x.LockedUntil, x => x.FailedSignIns + 1 >= Attempts ? until : x.LockedUntil)
            .SetProperty(x => x.FailedSignIns, x => x.FailedSignIns + 1 >= Attempts ? 0 : x.FailedSignIns + 1));
        var locked = await db.Users.AnyAsync(u => u.Id == user.Id && u.LockedUntil > clock.GetUtcNow());
        await events.AddAsync(locked ? UserEvents.Locked : UserEvents.Refused, user.Id, null);
    }
}
