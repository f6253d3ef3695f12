using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Data;

/// <summary>Records of disposition (处理).</summary>
public sealed class DispositionDbContext(DbContextOptions<DispositionDbContext> options) : CaseDbContext(options, Owners.Disposition)
{
    /// <summary>Receipts of feedback.</summary>
    public DbSet<FeedbackReceipt> Receipts => Set<FeedbackReceipt>();

    /// <summary>Dispositions, every version kept.</summary>
    public DbSet<DispositionRecord> Dispositions => Set<DispositionRecord>();

    /// <summary>Transfers.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();

    /// <summary>Corrections.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>Revocations.</summary>
    public DbSet<Revocation> Revocations => Set<Revocation>();

    /// <summary>Exemptions recognised or refused.</summary>
    public DbSet<Exemption> Exemptions => Set<Exemption>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<FeedbackReceipt>(e =>
        {
            e.ToTable("feedback_receipt").HasKey(r => r.CaseId);
            e.Property(r => r.CaseId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Transfer>(e =>
        {
            e.ToTable("transfer").HasKey(t => new { t.FindingId, t.Number });
            e.Property(t => t.FindingId).ValueGeneratedNever();
            e.Property(t => t.Result).HasConversion<string>();
            e.Property(t => t.Sanctions).HasJson();
            e.HasIndex(t => t.CaseId);
        });
        modelBuilder.Entity<Correction>(e =>
        {
            e.ToTable("correction").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasIndex(c => new { c.CaseId, c.Number }).IsUnique();
        });
        modelBuilder.Entity<Revocation>(e =>
        {
            e.ToTable("revocation").HasKey(r => r.CaseId);
            e.Property(r => r.CaseId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Exemption>(e =>
        {
            e.ToTable("exemption").HasKey(x => new { x.FindingId, x.Number });
            e.Property(x => x.By).HasConversion<string>();
            e.Property(x => x.Circumstance).HasConversion<string>();
            e.Property(x => x.Deductions).HasJson();
            e.HasIndex(x => x.CaseId);
        });
        modelBuilder.Entity<DispositionRecord>(e =>
        {
            e.ToTable("disposition").HasKey(d => new { d.CaseId, d.Version });
            e.Property(d => d.Decisions).HasJson();
        });
    }
}

/// <summary>That the losing agency received the feedback: it signed for it (签收), or nobody did in time (视为签收, GAP-09).</summary>
public sealed class FeedbackReceipt
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Business date; the disposition clock runs from here (N2.5.3-a).</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who signed; null where it counts as received without a signature in time.</summary>
    public Guid? SignedBy { get; init; }

    /// <summary>SIGNED or DEEMED.</summary>
    internal string Mode => SignedBy is null ? "DEEMED" : "SIGNED";
}

/// <summary>One version of the disposition (处理决定).</summary>
public sealed class DispositionRecord
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first; each correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>Number of the decision document (处理文号).</summary>
    public required string DocumentNo { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Decision on each finding.</summary>
    public required List<FindingDecision> Decisions { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid DecidedBy { get; init; }
}
