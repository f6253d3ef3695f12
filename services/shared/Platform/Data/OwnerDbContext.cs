using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>
/// The records of one owner in its own schema, with the tables that make every act and every message one transaction:
/// inbox marks, outbox rows, idempotency keys and the audit chain.
/// </summary>
public abstract class OwnerDbContext : DbContext
{
    /// <summary>Opens the owner's records. No savepoints: what fails is rolled back whole.</summary>
    protected OwnerDbContext(DbContextOptions options, string schema)
        : base(options)
    {
        Schema = schema;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The owner's schema.</summary>
    public string Schema { get; }

    internal DbSet<InboxMark> Inbox => Set<InboxMark>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<IdempotencyRecord> Idempotency => Set<IdempotencyRecord>();

    /// <summary>The audit chain (审计).</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    internal DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Waits until no other transaction works on this; held until the current transaction ends.</summary>
    public Task TakeTurnsAsync(Guid subject, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({subject.ToString()}, 0))", ct);

    /// <summary>Runs a statement on the owner's tables, for which <c>$s</c> stands in the text; gives the number of rows.</summary>
    internal Task<int> RunAsync(string sql, object[] values, CancellationToken ct) => Database.ExecuteSqlRawAsync(InSchema(sql), values, ct);

    /// <summary>What a query on the owner's tables gives, for which <c>$s</c> stands in the text.</summary>
    internal IQueryable<T> Rows<T>(string sql, params object[] values)
        where T : class => Set<T>().FromSqlRaw(InSchema(sql), values);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<InboxMark>(e =>
        {
            e.ToTable("inbox_mark").HasKey(m => new { m.MessageId, m.Consumer });
            e.HasIndex(m => m.ReceivedAt);
        });
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox_message").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<IdempotencyRecord>(e => e.ToTable("idempotency").HasKey(r => new { r.Key, r.ActorId }));
        modelBuilder.Entity<AuditEntry>(e => e.ToTable("audit_entry").HasKey(a => new { a.Subject, a.Number }));
        modelBuilder.Entity<AuditHead>(e => e.ToTable("audit_head").HasKey(a => a.Subject));
    }

    private string InSchema(string sql) => sql.Replace("$s.", $"{Schema}.", StringComparison.Ordinal);
}
