using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace LostCases.Portal.Data;

/// <summary>Sessions and the keys that protect them, in the schema <c>portal</c>; no legal record is here.</summary>
internal sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options), IDataProtectionKeyContext
{
    internal const string Schema = "portal";

    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal static void Use(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, History).UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<SessionRow>(e =>
        {
            e.ToTable("session").HasKey(s => s.Id);
            e.Property(s => s.Id).HasMaxLength(64);
            e.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_key");
    }

    private static void History(NpgsqlDbContextOptionsBuilder npgsql) => npgsql.MigrationsHistoryTable("__ef_migrations_history", $"{Schema}_migrations");

    /// <summary>How <c>dotnet ef</c> makes a context.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PortalDb>();
            options.UseNpgsql(History).UseSnakeCaseNamingConvention();
            return new PortalDb(options.Options);
        }
    }
}
