using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Notification.Mail;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Urging;

/// <summary>Urges what waits in a case (人工催办, 7.4): those who are to do it are told, each to-do once a working day at most.</summary>
public sealed record Urge : ActRequest
{
    /// <summary>Kind of the step to urge; all that wait with others where it is left out.</summary>
    [StringLength(40)]
    public string? Step { get; init; }

    /// <summary>What is asked of them, for the system alone; mails do not carry it.</summary>
    [StringLength(200)]
    public string? Text { get; init; }

    internal static async Task<IResult> HandleAsync(Urge request, Guid caseId, CaseAct act, NotificationDbContext db, MailQueue mails, TimeProvider time, CancellationToken ct)
    {
        var open = await db.OpenSteps.AsNoTracking().Where(s => s.CaseId == caseId && !s.Closed && (request.Step == null || s.Step == request.Step)).ToListAsync(ct);
        var others = open.Where(s => !IsOwn(s, act.Actor)).ToList();
        var last = await LastAsync(db, others.ConvertAll(s => s.RequestId), ct);
        DateOnly? longestAgo = others.TrueForAll(s => last.ContainsKey(s.RequestId)) && others.Count > 0 ? others.Min(s => last[s.RequestId]) : null;
        if (await act.RefuseAsync(
            ct,
            UrgeRules.Urge(open.Count > 0, others.Count > 0, longestAgo, act.Today, act.Case.Calendar),
            act.On == act.Today ? new Accepted("7.4") : new Refused("DATE_IMPOSSIBLE", "7.4", "on")) is { } refusal)
        {
            return refusal;
        }

        var urged = others.Where(s => !last.TryGetValue(s.RequestId, out var on) || UrgeRules.MayAgain(on, act.Today, act.Case.Calendar)).ToList();
        List<Notice> given = [.. urged.Select(s => new Notice
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            CaseId = caseId,
            RequestId = s.RequestId,
            Kind = s.Step,
            Stage = "URGED",
            Clause = "7.4",
            On = act.Today,
            Step = Code.Of(EscalationStep.Officer),
            OrganisationIds = [.. s.OrganisationIds],
            Roles = [.. s.Roles],
            Text = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text.Trim(),
            ByOrganisationId = act.Actor.OrganisationId,
        })];
        db.Notices.AddRange(given);
        foreach (var notice in given)
        {
            await mails.AddAsync([notice], ct);
        }

        return await act.DoneAsync(header => new TodoUrged { Case = header, RequestIds = [.. urged.Select(s => s.RequestId)], Steps = [.. urged.Select(s => s.Step).Distinct()] }, ct);
    }

    private static bool IsOwn(OpenStepRow todo, Actor actor) =>
        actor.OrganisationId is { } organisation && todo.OrganisationIds.Contains(organisation) && actor.HasAny(todo.Roles);

    /// <summary>The day each was urged last.</summary>
    private static Task<Dictionary<Guid, DateOnly>> LastAsync(NotificationDbContext db, List<Guid> todos, CancellationToken ct) =>
        db.Notices.Where(n => n.RequestId != null && todos.Contains(n.RequestId.Value))
            .GroupBy(n => n.RequestId!.Value)
            .Select(g => new { g.Key, On = g.Max(n => n.On) })
            .ToDictionaryAsync(g => g.Key, g => g.On, ct);
}
