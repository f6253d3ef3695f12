using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Data;

/// <summary>The read model (监督): the case cards Platform keeps are it; only names are added.</summary>
public sealed class OversightDbContext(DbContextOptions<OversightDbContext> options) : CaseDbContext(options, Owners.Oversight)
{
    /// <summary>Names of organisations.</summary>
    public DbSet<AgencyName> AgencyNames => Set<AgencyName>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AgencyName>(e =>
        {
            e.ToTable("agency_name").HasKey(a => a.Id);
            e.Property(a => a.Id).ValueGeneratedNever();
        });
    }
}

/// <summary>An organisation's newest name.</summary>
public sealed class AgencyName
{
    /// <summary>The organisation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of the name.</summary>
    public long Version { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";
}
