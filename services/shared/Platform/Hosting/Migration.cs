using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LostCases.Platform;

/// <summary>One-shot migration as the schema's owner, one process at a time.</summary>
internal static class Migration
{
    internal static async Task RunAsync<TDb>(IServiceProvider services, Func<IServiceProvider, TDb, Task>? seed)
        where TDb : OwnerDbContext
    {
        var options = services.GetRequiredService<PlatformOptions>();
        await using var source = NpgsqlDataSource.Create(options.OwnerDatabase);
        await using var gate = await source.OpenConnectionAsync();
        await using (var wait = new NpgsqlCommand($"select pg_advisory_lock(hashtext('{options.Owner}'))", gate))
        {
            await wait.ExecuteNonQueryAsync();
        }

        var builder = new DbContextOptionsBuilder<TDb>();
        builder.UseOwner<TDb>(options, source);
        await using (var owner = ActivatorUtilities.CreateInstance<TDb>(services, builder.Options))
        {
            await owner.Database.MigrateAsync();
            // Nobody but the owner may rewrite the chain.
            await owner.RunAsync($"revoke update, delete, truncate on $s.audit_entry from {owner.Schema}_app", [], CancellationToken.None);
        }

        // Queues and bindings exist before anybody publishes: what is sent while a process is down waits for it.
        await services.GetRequiredService<IBusControl>().DeployAsync();
        if (seed is not null)
        {
            await using var scope = services.CreateAsyncScope();
            await seed(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TDb>());
        }

        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Migration)).Migrated(options.Owner);
    }
}
