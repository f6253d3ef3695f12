using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Agencies;

/// <summary>Adds an organisation or changes it (机关维护).</summary>
public sealed record PutAgency : ActRequest
{
    /// <summary>Identity; a new one is made where it is left out.</summary>
    public Guid? Id { get; init; }

    /// <summary>Name.</summary>
    [StringLength(200, MinimumLength = 2)]
    public required string Name { get; init; }

    /// <summary>Short name; the name where it is left out.</summary>
    [StringLength(60)]
    public string? ShortName { get; init; }

    /// <summary>Level.</summary>
    public required AgencyLevel Level { get; init; }

    /// <summary>Nature (性质); an entrusted organisation can only be an implementing body (N1-a).</summary>
    public AgencyKind Kind { get; init; }

    /// <summary>Government it belongs to.</summary>
    public Guid? ParentGov { get; init; }

    /// <summary>Superior organ where it is not the government.</summary>
    public Guid? Superior { get; init; }

    /// <summary>Division code, six digits.</summary>
    [RegularExpression("^[0-9]{6}$")]
    public string? RegionCode { get; init; }

    /// <summary>Unified social credit code.</summary>
    public string? CreditCode { get; init; }

    internal static async Task<IResult> HandleAsync(
        PutAgency request, CaseAct act, IntakeDbContext db, Outbox outbox, AuditTrail audit, HttpContext http, CancellationToken ct)
    {
        if (await InvalidFieldAsync(request, db, ct) is { } field)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "AGENCY_INVALID", "机关信息不正确，请核对所标字段。", "This field is wrong.", field);
        }

        var agency = await SaveAsync(request, db, outbox, ct);
        await audit.AddAsync(agency.Id, "AgencyChanged", act.Actor, request, ct);
        return CaseAct.Done(AgencyImport.View(agency));
    }

    internal static async Task<Agency> SaveAsync(PutAgency request, IntakeDbContext db, Outbox outbox, CancellationToken ct)
    {
        var id = request.Id ?? Guid.CreateVersion7();
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, ct);
        if (agency is null)
        {
            db.Agencies.Add(agency = new Agency { Id = id, Name = request.Name, ShortName = "", Level = request.Level, Version = 0 });
        }

        agency.Version++;
        agency.Name = request.Name;
        agency.ShortName = request.ShortName ?? request.Name;
        agency.Level = request.Level;
        agency.Kind = request.Kind;
        agency.ParentGovId = request.ParentGov;
        agency.SuperiorId = request.Superior;
        agency.RegionCode = request.RegionCode;
        agency.CreditCode = request.CreditCode;
        outbox.Publish(AgencyImport.Changed(agency));
        return agency;
    }

    private static async Task<string?> InvalidFieldAsync(PutAgency request, IntakeDbContext db, CancellationToken ct)
    {
        if (request.CreditCode is { } code && !Rules.CreditCode.IsValid(code))
        {
            return "creditCode";
        }

        if (request.ParentGov is { } parent && (parent == request.Id || !await db.Agencies.AnyAsync(a => a.Id == parent, ct)))
        {
            return "parentGov";
        }

        return request.Superior is { } superior && !await db.Agencies.AnyAsync(a => a.Id == superior, ct) ? "superior" : null;
    }
}
