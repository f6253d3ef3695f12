using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Data;

/// <summary>Definitions, instances and journal; nothing legal is kept here, and all of it can be rebuilt.</summary>
public sealed class WorkflowDbContext(DbContextOptions<WorkflowDbContext> options) : OwnerDbContext(options, Owners.Workflow)
{
    /// <summary>Versions of definitions.</summary>
    public DbSet<DefinitionVersion> Definitions => Set<DefinitionVersion>();

    /// <summary>Instances.</summary>
    public DbSet<WorkflowInstance> Instances => Set<WorkflowInstance>();

    /// <summary>Journal.</summary>
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>Cases that were terminated.</summary>
    public DbSet<EndedCase> EndedCases => Set<EndedCase>();

    /// <summary>Answers that came before their instance.</summary>
    public DbSet<EarlyAnswer> EarlyAnswers => Set<EarlyAnswer>();

    /// <summary>Reconciliations and the pages owners have reported.</summary>
    public DbSet<ReconciliationPage> ReconciliationPages => Set<ReconciliationPage>();

    /// <summary>Who may save which definition.</summary>
    public DbSet<EditingLease> EditingLeases => Set<EditingLease>();

    /// <summary>Drafts that wait for approval, and what became of earlier ones.</summary>
    public DbSet<ChangeRequest> ChangeRequests => Set<ChangeRequest>();

    /// <summary>The engine that walks them.</summary>
    public DbSet<EngineRecord> Engines => Set<EngineRecord>();

    /// <summary>What administrators say about changes.</summary>
    public DbSet<ChangeComment> ChangeComments => Set<ChangeComment>();

    /// <summary>Answers with their facts, for backtests.</summary>
    public DbSet<RecordedAnswer> RecordedAnswers => Set<RecordedAnswer>();

    /// <summary>Repairs that two people decide on.</summary>
    public DbSet<InstanceRepair> Repairs => Set<InstanceRepair>();

    /// <summary>Organisations participants are chosen from.</summary>
    public DbSet<KnownOrganisation> Organisations => Set<KnownOrganisation>();

    /// <summary>Reconciliations and what they found.</summary>
    public DbSet<ReconciliationRun> ReconciliationRuns => Set<ReconciliationRun>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<DefinitionVersion>(e =>
        {
            e.ToTable("definition_version").HasKey(d => d.Id);
            e.Property(d => d.Model).HasColumnType("jsonb");
            e.HasIndex(d => new { d.DefinitionId, d.Version }).IsUnique();
        });
        modelBuilder.Entity<WorkflowInstance>(e =>
        {
            e.ToTable("workflow_instance").HasKey(i => i.Id);
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.State).HasJson();
            e.Property(i => i.Seen).HasJson();
            e.HasIndex(i => i.CaseId);
        });
        modelBuilder.Entity<JournalEntry>(e =>
        {
            e.ToTable("journal_entry").HasKey(j => new { j.InstanceId, j.Number });
        });
        modelBuilder.Entity<EndedCase>(e =>
        {
            e.ToTable("ended_case").HasKey(c => c.CaseId);
            e.Property(c => c.CaseId).ValueGeneratedNever();
        });
        modelBuilder.Entity<EarlyAnswer>(e =>
        {
            e.ToTable("early_answer").HasKey(a => a.RequestId);
            e.Property(a => a.Answer).HasJson();
            e.HasIndex(a => a.InstanceId);
        });
        modelBuilder.Entity<EditingLease>(e =>
        {
            e.ToTable("editing_lease").HasKey(l => l.DefinitionId);
            e.Property(l => l.DefinitionId).ValueGeneratedNever();
        });
        modelBuilder.Entity<ChangeRequest>(e =>
        {
            e.ToTable("change_request").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Status).HasConversion<string>();
            e.HasIndex(c => c.DefinitionId).IsUnique().HasFilter("status = 'Pending'");
        });
        modelBuilder.Entity<EngineRecord>(e =>
        {
            e.ToTable("engine").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<ChangeComment>(e =>
        {
            e.ToTable("change_comment").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasIndex(c => c.ChangeId);
        });
        modelBuilder.Entity<RecordedAnswer>(e =>
        {
            e.ToTable("recorded_answer").HasKey(a => new { a.InstanceId, a.RequestId });
            e.Property(a => a.Facts).HasJson();
        });
        modelBuilder.Entity<InstanceRepair>(e =>
        {
            e.ToTable("instance_repair").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Action).HasConversion<string>();
            e.Property(r => r.Status).HasConversion<string>();
            e.HasIndex(r => r.InstanceId).IsUnique().HasFilter("status = 'Pending'");
        });
        modelBuilder.Entity<KnownOrganisation>(e =>
        {
            e.ToTable("organisation").HasKey(o => o.Id);
            e.Property(o => o.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<ReconciliationRun>(e =>
        {
            e.ToTable("reconciliation_run").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Made).HasJson();
            e.Property(r => r.Set).HasJson();
        });
        modelBuilder.Entity<ReconciliationPage>(e =>
        {
            e.ToTable("reconciliation_page").HasKey(p => new { p.ReconciliationId, p.Owner, p.Page });
            e.Property(p => p.Content).HasJson();
        });
    }
}
