using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Conferences;

/// <summary>Records a meeting of the joint conference (召开联席会议, N5.2-b, N5.2-c).</summary>
public sealed record HoldConference : ActRequest
{
    /// <summary>Whether it is a regular meeting (例会) or an extraordinary one.</summary>
    public bool Regular { get; init; } = true;

    /// <summary>Minutes in short.</summary>
    [StringLength(8000, MinimumLength = 1)]
    public required string Minutes { get; init; }

    /// <summary>Units that took part; the standing members are the court, the organisation department and the municipal legal body (N5.2-a).</summary>
    [MaxLength(60)]
    public IReadOnlyList<Guid> Units { get; init; } = [];

    /// <summary>What was on the agenda (议程, N5.2-d).</summary>
    [MaxLength(60)]
    public IReadOnlyList<AgendaItem> Agenda { get; init; } = [];

    internal static async Task<IResult> HandleAsync(
        HoldConference request, CaseAct act, OversightDbContext db, Outbox outbox, AuditTrail audit, CancellationToken ct)
    {
        if (await RefuseAsync(request, act, db, ct) is { } refusal)
        {
            return refusal;
        }

        var conference = new Conference
        {
            Id = Guid.CreateVersion7(),
            CityId = await ConferenceCity.OfAsync(db, act.Actor.OrganisationId, ct),
            Half = ConferenceHalves.Of(act.On),
            HeldOn = act.On,
            Regular = request.Regular,
            Minutes = request.Minutes,
            Units = [.. request.Units.Distinct()],
            Agenda = [.. request.Agenda],
            RecordedBy = act.Actor.Id,
        };
        db.Conferences.Add(conference);
        outbox.Publish(new ConferenceHeld { ConferenceId = conference.Id, Half = conference.Half, HeldOn = conference.HeldOn });
        await audit.AddAsync(conference.Id, "ConferenceHeld", act.Actor, conference, ct);
        return CaseAct.Done(new ConferenceAnswer(conference.Id, conference.Half));
    }

    private static async Task<IResult?> RefuseAsync(HoldConference request, CaseAct act, OversightDbContext db, CancellationToken ct)
    {
        var (units, cases) = (request.Units.Distinct().ToList(), request.Agenda.Select(a => a.CaseId).OfType<Guid>().Distinct().ToList());
        if (await db.Organisations.CountAsync(o => units.Contains(o.Id), ct) < units.Count)
        {
            return act.Refuse(new Refused("AGENCY_UNKNOWN", "N5.2-a"), "units");
        }

        var known = await db.Cards.VisibleTo(act.Actor).CountAsync(c => cases.Contains(c.CaseId), ct);
        return known < cases.Count || request.Agenda.Any(a => a is { CaseId: null, Kind: AgendaKind.DifficultCase or AgendaKind.Correction })
            ? act.Refuse(new Refused("AGENDA_CASE_MISSING", "N5.2-d"), "agenda")
            : null;
    }
}

/// <summary>Answer to recording a meeting.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Half">Half-year it counts for.</param>
public sealed record ConferenceAnswer(Guid Id, string Half);
