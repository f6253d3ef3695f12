using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LostCases.Portal.Data;

/// <summary><c>--migrate</c>: brings the schema up to date as its owner, one process at a time.</summary>
internal static class SchemaUpdate
{
    internal static async Task RunOrMigrateAsync(this WebApplication app, string[] args)
    {
        if (args.Contains("--migrate"))
        {
            await RunAsync(app.Services);
            return;
        }

        await app.RunAsync();
    }

    private static async Task RunAsync(IServiceProvider services)
    {
        await using var source = NpgsqlDataSource.Create(services.GetRequiredService<PortalSettings>().OwnerDatabase);
        await using var gate = await source.OpenConnectionAsync();
        await using (var wait = new NpgsqlCommand("select pg_advisory_lock(hashtext('portal'))", gate))
        {
            await wait.ExecuteNonQueryAsync();
        }

        var options = new DbContextOptionsBuilder<PortalDb>();
        PortalDb.Use(options, source);
        await using var owner = new PortalDb(options.Options);
        await owner.Database.MigrateAsync();
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SchemaUpdate)).Migrated();
    }
}
