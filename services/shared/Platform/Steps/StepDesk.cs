using LostCases.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>The owner's step requests: opens them when their facts are known, answers and withdraws them.</summary>
public sealed class StepDesk(OwnerDbContext owner, Outbox outbox, PlatformOptions options, TimeProvider time)
{
    private CaseDbContext Db => (CaseDbContext)owner;

    /// <summary>Whether a main-line act may be done: an open request for the step.</summary>
    public async Task<bool> IsOpenAsync(Guid caseId, string step, CancellationToken ct) =>
        (await PendingAsync(caseId, ct)).Any(r => r.Step == step && r.Status == StepStatus.Open);

    /// <summary>Steps of this owner that wait for somebody in the case.</summary>
    internal async Task<HashSet<string>> OpenHereAsync(Guid caseId, CancellationToken ct) =>
        [.. (await PendingAsync(caseId, ct)).Where(r => r.Status == StepStatus.Open).Select(r => r.Step)];

    /// <summary>Steps of this owner that wait in the case and set a limit of their own.</summary>
    internal async Task<IReadOnlyList<OpenStep>> LimitsAsync(Guid caseId, CancellationToken ct) => !options.Steps.Exists(s => s.Clock is not null)
        ? []
        : [.. (await PendingAsync(caseId, ct)).Where(r => r.Request.LimitWorkingDays is not null).Select(r => r.Request with { ReminderDays = [] })];

    /// <summary>Steps that wait for somebody in the case, here or elsewhere.</summary>
    public Task<List<OpenStepRow>> OpenAnywhereAsync(Guid caseId, CancellationToken ct) =>
        Db.OpenSteps.AsNoTracking().Where(s => s.CaseId == caseId && !s.Closed).ToListAsync(ct);

    internal async Task ReceiveAsync(OpenStep command, CaseCard card, CancellationToken ct)
    {
        if (await Db.StepRequests.FindAsync([command.RequestId], ct) is { } same)
        {
            if (same.Status == StepStatus.Answered)
            {
                Announce(same, same.Request.InstanceId);
            }

            return;
        }

        var request = new StepRequest
        {
            RequestId = command.RequestId,
            CaseId = command.CaseId,
            Step = command.Step,
            Round = command.Round,
            Request = command,
            ReceivedAt = time.GetUtcNow(),
        };
        Db.StepRequests.Add(request);
        if (card.State() == Rules.CaseState.Terminated)
        {
            (request.Status, request.ClosedAt) = (StepStatus.Withdrawn, time.GetUtcNow());
            return; // the chain's own withdrawal may have come first
        }

        Open(request, card);
    }

    internal async Task WithdrawAsync(CancelSteps command, CancellationToken ct)
    {
        foreach (var request in await PendingAsync(command.CaseId, ct))
        {
            if (request.Request.InstanceId == command.InstanceId
                && (command.RequestIds.Count == 0 || command.RequestIds.Contains(request.RequestId)))
            {
                request.Status = StepStatus.Withdrawn;
                request.ClosedAt = time.GetUtcNow();
                AnnounceClosed(request.CaseId, request.Step, request.RequestId, answered: false);
            }
        }
    }

    internal async Task OpenWaitingAsync(CaseCard card, CancellationToken ct)
    {
        foreach (var request in await PendingAsync(card.CaseId, ct))
        {
            Open(request, card);
        }
    }

    /// <summary>Answers every pending request of the step; gives them, for the case event tells that they have closed.</summary>
    internal async Task<IReadOnlyList<ClosedStep>> AnswerAsync(CaseCard card, string step, string outcome, IReadOnlyDictionary<string, string> facts, CancellationToken ct)
    {
        var asked = (await PendingAsync(card.CaseId, ct)).FindAll(r => r.Step == step);
        asked.ForEach(r => Answer(r, outcome, facts, card.Version));
        return asked.ConvertAll(r => new ClosedStep(r.RequestId, r.Step));
    }

