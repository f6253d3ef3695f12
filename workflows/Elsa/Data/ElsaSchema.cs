using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using LostCases.Contracts;
using LostCases.Governance.Data;
using LostCases.Governance.Running;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace LostCases.Elsa.Data;

/// <summary>Elsa's own tables: in the owner's schema, made by the owner's login, beside Governance's.</summary>
internal static class ElsaSchema
{
    private static readonly ElsaDbContextOptions Names = new() { SchemaName = Owners.Workflow, MigrationsHistoryTableName = "__elsa_migrations_history" };

    /// <summary>Brings Elsa's tables up to date with the owner's rights; the running process has none to change them.</summary>
    internal static async Task MigrateAsync(IServiceProvider services)
    {
        await using var source = NpgsqlDataSource.Create(services.GetRequiredService<PlatformOptions>().OwnerDatabase);
        await using var scope = services.CreateAsyncScope();
        await using var management = Create<ManagementElsaDbContext>(scope.ServiceProvider, o => o.UseNpgsql(source, Migrations));
        await management.Database.MigrateAsync();
        await using var runtime = Create<RuntimeElsaDbContext>(scope.ServiceProvider, o => o.UseNpgsql(source, Migrations));
        await runtime.Database.MigrateAsync();
    }

    /// <summary>Gives Elsa every version it does not have yet: those imported just now, and those of a time on another engine.</summary>
    internal static async Task TakeOverAsync(IServiceProvider services, WorkflowDbContext db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await services.GetRequiredService<IEngine>().KeepAsync(await db.Definitions.AsNoTracking().ToListAsync(), CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>A context of Elsa's on the given connection.</summary>
    internal static T Create<T>(IServiceProvider services, Action<DbContextOptionsBuilder> connect)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        options.UseElsaDbContextOptions(Names);
        // Elsa's snapshots know only its default schema, so its migrations always look incomplete in another; it ignores this itself.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        connect(options);
        var context = ActivatorUtilities.CreateInstance<T>(services, options.Options);
        context.Database.AutoSavepointsEnabled = false;
        return context;
    }

    /// <summary>Where Elsa's migrations are, and where it notes which have run.</summary>
    internal static void Migrations(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) => npgsql
        .MigrationsAssembly(typeof(PostgreSqlProvidersExtensions).Assembly.GetName().Name)
        .MigrationsHistoryTable(Names.MigrationsHistoryTableName!, Names.SchemaName);
}
