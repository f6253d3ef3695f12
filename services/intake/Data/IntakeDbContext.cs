using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Data;

/// <summary>Records of intake (立案).</summary>
public sealed class IntakeDbContext(DbContextOptions<IntakeDbContext> options) : CaseDbContext(options, Owners.Intake)
{
    /// <summary>Organisations.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Local calendars.</summary>
    public DbSet<CityCalendar> CityCalendars => Set<CityCalendar>();

    /// <summary>Changes of the rules.</summary>
    public DbSet<RuleSetRecord> RuleSets => Set<RuleSetRecord>();

    /// <summary>Court documents.</summary>
    public DbSet<Judgment> Judgments => Set<Judgment>();

    /// <summary>Cases.</summary>
    public DbSet<IntakeCase> Cases => Set<IntakeCase>();

    /// <summary>Decisions on scope.</summary>
    public DbSet<ScopeDecision> ScopeDecisions => Set<ScopeDecision>();

    /// <summary>Closings.</summary>
    public DbSet<Closing> Closings => Set<Closing>();

    /// <summary>Suspensions.</summary>
    public DbSet<Suspension> Suspensions => Set<Suspension>();

    /// <summary>Retrial judgments.</summary>
    public DbSet<RetrialJudgment> Retrials => Set<RetrialJudgment>();

    /// <summary>Terminations, proposed and done.</summary>
    public DbSet<Termination> Terminations => Set<Termination>();

    /// <summary>Judicial suggestions.</summary>
    public DbSet<JudicialSuggestion> Suggestions => Set<JudicialSuggestion>();

    /// <summary>Courts' copies.</summary>
    public DbSet<CourtCopy> CourtCopies => Set<CourtCopy>();

    /// <summary>Imports of past cases.</summary>
    public DbSet<PastImport> PastImports => Set<PastImport>();

    /// <summary>Rows that wait to be taken over.</summary>
    public DbSet<PastImportRow> PastImportRows => Set<PastImportRow>();

    /// <summary>Rows that were refused, and why.</summary>
    public DbSet<PastImportFault> PastImportFaults => Set<PastImportFault>();

    /// <summary>Past cases.</summary>
    public DbSet<PastCase> PastCases => Set<PastCase>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Agency>(e =>
        {
            e.ToTable("agency").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Level).HasConversion<string>();
            e.Property(a => a.Kind).HasConversion<string>();
            e.HasIndex(a => a.ParentGovId);
        });
        modelBuilder.Entity<CityCalendar>(e =>
        {
            e.ToTable("city_calendar").HasKey(c => c.CityId);
            e.Property(c => c.CityId).ValueGeneratedNever();
        });
        modelBuilder.Entity<RuleSetRecord>(e =>
        {
            e.ToTable("rule_set").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Status).HasConversion<string>();
            e.Property(r => r.Changes).HasJson();
            e.Property(r => r.Values).HasJson();
            e.HasIndex(r => r.Number).IsUnique();
        });
        modelBuilder.Entity<Judgment>(e =>
        {
            e.ToTable("judgment").HasKey(j => j.Id);
            e.Property(j => j.Id).ValueGeneratedNever();
            e.Property(j => j.DocType).HasConversion<string>();
            e.Property(j => j.Instance).HasConversion<string>();
            e.HasIndex(j => new { j.CaseNo, j.DocType }).IsUnique();
        });
        modelBuilder.Entity<IntakeCase>(e =>
        {
            e.ToTable("intake_case").HasKey(c => c.CaseId);
            e.Property(c => c.CaseId).ValueGeneratedNever();
            e.Property(c => c.Result).HasConversion<string>();
            e.Property(c => c.ActDateBasis).HasConversion<string>();
            e.HasIndex(c => new { c.JudgmentId, c.AgencyId }).IsUnique();
            e.HasMany(c => c.ScopeDecisions).WithOne().HasForeignKey(d => d.CaseId);
        });
        modelBuilder.Entity<ScopeDecision>(e =>
        {
            e.ToTable("scope_decision").HasKey(d => d.Id);
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Reason).HasConversion<string>();
        });
        modelBuilder.Entity<Closing>(e =>
        {
            e.ToTable("closing").HasKey(c => new { c.CaseId, c.DispositionVersion });
            e.Property(c => c.Record).HasJson();
        });
        modelBuilder.Entity<Suspension>(e =>
        {
            e.ToTable("suspension").HasKey(x => new { x.CaseId, x.Number });
            e.Property(x => x.Ground).HasConversion<string>();
        });
        modelBuilder.Entity<RetrialJudgment>(e =>
        {
            e.ToTable("retrial_judgment").HasKey(r => r.Id);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Result).HasConversion<string>();
            e.HasIndex(r => r.CaseId);
        });
        modelBuilder.Entity<Termination>(e =>
        {
            e.ToTable("termination").HasKey(t => t.CaseId);
            e.Property(t => t.CaseId).ValueGeneratedNever();
            e.Property(t => t.Ground).HasConversion<string>();
        });
        modelBuilder.Entity<JudicialSuggestion>(e =>
        {
            e.ToTable("judicial_suggestion").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Kind).HasConversion<string>();
            e.HasIndex(x => x.CaseId);
        });
        modelBuilder.Entity<CourtCopy>(e =>
        {
            e.ToTable("court_copy").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasIndex(c => c.CaseNo);
            e.HasIndex(c => new { c.AddresseeId, c.Id });
        });
        modelBuilder.Entity<PastImport>(e =>
        {
            e.ToTable("past_import").HasKey(i => i.Id);
            e.Property(i => i.Id).ValueGeneratedNever();
            e.HasIndex(i => i.Sha256);
            e.HasIndex(i => i.Id).HasFilter("ended_at is null").HasDatabaseName("ix_past_import_running");
        });
        modelBuilder.Entity<PastImportRow>(e => e.ToTable("past_import_row").HasKey(r => new { r.ImportId, r.Number }));
        modelBuilder.Entity<PastImportFault>(e => e.ToTable("past_import_fault").HasKey(f => new { f.ImportId, f.Number, f.Column }));
        modelBuilder.Entity<PastCase>(e =>
        {
            e.ToTable("past_case").HasKey(c => c.CaseId);
            e.Property(c => c.CaseId).ValueGeneratedNever();
        });
        modelBuilder.Entity<CaseCounter>(e => e.ToTable("case_counter").HasKey(c => new { c.Region, c.Year }));
    }
}