    /// <summary>Notes steps that have closed, even before they were announced.</summary>
    internal Task NoteClosedAsync(Guid caseId, IReadOnlyList<ClosedStep> closed, CancellationToken ct) => closed.Count == 0
        ? Task.CompletedTask
        : owner.RunAsync(
            """
            insert into $s.open_step (request_id, case_id, step, round, organisation_ids, roles, closed)
            select c.request_id, {0}, c.step, 0, array[]::uuid[], array[]::text[], true from unnest({1}, {2}) as c (request_id, step)
            on conflict (request_id) do update set closed = true
            """,
            [caseId, closed.Select(c => c.RequestId).ToArray(), closed.Select(c => c.Step).ToArray()],
            ct);

    /// <summary>Answers one request alone, and tells so: generic approvals wait side by side.</summary>
    public void Close(StepRequest request, string outcome, IReadOnlyDictionary<string, string> facts, long sequence)
    {
        Answer(request, outcome, facts, sequence);
        AnnounceClosed(request.CaseId, request.Step, request.RequestId, answered: true);
    }

    private void Answer(StepRequest request, string outcome, IReadOnlyDictionary<string, string> facts, long sequence)
    {
        request.Status = StepStatus.Answered;
        request.ClosedAt = time.GetUtcNow();
        request.Outcome = outcome;
        request.Facts = facts.ToDictionary(f => f.Key, f => f.Value);
        request.Sequence = sequence;
        Announce(request, request.Request.InstanceId);
    }

    internal void Await(CaseCard card, string step, Guid requestId) => AnnounceOpen(card, requestId, step, round: 1, Usual(step));

    internal void AwaitNoMore(CaseCard card, string step, Guid requestId, bool answered) => AnnounceClosed(card.CaseId, step, requestId, answered);

    private async Task<List<StepRequest>> PendingAsync(Guid caseId, CancellationToken ct)
    {
        await Db.StepRequests
            .Where(r => r.CaseId == caseId && (r.Status == StepStatus.Waiting || r.Status == StepStatus.Open))
            .LoadAsync(ct);
        return [.. Db.StepRequests.Local.Where(r => r.CaseId == caseId && r.IsPending)];
    }

    private void Open(StepRequest request, CaseCard card)
    {
        if (request.Status != StepStatus.Waiting || !IsKnown(request.Request.After, card))
        {
            return;
        }

        request.Status = StepStatus.Open;
        AnnounceOpen(card, request.RequestId, request.Step, request.Round, Holders(request.Request));
    }

    private void AnnounceOpen(CaseCard card, Guid requestId, string step, int round, Permit[] holders) => outbox.Publish(new StepOpened
    {
        RequestId = requestId,
        CaseId = card.CaseId,
        CaseCode = card.Code,
        Owner = options.Owner,
        Step = step,
        Round = round,
        OrganisationIds = [.. holders.SelectMany(h => Organisations(h, card)).Distinct()],
        Roles = [.. holders.SelectMany(h => h.Roles).Distinct()],
        OpenedAt = time.GetUtcNow(),
    });

    private Permit[] Holders(OpenStep command) => command.Participants.Count > 0
        ? [.. command.Participants.Select(Permit.Parse)]
        : Usual(command.Step);

    private Permit[] Usual(string step) => options.Steps.Single(s => s.Step == step).Holders;

    private static IEnumerable<Guid> Organisations(Permit holder, CaseCard card) => Guid.TryParse(holder.Relation, out var organisation)
        ? [organisation]
        : card.Parties.Where(p => p.Relation == holder.Relation).Select(p => p.OrganisationId);

    private static bool IsKnown(IReadOnlyDictionary<string, long> after, CaseCard card) =>
        after.All(a => card.Slices.Any(s => s.Owner == a.Key && s.Sequence >= a.Value));

    private void Announce(StepRequest request, Guid instanceId) => outbox.Publish(new StepAnswered
    {
        RequestId = request.RequestId,
        InstanceId = instanceId,
        CaseId = request.CaseId,
        Step = request.Step,
        Outcome = request.Outcome!,
        Facts = request.Facts,
        Owner = options.Owner,
        Sequence = request.Sequence ?? 0,
    });

    private void AnnounceClosed(Guid caseId, string step, Guid requestId, bool answered) => outbox.Publish(new StepClosed
    {
        RequestId = requestId,
        CaseId = caseId,
        Step = step,
        Answered = answered,
        ClosedAt = time.GetUtcNow(),
    });
}
