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
        modelBuilder.Entity<CastVote>(e =>
        {
            e.ToTable("vote").HasKey(v => new { v.RequestId, v.Participant });
            e.Property(v => v.Vote).HasConversion<string>();
        });
    }
}
