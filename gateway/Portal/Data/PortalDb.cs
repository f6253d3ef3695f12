using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace LostCases.Portal.Data;

/// <summary>Sessions, the keys that protect them, and when each person was last at the desk, in the schema <c>portal</c>; no legal record is here.</summary>
internal sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options), IDataProtectionKeyContext
{
    internal const string Schema = "portal";

    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    internal DbSet<DraftRow> Drafts => Set<DraftRow>();

    internal DbSet<DeskVisitRow> DeskVisits => Set<DeskVisitRow>();

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
        modelBuilder.Entity<DraftRow>(e =>
        {
            e.ToTable("draft").HasKey(d => new { d.PersonId, d.Form });
            e.Property(d => d.Form).HasMaxLength(120);
            e.HasIndex(d => d.KeptAt);
        });
        modelBuilder.Entity<DeskVisitRow>().ToTable("desk_visit").HasKey(v => v.PersonId);
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
