using System.Globalization;
using LostCases.Contracts;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Reconciling;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LostCases.Governance.Running;

/// <summary>Runs instances: loads, lets the engine take one input, saves state, journal and commands together.</summary>
public sealed class Runner(WorkflowDbContext db, DefinitionStore definitions, IEngine engine, Outbox outbox, TimeProvider time, ILogger<Runner> log)
{
    /// <summary>Starts the chain for a fact, once.</summary>
    public async Task StartAsync(ReportedStart start, string owner, CancellationToken ct)
    {
        var id = WorkflowIds.Instance(start.DefinitionId, start.CaseId, start.StartKey);
        await db.TakeTurnsAsync(start.CaseId, ct);
        if (await db.EndedCases.FindAsync([start.CaseId], ct) is not null || await FindAsync(id, ct) is not null)
        {
            return;
        }

        var version = await definitions.PublishedAsync(start.DefinitionId, ct);
        var definition = await definitions.LoadAsync(version, ct);
        var advance = await engine.StartAsync(new Run(id, definition, version, start.CaseId, start.CaseCode), start.Facts, ct);
        var instance = Create(id, start, owner, version, advance.State);
        db.Instances.Add(instance);
        Apply(instance, definition, advance);
        await TakeEarlyAsync(instance, definition, ct);
    }

    /// <summary>Applies the answers that came while there was no instance.</summary>
    public async Task TakeEarlyAsync(WorkflowInstance instance, Definition definition, CancellationToken ct)
    {
        foreach (var early in await db.EarlyAnswers.Where(a => a.InstanceId == instance.Id).ToListAsync(ct))
        {
            await TakeAsync(instance, definition, early.Answer, ct);
            db.EarlyAnswers.Remove(early);
        }
    }

    /// <summary>Takes an answer; one for an instance not known yet is kept for it.</summary>
    public async Task AnswerAsync(StepAnswered answer, CancellationToken ct)
    {
        if (await FindAsync(answer.InstanceId, ct) is not { } instance)
        {
            await KeepAsync(answer, ct);
            return;
        }

        Telemetry.Mark(instance.CaseId, instance.Name);
        try
        {
            await TakeAsync(instance, await definitions.LoadAsync(instance.DefinitionVersionId, ct), answer, ct);
        }
        catch (InstanceLostException)
        {
            log.InstanceLost(instance.Id);
            await KeepAsync(answer, ct);
            Reconciler.Begin(db, outbox, time, instance.CaseId, askedBy: null);
        }
    }

    /// <summary>Keeps an answer until its instance is there.</summary>
    private async Task KeepAsync(StepAnswered answer, CancellationToken ct)
    {
        if (await db.EarlyAnswers.FindAsync([answer.RequestId], ct) is null)
        {
            db.EarlyAnswers.Add(new EarlyAnswer { RequestId = answer.RequestId, InstanceId = answer.InstanceId, Answer = answer });
        }
    }

    /// <summary>Withdraws every chain of a case and the steps they wait for; one that would start later does not (终止).</summary>
    public async Task CancelAsync(Guid caseId, CancellationToken ct)
    {
        await db.TakeTurnsAsync(caseId, ct);
        if (await db.EndedCases.FindAsync([caseId], ct) is null)
        {
            db.EndedCases.Add(new EndedCase { CaseId = caseId });
        }

        foreach (var id in await db.Instances.Where(i => i.CaseId == caseId && i.FinishedAt == null).Select(i => i.Id).ToListAsync(ct))
        {
            var instance = (await FindAsync(id, ct))!;
            foreach (var owner in instance.State.Waits.Select(w => StepCatalogue.ByName(w.Step)!.Owner).Distinct())
            {
                outbox.Send(owner, new CancelSteps { InstanceId = id, CaseId = caseId });
            }

            var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
            Apply(instance, definition, await engine.CancelAsync(Of(instance, definition), instance.State, ct));
        }
    }

    /// <summary>The instance, alone with this transaction; null where there is none.</summary>
    public async Task<WorkflowInstance?> FindAsync(Guid id, CancellationToken ct)
    {
        await db.TakeTurnsAsync(id, ct);
        return await db.Instances.SingleOrDefaultAsync(i => i.Id == id, ct);
    }

