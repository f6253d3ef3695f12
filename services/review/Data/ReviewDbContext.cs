using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Data;

/// <summary>Records of review (审核).</summary>
public sealed class ReviewDbContext(DbContextOptions<ReviewDbContext> options) : CaseDbContext(options, Owners.Review)
{
    /// <summary>Reviews.</summary>
    public DbSet<ReviewRecord> Reviews => Set<ReviewRecord>();

    /// <summary>Votes on approvals.</summary>
    public DbSet<CastVote> Votes => Set<CastVote>();

    /// <summary>Returns for supplement.</summary>
    public DbSet<ReportReturn> Returns => Set<ReportReturn>();

    /// <summary>Joint reviews.</summary>
    public DbSet<JointReview> JointReviews => Set<JointReview>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ReviewRecord>(e =>
        {
            e.ToTable("review").HasKey(r => r.CaseId);
            e.Property(r => r.CaseId).ValueGeneratedNever();
            e.Property(r => r.Opinion).HasConversion<string>();
            e.Property(r => r.PerFinding).HasJson();
        });
        modelBuilder.Entity<ReportReturn>(e => e.ToTable("report_return").HasKey(r => new { r.CaseId, r.Number }));
        modelBuilder.Entity<JointReview>(e =>
        {
            e.ToTable("joint_review").HasKey(j => new { j.CaseId, j.Number });
            e.Property(j => j.Marks).HasJson();
            e.HasMany(j => j.Members).WithOne().HasForeignKey(m => new { m.CaseId, m.Number });
        });
        modelBuilder.Entity<JointMember>(e =>
        {
            e.ToTable("joint_member").HasKey(m => new { m.CaseId, m.Number, m.OrganisationId });
            e.Property(m => m.Group).HasConversion<string>();
            e.Property(m => m.Opinion).HasConversion<string>();
        });
        modelBuilder.Entity<CastVote>(e =>
        {
            e.ToTable("vote").HasKey(v => new { v.RequestId, v.Participant });
            e.Property(v => v.Vote).HasConversion<string>();
        });
    }
}
