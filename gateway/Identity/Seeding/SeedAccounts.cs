using Microsoft.EntityFrameworkCore;

namespace LostCases.Identity;

/// <summary>Opens the accounts an installation starts with, each with a password of its own, once.</summary>
internal static class SeedAccounts
{
    internal static async Task<int> RunAsync(IdentityDb db, IdentitySettings settings, TimeProvider clock)
    {
        if (settings.Organisations.Length == 0)
        {
            return 0;
        }

        var file = await OrganisationFile.ReadAsync(settings.Organisations);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await KeepOrganisationsAsync(db, file);
        var existing = await db.Users.Select(u => u.Account).ToHashSetAsync();
        var names = file.Organisations.ToDictionary(o => o.Id, o => o.Name);
        var lines = file.Accounts
            .Where(a => !existing.Contains(a.Account) && (settings.IsDemo || a.Roles.All(Accounts.AdminRoles.Contains)))
            .Select(a => Open(db, a, a.Organisation is { } id ? names[id] : "", clock))
            .ToList();
        await db.SaveChangesAsync();
        if (lines.Count > 0)
        {
            existing.UnionWith(lines.Select(l => l.Account));
            await CredentialsFile.WriteAsync(Path(settings), lines, existing);
        }

        // Last, so that no password is stored that nobody was told.
        await transaction.CommitAsync();
        return lines.Count;
    }

    private static string Path(IdentitySettings settings) => settings.Credentials.Length > 0
        ? settings.Credentials
        : throw new InvalidOperationException("LOSTCASES__CREDENTIALS must name the file that generated passwords are written to.");

    private static CredentialsFile.Line Open(IdentityDb db, OrganisationFile.AccountEntry entry, string organisation, TimeProvider clock)
    {
        var password = Passwords.Generate();
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            Account = entry.Account,
            DisplayName = entry.DisplayName,
            OrganisationId = entry.Organisation,
            Roles = entry.Roles,
            DemoCard = entry.Card,
        };
        user.PasswordHash = Passwords.Hash(user, password);
        db.Users.Add(user);
        db.UserEvents.Add(new UserEvent { At = clock.GetUtcNow(), Kind = UserEvents.Created, UserId = user.Id });
        return new(user.Account, password, user.DisplayName, string.Join(',', user.Roles), organisation);
    }

    private static async Task KeepOrganisationsAsync(IdentityDb db, OrganisationFile file)
    {
        var known = await db.Organisations.ToDictionaryAsync(o => o.Id);
        foreach (var entry in file.Organisations)
        {
            if (!known.TryGetValue(entry.Id, out var organisation))
            {
                db.Organisations.Add(new Organisation { Id = entry.Id, Name = entry.Name });
            }
            else if (organisation.Version == 0)
            {
                organisation.Name = entry.Name;
            }
        }
    }
}
