using LostCases.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>
/// Opens a step when the chain asks. Organisations the step names are brought into the case, or they could not see it; a shorter limit
/// the step sets (环节期限) holds for its clock.
/// </summary>
internal sealed class OpenStepConsumer(StepDesk desk, CaseStore store, CaseSession session, TimeProvider time) : IConsumer<OpenStep>
{
    public async Task Consume(ConsumeContext<OpenStep> context)
    {
        var (asked, ct) = (context.Message, context.CancellationToken);
        var card = await store.TakeAsync(asked.CaseId, ct);
        await desk.ReceiveAsync(asked, card, ct);
        var strangers = asked.Participants.Select(p => Permit.Parse(p).Relation)
            .Select(r => Guid.TryParse(r, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty && !card.Parties.Any(p => p.OrganisationId == id))
            .ToList();
        var limited = asked.LimitWorkingDays is not null || asked.ReminderDays.Count > 0;
        if ((strangers.Count == 0 && !limited) || card.Code.Length == 0)
        {
            return;
        }

        await session.BeginAsync(card, ct);
        strangers.ForEach(id => session.Bring(id, Relations.Approver));
        var shortened = session.Follow(asked);
        if (strangers.Count > 0 || shortened)
        {
            await session.PublishAsync(header => new SliceChanged { Case = header }, BusinessTime.Today(time), actor: null, ct, shortened ? Why(asked) : null);
        }
    }

    /// <summary>Why a clock is shorter than the notice has it, for the audit.</summary>
    private static object Why(OpenStep asked) => new { Limited = asked.Step, asked.LimitWorkingDays, asked.DefinitionId, asked.DefinitionVersion, asked.StepId };
}

/// <summary>Withdraws steps when the chain asks.</summary>
internal sealed class CancelStepsConsumer(StepDesk desk, CaseStore store) : IConsumer<CancelSteps>
{
    public async Task Consume(ConsumeContext<CancelSteps> context)
    {
        await store.TakeAsync(context.Message.CaseId, context.CancellationToken);
        await desk.WithdrawAsync(context.Message, context.CancellationToken);
    }
}

/// <summary>Notes which steps are open anywhere, so that a refusal can name who has the case.</summary>
internal sealed class StepOpenedConsumer(OwnerDbContext db) : IConsumer<StepOpened>
{
    public async Task Consume(ConsumeContext<StepOpened> context)
    {
        var opened = context.Message;
        await db.RunAsync(
            """
            insert into $s.open_step (request_id, case_id, step, owner, round, opened_at, organisation_ids, roles, closed)
            values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, false) on conflict do nothing
            """,
            [opened.RequestId, opened.CaseId, opened.Step, opened.Owner, opened.Round, opened.OpenedAt, opened.OrganisationIds.ToArray(), opened.Roles.ToArray()],
            context.CancellationToken);
    }
}

/// <summary>Notes which steps have closed without a case event that tells so.</summary>
internal sealed class StepClosedConsumer(StepDesk desk) : IConsumer<StepClosed>
{
    public Task Consume(ConsumeContext<StepClosed> context) =>
        desk.NoteClosedAsync(context.Message.CaseId, [new(context.Message.RequestId, context.Message.Step)], context.CancellationToken);
}

/// <summary>Tells the reconciler which requests this owner holds, page by page.</summary>
internal sealed class ReportStepsConsumer(OwnerDbContext db, Outbox outbox, PlatformOptions options, IEnumerable<IStartSource> starts)
    : IConsumer<ReportSteps>
{
    private const int PageSize = 200;

    public async Task Consume(ConsumeContext<ReportSteps> context)
    {
        var asked = context.Message;
        var ct = context.CancellationToken;
        var requests = ((CaseDbContext)db).StepRequests.AsNoTracking().Where(r => asked.CaseId == null || r.CaseId == asked.CaseId);
        var all = await requests.OrderBy(r => r.CaseId).ThenBy(r => r.ReceivedAt).ToListAsync(ct);
        var begun = new List<ReportedStart>();
        foreach (var source in starts)
        {
            begun.AddRange(await source.StartsAsync(asked.CaseId, ct));
        }

        var pages = Math.Max(1, (Math.Max(all.Count, begun.Count) + PageSize - 1) / PageSize);
        for (var page = 0; page < pages; page++)
        {
            outbox.Publish(new StepsReported
            {
                ReconciliationId = asked.ReconciliationId,
                Owner = options.Owner,
                Page = page,
                Last = page == pages - 1,
                Steps = [.. all.Skip(page * PageSize).Take(PageSize).Select(Report)],
                Starts = [.. begun.Skip(page * PageSize).Take(PageSize)],
            });
        }
    }

    private static ReportedStep Report(StepRequest request) => new()
    {
        Request = request.Request,
        Outcome = request.Outcome,
        Facts = request.Facts,
        Withdrawn = request.Status == StepStatus.Withdrawn,
        Sequence = request.Sequence,
    };
}

/// <summary>Knows the facts that start workflow instances; the owner of such facts registers one.</summary>
public interface IStartSource
{
    /// <summary>Starts of the case, or of all cases that are not ended.</summary>
    Task<IReadOnlyList<ReportedStart>> StartsAsync(Guid? caseId, CancellationToken ct);
}
