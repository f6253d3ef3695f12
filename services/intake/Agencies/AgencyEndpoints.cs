using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Agencies;

/// <summary>An organisation as it is shown.</summary>
public sealed record AgencyView(
    Guid Id, long Version, string Name, string ShortName, AgencyLevel Level, Guid? ParentGov, Guid? Superior, string? RegionCode);

/// <summary>Reading organisations; they are public knowledge to whoever is signed in.</summary>
internal static class AgencyEndpoints
{
    private const int PageSize = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/intake/agencies", PutAgency.HandleAsync).AsAct<AgencyView>("put-agency", new Permit(Permit.Anyone, Roles.SysAdmin));
        app.MapPost("/api/intake/calendars", SetCalendar.HandleAsync).AsAct<SetCalendar>("set-calendar", new Permit(Permit.Anyone, Roles.SysAdmin));
        app.MapGet("/api/intake/agencies", ListAsync).RequireAuthorization().WithName("list-agencies").Produces<List<AgencyView>>();
    }

    /// <summary>A page of organisations by id, after the last id of the page before; optionally those whose name contains a text.</summary>
    private static Task<List<AgencyView>> ListAsync(
        IntakeDbContext db,
        [Description("Id of the last organisation of the page before.")] Guid? after,
        [Description("Part of the name or short name.")] string? q,
        [Description("Only this level.")] AgencyLevel? level,
        CancellationToken ct) => db.Agencies
        .Where(a => after == null || a.Id > after)
        .Where(a => q == null || a.Name.Contains(q) || a.ShortName.Contains(q))
        .Where(a => level == null || a.Level == level)
        .OrderBy(a => a.Id)
        .Take(PageSize)
        .Select(a => new AgencyView(a.Id, a.Version, a.Name, a.ShortName, a.Level, a.ParentGovId, a.SuperiorId, a.RegionCode))
        .ToListAsync(ct);
}
