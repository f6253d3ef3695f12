using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace LostCases.Identity;

/// <summary>How a context is made: in the process, as the schema's owner, and by <c>dotnet ef</c>.</summary>
internal sealed class IdentityDbFactory : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        options.UseNpgsql(Schema).UseSnakeCaseNamingConvention();
        return new IdentityDb(options.Options);
    }

    internal static void Use(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, Schema).UseSnakeCaseNamingConvention();

    private static void Schema(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("__ef_migrations_history", $"{IdentityDb.Schema}_migrations");
}
