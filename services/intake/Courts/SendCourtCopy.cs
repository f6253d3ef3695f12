using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Courts;

/// <summary>
/// A court sends a legal body its copy of a judgment (抄送裁判文书, N2.5.4-a). It is matched to cases by number; one that matches none
/// is an unregistered loss.
/// </summary>
public sealed record SendCourtCopy : ActRequest
{
    /// <summary>Case number as written on the document.</summary>
    [StringLength(60, MinimumLength = 8)]
    public required string CaseNo { get; init; }

    /// <summary>Legal body it goes to.</summary>
    public required Guid AddresseeId { get; init; }

    internal static async Task<IResult> HandleAsync(SendCourtCopy request, CaseAct act, IntakeDbContext db, AuditTrail audit, CancellationToken ct)
    {
        if (!CaseNumber.TryParse(request.CaseNo, out var number))
        {
            return act.Refuse(new Refused("CASE_NUMBER_INVALID", "3.4"), "caseNo");
        }

        AgencyLevel[] bodies = [AgencyLevel.MuniLegalBody, AgencyLevel.CountyLegalBody];
        if (!await db.Agencies.AnyAsync(a => a.Id == request.AddresseeId && bodies.Contains(a.Level), ct))
        {
            return act.Refuse(new Refused("AGENCY_UNKNOWN", "N2.5.4-a", request.AddresseeId.ToString()), "addresseeId");
        }

        var copy = new CourtCopy
        {
            Id = Guid.CreateVersion7(),
            CourtId = act.Actor.OrganisationId!.Value,
            AddresseeId = request.AddresseeId,
            CaseNo = number.Normalised,
            ReceivedOn = act.On,
        };
        db.CourtCopies.Add(copy);
        await audit.AddAsync(copy.Id, "CourtCopySent", act.Actor, copy, ct);
        var matched = await CourtCopyList.Matching(db, copy.CaseNo, act.Actor).ToListAsync(ct);
        return CaseAct.Done(new CourtCopyView(copy.Id, copy.CourtId, copy.CaseNo, copy.ReceivedOn, matched));
    }
}
