using LostCases.Governance.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LostCases.Elsa.Data;

/// <summary>
/// Where a message or an act is being handled, Elsa's contexts work on its connection and in its transaction: inbox mark,
/// instance, bookmarks, logs, journal and outbox rows are written together or not at all. Elsewhere each opens its own.
/// </summary>
internal sealed class OneTransaction<T>(IServiceProvider services, WorkflowDbContext db, NpgsqlDataSource source) : IDbContextFactory<T>
    where T : DbContext
{
    public T CreateDbContext()
    {
        if (db.Database.CurrentTransaction is not { } transaction)
        {
            return ElsaSchema.Create<T>(services, o => o.UseNpgsql(source, ElsaSchema.Migrations));
        }

        var context = ElsaSchema.Create<T>(services, o => o.UseNpgsql(db.Database.GetDbConnection(), ElsaSchema.Migrations));
        context.Database.UseTransaction(transaction.GetDbTransaction());
        return context;
    }
}
