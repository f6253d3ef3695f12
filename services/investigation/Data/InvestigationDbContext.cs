using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Data;

/// <summary>Records of investigation (调查).</summary>
public sealed class InvestigationDbContext(DbContextOptions<InvestigationDbContext> options) : CaseDbContext(options, Owners.Investigation)
{
    /// <summary>Completed investigations.</summary>
    public DbSet<InvestigationRecord> Investigations => Set<InvestigationRecord>();

    /// <summary>Persons examined.</summary>
    public DbSet<CasePerson> Persons => Set<CasePerson>();

    /// <summary>Submissions of the report.</summary>
    public DbSet<Submission> Submissions => Set<Submission>();

    /// <summary>Returns and their answers.</summary>
    public DbSet<ReturnedReport> Returns => Set<ReturnedReport>();

    /// <summary>Inquiries into units.</summary>
    public DbSet<UnitInquiry> UnitInquiries => Set<UnitInquiry>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<InvestigationRecord>(e =>
        {
            e.ToTable("investigation").HasKey(i => i.CaseId);
            e.Property(i => i.CaseId).ValueGeneratedNever();
            e.Property(i => i.Causes).HasJson();
        });
        modelBuilder.Entity<CasePerson>(e =>
        {
            e.ToTable("case_person").HasKey(p => p.Id);
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Role).HasConversion<string>();
            e.Property(p => p.Authority).HasConversion<string>();
            e.Property(p => p.Finding).HasJson();
            e.HasIndex(p => p.CaseId);
        });
        modelBuilder.Entity<ReturnedReport>(e => e.ToTable("returned_report").HasKey(r => new { r.CaseId, r.Number }));
        modelBuilder.Entity<UnitInquiry>(e =>
        {
            e.ToTable("unit_inquiry").HasKey(u => u.Id);
            e.Property(u => u.Id).ValueGeneratedNever();
            e.Property(u => u.Sanctions).HasJson();
            e.HasIndex(u => new { u.CaseId, u.UnitId }).IsUnique().HasFilter("decided_on is null");
        });
        modelBuilder.Entity<Submission>(e => e.ToTable("submission").HasKey(s => new { s.CaseId, s.Round }));
    }
}
