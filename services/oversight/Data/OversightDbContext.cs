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

    /// <summary>What the half-yearly meetings were reminded of.</summary>
    public DbSet<ConferenceNotice> ConferenceNotices => Set<ConferenceNotice>();

    /// <summary>Figures of agencies as they were imported.</summary>
    public DbSet<LitigationStat> LitigationStats => Set<LitigationStat>();

    /// <summary>Interviews held.</summary>
    public DbSet<Interview> Interviews => Set<Interview>();

    /// <summary>Confirmed versions of the rules.</summary>
    public DbSet<RuleSetHere> RuleSets => Set<RuleSetHere>();

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
            e.Property(c => c.Agenda).HasJson().HasDefaultValueSql("'[]'");
            e.Property(c => c.Units).HasDefaultValueSql("'{}'");
            e.HasIndex(c => new { c.CityId, c.Half });
        });
        modelBuilder.Entity<ConferenceNotice>(e => e.ToTable("conference_notice").HasKey(n => new { n.CityId, n.Half, n.Status }));
        modelBuilder.Entity<LitigationStat>(e =>
        {
            e.ToTable("litigation_stat").HasKey(s => s.Id);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Figures).HasJson();
            e.HasIndex(s => new { s.Period, s.AgencyId });
        });
        modelBuilder.Entity<Interview>(e =>
        {
            e.ToTable("interview").HasKey(i => i.Id);
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.Reason).HasConversion<string>();
            e.Property(i => i.Figures).HasJson();
            e.HasIndex(i => new { i.AgencyId, i.Period });
        });
        modelBuilder.Entity<RuleSetHere>(e =>
        {
            e.ToTable("rule_set").HasKey(r => r.Version);
            e.Property(r => r.Values).HasJson();
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
