using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Data;

/// <summary>The read model (监督): the case cards Platform keeps are it; the conference's own records are added.</summary>
public sealed class OversightDbContext(DbContextOptions<OversightDbContext> options) : CaseDbContext(options, Owners.Oversight)
{
    /// <summary>Meetings of the joint conference.</summary>
    public DbSet<Conference> Conferences => Set<Conference>();

    /// <summary>Records of not following the notice.</summary>
    public DbSet<NonCompliance> NonCompliances => Set<NonCompliance>();

    /// <summary>Acts on cases, as they were told.</summary>
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Conference>(e =>
        {
            e.ToTable("conference").HasKey(c => c.Id);
            e.Property(c => c.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<NonCompliance>(e =>
        {
            e.ToTable("non_compliance").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.Consequences).HasJson();
            e.HasIndex(n => n.CaseId);
        });
        modelBuilder.Entity<TimelineEntry>(e =>
        {
            e.ToTable("timeline").HasKey(t => t.Id);
            e.Property(t => t.Id).ValueGeneratedNever();
            e.HasIndex(t => new { t.CaseId, t.Owner, t.Sequence }).IsUnique();
            e.HasIndex(t => t.KnownAt);
        });
    }
}
