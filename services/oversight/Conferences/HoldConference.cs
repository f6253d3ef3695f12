using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Oversight.Conferences;

/// <summary>Records a meeting of the joint conference (召开联席会议, N5.2-b, N5.2-c).</summary>
public sealed record HoldConference : ActRequest
{
    /// <summary>Whether it is a regular meeting (例会) or an extraordinary one.</summary>
    public bool Regular { get; init; } = true;

    /// <summary>Minutes in short.</summary>
    [StringLength(8000, MinimumLength = 1)]
    public required string Minutes { get; init; }

    internal static async Task<IResult> HandleAsync(
        HoldConference request, CaseAct act, OversightDbContext db, Outbox outbox, AuditTrail audit, CancellationToken ct)
    {
        var conference = new Conference
        {
            Id = Guid.CreateVersion7(),
            Half = ConferenceHalves.Of(act.On),
            HeldOn = act.On,
            Regular = request.Regular,
            Minutes = request.Minutes,
            RecordedBy = act.Actor.Id,
        };
        db.Conferences.Add(conference);
        outbox.Publish(new ConferenceHeld { ConferenceId = conference.Id, Half = conference.Half, HeldOn = conference.HeldOn });
        await audit.AddAsync(conference.Id, "ConferenceHeld", act.Actor, conference, ct);
        return CaseAct.Done(new ConferenceAnswer(conference.Id, conference.Half));
    }
}

/// <summary>Answer to recording a meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Half">Half-year it counts for.</param>
public sealed record ConferenceAnswer(Guid Id, string Half);
