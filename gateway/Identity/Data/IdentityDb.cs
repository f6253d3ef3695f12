using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;

namespace LostCases.Identity;

/// <summary>Users, clients, tokens and keys, in the schema <c>identity</c>.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options), IDataProtectionKeyContext
{
    internal const string Schema = "identity";

    internal DbSet<User> Users => Set<User>();

    internal DbSet<Organisation> Organisations => Set<Organisation>();

    internal DbSet<UserEvent> UserEvents => Set<UserEvent>();

    internal DbSet<ServerKey> ServerKeys => Set<ServerKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<User>(e =>
        {
            e.ToTable("app_user").HasKey(u => u.Id);
            e.Property(u => u.Id).ValueGeneratedNever();
            e.HasIndex(u => u.Account).IsUnique();
        });
        modelBuilder.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<UserEvent>(e =>
        {
            e.ToTable("user_event").HasKey(u => u.Id);
            e.HasIndex(u => new { u.UserId, u.Id });
        });
        modelBuilder.Entity<ServerKey>(e => e.ToTable("server_key").HasKey(k => k.Id));
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_key");
        modelBuilder.UseOpenIddict();
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("client");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("client_authorization");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("client_scope");
        modelBuilder.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("client_token");
    }
}
