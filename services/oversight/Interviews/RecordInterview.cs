using System.ComponentModel.DataAnnotations;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Oversight.Statistics;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Interviews;

/// <summary>The secretariat records an interview the conference's members have held with the head of an agency (约谈记录, N5.2-g).</summary>
public sealed record RecordInterview : ActRequest
{
    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Period whose figures gave the reason.</summary>
    [StringLength(6, MinimumLength = 4)]
    public required string Period { get; init; }

    /// <summary>Why; by number or rate only where the figures show it.</summary>
    public required InterviewReason Reason { get; init; }

    /// <summary>Why in words; needed where the reason is another.</summary>
    [StringLength(1000)]
    public string? ReasonText { get; init; }

    /// <summary>Who was interviewed.</summary>
    [StringLength(60)]
    public required string PersonName { get; init; }

    /// <summary>Post of that person.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string Post { get; init; }

    /// <summary>Units that held it.</summary>
    [MinLength(1), MaxLength(20), EachLength(100)]
    public required IReadOnlyList<string> ByUnits { get; init; }

    /// <summary>What was said.</summary>
    [StringLength(8000)]
    public required string Record { get; init; }

    /// <summary>What was promised.</summary>
    [StringLength(4000)]
    public string? Commitments { get; init; }

    /// <summary>Day on which it is looked at again.</summary>
    public DateOnly? FollowUpOn { get; init; }

    internal static async Task<IResult> HandleAsync(RecordInterview request, CaseAct act, OversightDbContext db, AuditTrail audit, CancellationToken ct)
    {
        if (StatPeriods.Days(request.Period) is not { } days)
        {
            return act.Refuse(new Refused("PERIOD_INVALID", "N5.2-g"), "period");
        }

        if (!await db.Organisations.AnyAsync(o => o.Id == request.AgencyId, ct))
        {
            return act.Refuse(new Refused("AGENCY_UNKNOWN", "N5.2-g", request.AgencyId.ToString()), "agencyId");
        }

        var told = (await Counted.ToldAsync(db, [request.Period], ct))[request.AgencyId].Of(request.Period);
        var losses = (await Counted.LossesAsync(db, days.First, days.Last, ct))[request.AgencyId].Count();
        var policy = await RulesOfTheDay.AtAsync(db, act.On, ct);
        var reached = InterviewAlerts.Reached(InterviewAlertList.Figures(told, losses), InterviewThresholds.Of(policy));
        if (InterviewRules.Record(request.Reason, reached, request.ReasonText, request.PersonName, request.Record, act.On, request.FollowUpOn) is Refused refused)
        {
            return act.Refuse(refused, Field(refused));
        }

        var interview = Kept(request, act, told);
        db.Interviews.Add(interview);
        await audit.AddAsync(interview.Id, "InterviewRecorded", act.Actor, interview, ct);
        return CaseAct.Done(new InterviewAnswer(interview.Id));
    }

    private static Interview Kept(RecordInterview request, CaseAct act, LitigationFigures? told) => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyId = request.AgencyId,
        Period = request.Period,
        Reason = request.Reason,
        ReasonText = request.ReasonText,
        Figures = told,
        PersonName = request.PersonName,
        Post = request.Post,
        ByUnits = [.. request.ByUnits],
        On = act.On,
        Record = request.Record,
        Commitments = request.Commitments,
        FollowUpOn = request.FollowUpOn,
    };

    private static string Field(Refused refused) => refused.Code switch
    {
        "INTERVIEW_PERSON_MISSING" => "personName",
        "INTERVIEW_RECORD_MISSING" => "record",
        "REASON_REQUIRED" => "reasonText",
        "DATE_IMPOSSIBLE" => "followUpOn",
        _ => "reason",
    };
}

/// <summary>What came of an interview is recorded once (约谈落实情况).</summary>
public sealed record FollowUpInterview : ActRequest
{
    /// <summary>What came of it.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string Result { get; init; }

    internal static async Task<IResult> HandleAsync(
        FollowUpInterview request, Guid id, CaseAct act, OversightDbContext db, AuditTrail audit, HttpContext http, CancellationToken ct)
    {
        await db.TakeTurnsAsync(id, ct);
        if (await db.Interviews.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } interview)
        {
            return Problems.Bad(http, StatusCodes.Status404NotFound, "INTERVIEW_UNKNOWN", "没有这次约谈。", "There is no such interview.");
        }

        if (InterviewRules.FollowUp(interview.Result is not null, request.Result) is Refused refused)
        {
            return act.Refuse(refused, "result");
        }

        if (DateRules.NotBefore("on", act.On, interview.On) is Refused early)
        {
            return act.Refuse(early);
        }

        (interview.Result, interview.ResultOn) = (request.Result, act.On);
        await audit.AddAsync(interview.Id, "InterviewFollowedUp", act.Actor, new { interview.Result, interview.ResultOn }, ct);
        return CaseAct.Done(new InterviewAnswer(interview.Id));
    }
}

/// <summary>Answer to recording an interview.</summary>
/// <param name="Id">The interview.</param>
public sealed record InterviewAnswer(Guid Id);
