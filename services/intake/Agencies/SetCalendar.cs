using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Agencies;

/// <summary>
/// Sets the working-day calendar that cases of a city's agencies begin with (地方调休安排): the national one, or one with a
/// local order, for which its document is named. Cases already begun keep theirs.
/// </summary>
public sealed record SetCalendar : ActRequest
{
    /// <summary>The city's government.</summary>
    public required Guid CityId { get; init; }

    /// <summary>Version of the calendar, e.g. <c>cn-2026.1+wenzhou-2020</c>.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>Document the order was given by (依据文件).</summary>
    [StringLength(200, MinimumLength = 2)]
    public required string DocumentNo { get; init; }

    internal static async Task<IResult> HandleAsync(
        SetCalendar request, CaseAct act, IntakeDbContext db, AuditTrail audit, HttpContext http, CancellationToken ct)
    {
        if (!await db.Agencies.AnyAsync(a => a.Id == request.CityId && a.Level == AgencyLevel.MuniGov, ct))
        {
            return act.Refuse(new Refused("AGENCY_UNKNOWN", "4.1", request.CityId.ToString()), "cityId");
        }

        if (WorkingCalendar.Known.All(c => c.VersionName != request.CalendarVersion))
        {
            var versions = string.Join('、', WorkingCalendar.Known.Select(c => c.VersionName));
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "CALENDAR_UNKNOWN",
                $"没有这个版本的工作日历，可选：{versions}。", $"There is no such calendar; there are: {versions}.", "calendarVersion");
        }

        var setting = await db.CityCalendars.SingleOrDefaultAsync(c => c.CityId == request.CityId, ct);
        if (setting is null)
        {
            db.CityCalendars.Add(setting = new CityCalendar { CityId = request.CityId, CalendarVersion = "", DocumentNo = "" });
        }

        (setting.CalendarVersion, setting.DocumentNo) = (request.CalendarVersion, request.DocumentNo);
        await audit.AddAsync(request.CityId, "CalendarSet", act.Actor, request, ct);
        return CaseAct.Done(request);
    }
}
