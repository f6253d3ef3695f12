using System.Text.Json;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Agencies;

/// <summary>Imports organisations from a file at the first start; those already known are left as they are.</summary>
internal static class AgencyImport
{
    internal static async Task RunAsync(string? file, IntakeDbContext db, Outbox outbox)
    {
        if (string.IsNullOrEmpty(file))
        {
            return;
        }

        await using var stream = File.OpenRead(file);
        var content = await JsonSerializer.DeserializeAsync<OrganisationFile>(stream, Json.Options);
        var known = await db.Agencies.Select(a => a.Id).ToHashSetAsync();
        foreach (var organisation in content!.Organisations.Where(o => !known.Contains(o.Id!.Value)))
        {
            await PutAgency.SaveAsync(organisation, db, outbox, CancellationToken.None);
        }

        await db.SaveChangesAsync();
    }

    internal static AgencyView View(Agency agency) => new(
        agency.Id, agency.Version, agency.Name, agency.ShortName, agency.Level, agency.ParentGovId, agency.SuperiorId, agency.RegionCode);

    internal static AgencyChanged Changed(Agency agency) => new()
    {
        AgencyId = agency.Id,
        Version = agency.Version,
        Name = agency.Name,
        ShortName = agency.ShortName,
        Level = Code.Of(agency.Level),
        ParentGovId = agency.ParentGovId,
        SuperiorId = agency.SuperiorId,
        RegionCode = agency.RegionCode,
    };

    private sealed record OrganisationFile(IReadOnlyList<PutAgency> Organisations);
}