    /// <summary>A new instance row in the given state.</summary>
    public WorkflowInstance Create(Guid id, ReportedStart start, string owner, string versionId, InstanceState state) => new()
    {
        Id = id,
        DefinitionVersionId = versionId,
        CaseId = start.CaseId,
        Name = start.CaseCode,
        State = state,
        Seen = new Dictionary<string, long> { [owner] = start.Sequence },
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    /// <summary>Saves what follows and asks for the steps it opens.</summary>
    public void Apply(WorkflowInstance instance, Definition definition, Advance advance)
    {
        var now = time.GetUtcNow();
        Withdraw(instance, advance.State);
        instance.State = advance.State;
        instance.UpdatedAt = now;
        instance.FinishedAt = advance.State.Status == InstanceStatus.Running ? null : now;
        foreach (var line in advance.Journal)
        {
            db.Journal.Add(new JournalEntry
            {
                InstanceId = instance.Id,
                Number = ++instance.JournalLength,
                ActivityId = line.ActivityId,
                Event = line.Event,
                Detail = line.Detail,
                At = now,
            });
        }

        foreach (var wait in advance.Opened)
        {
            Ask(instance, definition, wait);
        }

        foreach (var notice in Notices.Of(instance, definition, advance))
        {
            outbox.Send(Owners.Notification, notice);
        }
    }

    /// <summary>Takes back the steps that waited and no longer do, unanswered: at an end, or where a rebuilt state knows better.</summary>
    private void Withdraw(WorkflowInstance instance, InstanceState next)
    {
        var gone = instance.State.Waits.Where(w => !next.Answered.Contains(w.RequestId) && next.Waits.All(n => n.RequestId != w.RequestId));
        foreach (var waits in gone.GroupBy(w => StepCatalogue.ByName(w.Step)!.Owner))
        {
            outbox.Send(waits.Key, new CancelSteps { InstanceId = instance.Id, CaseId = instance.CaseId, RequestIds = [.. waits.Select(w => w.RequestId)] });
        }
    }

    /// <summary>Asks the owner of a step for it.</summary>
    public void Ask(WorkflowInstance instance, Definition definition, Wait wait)
    {
        // A setting the step does not have, written into an imported file, has no effect.
        var declared = StepCatalogue.ByName(wait.Step)!.Inputs.Select(i => i.Name).ToHashSet();
        var inputs = definition.Nodes[wait.StepId].Inputs.Where(i => declared.Contains(i.Key)).ToDictionary();
        var version = instance.DefinitionVersionId.Split(':')[^1];
        outbox.Send(StepCatalogue.ByName(wait.Step)!.Owner, new OpenStep
        {
            RequestId = wait.RequestId,
            InstanceId = instance.Id,
            DefinitionId = definition.Id,
            DefinitionVersion = int.Parse(version, CultureInfo.InvariantCulture),
            StepId = wait.StepId,
            Step = wait.Step,
            CaseId = instance.CaseId,
            Round = wait.Round,
            After = new Dictionary<string, long>(instance.Seen),
            LimitWorkingDays = Number(inputs, "limitWorkingDays"),
            ReminderDays = [.. List(inputs, "reminderDays").Select(d => int.Parse(d, CultureInfo.InvariantCulture))],
            Participants = List(inputs, "participants"),
            Mode = inputs.GetValueOrDefault("mode"),
            Quorum = Number(inputs, "quorum"),
            Seats = Number(inputs, "seats"),
            GroupQuorum = Number(inputs, "groupQuorum"),
            Veto = List(inputs, "veto"),
            Absent = inputs.GetValueOrDefault("absent"),
            Template = inputs.GetValueOrDefault("template"),
        });
    }

    internal static Run Of(WorkflowInstance instance, Definition definition) =>
        new(instance.Id, definition, instance.DefinitionVersionId, instance.CaseId, instance.Name);

    private async Task TakeAsync(WorkflowInstance instance, Definition definition, StepAnswered answer, CancellationToken ct)
    {
        var advance = await engine.AnswerAsync(Of(instance, definition), instance.State, answer.RequestId, answer.Outcome, answer.Facts, ct);
        instance.Seen = Later(instance.Seen, answer.Owner, answer.Sequence);
        if (advance.Journal.Count > 0)
        {
            var wait = instance.State.Waits.First(w => w.RequestId == answer.RequestId);
            Apply(instance, definition, advance);
            Record(instance, wait, answer.Outcome, answer.Facts);
        }
    }

    /// <summary>Keeps an answer with its facts: what closed cases are replayed from.</summary>
    internal void Record(WorkflowInstance instance, Wait wait, string outcome, IReadOnlyDictionary<string, string> facts) => db.RecordedAnswers.Add(new RecordedAnswer
    {
        InstanceId = instance.Id,
        RequestId = wait.RequestId,
        Number = instance.JournalLength,
        StepId = wait.StepId,
        Step = wait.Step,
        Outcome = outcome,
        Facts = facts.ToDictionary(),
    });

    /// <summary>Sets an instance to wait at a step, whatever it waited for (置于环节).</summary>
    public async Task SetToAsync(WorkflowInstance instance, Definition definition, string stepId, CancellationToken ct)
    {
        var advance = Setting.To(definition, instance.State, stepId);
        await engine.SetAsync(Of(instance, definition), advance.State, ct);
        Apply(instance, definition, advance);
    }

    internal static Dictionary<string, long> Later(Dictionary<string, long> seen, string owner, long sequence) =>
        new(seen) { [owner] = Math.Max(sequence, seen.GetValueOrDefault(owner)) };

    private static int? Number(IReadOnlyDictionary<string, string> inputs, string name) =>
        int.TryParse(inputs.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static string[] List(IReadOnlyDictionary<string, string> inputs, string name) =>
        inputs.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
