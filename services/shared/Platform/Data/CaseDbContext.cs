using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>An owner that works on cases: adds the case card, step requests, deadlines and documents.</summary>
public abstract class CaseDbContext(DbContextOptions options, string schema) : OwnerDbContext(options, schema)
{
    /// <summary>Case cards (案件卡片): what this owner knows of every case.</summary>
    public DbSet<CaseCard> Cards => Set<CaseCard>();

    /// <summary>Per owner the newest slice of a case.</summary>
    public DbSet<CaseSliceRow> Slices => Set<CaseSliceRow>();

    /// <summary>Organisations in a case.</summary>
    public DbSet<CasePartyRow> Parties => Set<CasePartyRow>();

    /// <summary>Step requests this owner has received from the chain.</summary>
    public DbSet<StepRequest> StepRequests => Set<StepRequest>();

    /// <summary>Steps open anywhere, as announced.</summary>
    public DbSet<OpenStepRow> OpenSteps => Set<OpenStepRow>();

    /// <summary>Clocks this owner runs (期限).</summary>
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>Documents this owner keeps (附件).</summary>
    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    /// <summary>Organisations as their master announced them; kept by owners that take <see cref="OrganisationConsumer"/>.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<CaseCard>(e =>
        {
            e.ToTable("case_card").HasKey(c => c.CaseId);
            e.Ignore(c => c.Documents).Ignore(c => c.Findings).Ignore(c => c.Decisions).Ignore(c => c.Verdicts).Ignore(c => c.Suspensions);
            e.HasIndex(c => c.Code);
            e.HasMany(c => c.Slices).WithOne().HasForeignKey(s => s.CaseId);
            e.HasMany(c => c.Parties).WithOne().HasForeignKey(p => p.CaseId);
        });
        modelBuilder.Entity<CaseSliceRow>(e =>
        {
            e.ToTable("case_slice").HasKey(s => new { s.CaseId, s.Owner });
            e.Property(s => s.Slice).HasJson();
        });
        modelBuilder.Entity<CasePartyRow>(e =>
        {
            e.ToTable("case_party").HasKey(p => new { p.CaseId, p.OrganisationId, p.Relation });
            e.HasIndex(p => new { p.OrganisationId, p.CaseId });
        });
        modelBuilder.Entity<StepRequest>(e =>
        {
            e.ToTable("step_request").HasKey(s => s.RequestId);
            e.Property(s => s.Request).HasJson();
            e.Property(s => s.Facts).HasJson();
            e.Property(s => s.Status).HasConversion<string>();
            e.HasIndex(s => new { s.CaseId, s.Step, s.Round });
        });
        modelBuilder.Entity<OpenStepRow>(e =>
        {
            e.ToTable("open_step").HasKey(s => s.RequestId);
            e.HasIndex(s => s.CaseId).HasFilter("not closed");
        });
        modelBuilder.Entity<Deadline>(e =>
        {
            e.ToTable("deadline").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Pauses).HasJson();
            e.Property(d => d.LimitedBy).HasJson();
            e.Ignore(d => d.IsRunning);
            e.HasIndex(d => d.NextNoticeOn).HasFilter("next_notice_on is not null");
            e.HasIndex(d => new { d.CaseId, d.Kind, d.Subject }).IsUnique().AreNullsDistinct(false);
        });
        modelBuilder.Entity<Organisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<StoredDocument>(e =>
        {
            e.ToTable("document").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => d.CaseId);
        });
    }
}
