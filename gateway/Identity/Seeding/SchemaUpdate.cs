using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenIddict.Abstractions;

namespace LostCases.Identity;

/// <summary><c>--migrate</c>: brings the schema up to date as its owner, makes keys, registers clients, opens accounts.</summary>
internal static class SchemaUpdate
{
    /// <summary>The process reads keys but does not write them, and adds account events but never changes one.</summary>
    private const string Rights = """
        revoke insert, update, delete on identity.server_key from identity_app;
        revoke update, delete on identity.user_event from identity_app;
        """;

    internal static async Task RunAsync(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IdentitySettings>();
        var clock = services.GetRequiredService<TimeProvider>();
        await using var source = NpgsqlDataSource.Create(settings.OwnerDatabase);
        await using var gate = await source.OpenConnectionAsync();
        await using (var wait = new NpgsqlCommand("select pg_advisory_lock(hashtext('identity'))", gate))
        {
            await wait.ExecuteNonQueryAsync();
        }

        var options = new DbContextOptionsBuilder<IdentityDb>();
        IdentityDbFactory.Use(options, source);
        await using (var owner = new IdentityDb(options.Options))
        {
            await owner.Database.MigrateAsync();
            await owner.Database.ExecuteSqlRawAsync(Rights);
            await KeyRing.EnsureAsync(owner, clock);
        }

        // The queue is there before anybody announces an organisation.
        await services.GetRequiredService<IBusControl>().DeployAsync();
        await using var scope = services.CreateAsyncScope();
        await Clients.RegisterAsync(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>(), settings.Issuer);
        var created = await SeedAccounts.RunAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>(), settings, clock);
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SchemaUpdate)).Migrated(created);
    }
}
