using LostCases.Contracts;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Running;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Reconciling;

/// <summary>
/// Rebuilds instances from the services' step requests (流程重建). A rebuilt state is set as a whole, never advanced by one;
/// an instance that has seen more than was reported is left as it is.
/// </summary>
public sealed class Reconciler(WorkflowDbContext db, DefinitionStore definitions, IEngine engine, Runner runner, Outbox outbox, TimeProvider time)
{
    private static readonly string[] Asked = [Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition];

    /// <summary>Asks every owner; the rest happens when the last page is in.</summary>
    public Guid Begin(Guid? caseId, string? askedBy = null) => Begin(db, outbox, time, caseId, askedBy);

    internal static Guid Begin(WorkflowDbContext db, Outbox outbox, TimeProvider time, Guid? caseId, string? askedBy)
    {
        var id = Guid.CreateVersion7();
        db.ReconciliationRuns.Add(new ReconciliationRun { Id = id, CaseId = caseId, AskedBy = askedBy, BeganAt = time.GetUtcNow() });
        foreach (var owner in Asked)
        {
            outbox.Send(owner, new ReportSteps { ReconciliationId = id, CaseId = caseId });
        }

        return id;
    }

    /// <summary>Takes a page; with the last one rebuilds.</summary>
    public async Task TakeAsync(StepsReported page, CancellationToken ct)
    {
        await db.TakeTurnsAsync(page.ReconciliationId, ct);
        db.ReconciliationPages.Add(new ReconciliationPage
        {
            ReconciliationId = page.ReconciliationId,
            Owner = page.Owner,
            Page = page.Page,
            Content = page,
        });
        await db.SaveChangesAsync(ct);
        var pages = await db.ReconciliationPages.Where(p => p.ReconciliationId == page.ReconciliationId).ToListAsync(ct);
        if (!Asked.All(owner => IsComplete(pages, owner)))
        {
            return;
        }

        var run = await db.ReconciliationRuns.FindAsync([page.ReconciliationId], ct)
            ?? db.ReconciliationRuns.Add(new ReconciliationRun { Id = page.ReconciliationId, BeganAt = time.GetUtcNow() }).Entity;
        var steps = pages.SelectMany(p => p.Content.Steps).ToLookup(s => s.Request.InstanceId);
        foreach (var (start, owner) in pages.SelectMany(p => p.Content.Starts.Select(s => (s, p.Owner))))
        {
            var id = WorkflowIds.Instance(start.DefinitionId, start.CaseId, start.StartKey);
            await RebuildAsync(run, id, start, owner, [.. steps[id]], ct);
        }

        run.EndedAt = time.GetUtcNow();

        db.ReconciliationPages.RemoveRange(pages);
    }

    private async Task RebuildAsync(ReconciliationRun run, Guid id, ReportedStart start, string owner, IReadOnlyList<ReportedStep> steps, CancellationToken ct)
    {
        run.Compared++;
        var known = await runner.FindAsync(id, ct);
        var versionId = known?.DefinitionVersionId ?? await VersionAsync(start.DefinitionId, steps, ct);
        var definition = await definitions.LoadAsync(versionId, ct);
        var (state, answered, seen) = Replay(definition, id, start, owner, steps, known?.State);
        if (known is not null && (known.State.Answered.Except(state.Answered).Any()
            || (IsSame(known.State, state) && await engine.AgreesAsync(id, known.State, ct))))
        {
            run.AskedAgain += Repeat(known, definition, steps);
            return;
        }

        var instance = known ?? runner.Create(id, start, owner, versionId, state);
        if (known is null)
        {
            // The journal may have outlived the instance.
            instance.JournalLength = await db.Journal.Where(j => j.InstanceId == id).MaxAsync(j => (int?)j.Number, ct) ?? 0;
            db.Instances.Add(instance);
        }

        if (known is null)
        {
            run.Made = [.. run.Made, id];
        }
        else
        {
            run.Set = [.. run.Set, id];
        }

        instance.Seen = seen;
        runner.Apply(instance, definition, await SetAsync(Runner.Of(instance, definition), start, answered, state.Set, ct));
        await RecordAsync(instance, answered, ct);
        run.AskedAgain += Repeat(instance, definition, steps);
        await runner.TakeEarlyAsync(instance, definition, ct);
    }

    private int Repeat(WorkflowInstance instance, Definition definition, IReadOnlyList<ReportedStep> steps)
    {
        var unheard = instance.State.Waits.Where(w => steps.All(s => s.Request.RequestId != w.RequestId)).ToList();
        unheard.ForEach(w => runner.Ask(instance, definition, w));
        return unheard.Count;
    }

    /// <summary>The answers of a rebuilt instance stand for what was kept of it.</summary>
    private async Task RecordAsync(WorkflowInstance instance, List<ReportedStep> answers, CancellationToken ct)
    {
        await db.RecordedAnswers.Where(a => a.InstanceId == instance.Id).ExecuteDeleteAsync(ct);
        foreach (var (number, answer) in answers.Index())
        {
            var asked = answer.Request;
            db.RecordedAnswers.Add(new RecordedAnswer
            {
                InstanceId = instance.Id,
                RequestId = asked.RequestId,
                Number = number,
                StepId = asked.StepId,
                Step = asked.Step,
                Outcome = answer.Outcome!,
                Facts = answer.Facts.ToDictionary(),
            });
        }
    }

    /// <summary>Has the engine walk the start and the answers again; one line in the journal says that it was so.</summary>
    private async Task<Advance> SetAsync(Run run, ReportedStart start, IReadOnlyList<ReportedStep> answers, IReadOnlyList<SetStep> sets, CancellationToken ct)
    {
        await engine.ForgetAsync(run.Id, ct);
        var advance = await engine.StartAsync(run, start.Facts, ct);
        var journal = advance.Journal.ToList();
        for (var taken = 0; taken <= answers.Count; taken++)
        {
            foreach (var set in sets.Where(s => s.After == taken))
            {
                advance = Setting.To(run.Definition, advance.State, set.StepId);
                await engine.SetAsync(run, advance.State, ct);
                journal.AddRange(advance.Journal);
            }

            if (taken < answers.Count)
            {
                var answer = answers[taken];
                advance = await engine.AnswerAsync(run, advance.State, answer.Request.RequestId, answer.Outcome!, answer.Facts, ct);
                journal.AddRange(advance.Journal);
            }
        }

        return new Advance(advance.State, [], [.. journal, new JournalLine("", "Rebuilt", null)]);
    }

    /// <summary>
    /// Where the reports lead: worked out by the simulator, whichever engine runs, since it writes nothing. What two people have set the
    /// instance to stands: it is set again after the answers it had taken by then.
    /// </summary>
    private static (InstanceState State, List<ReportedStep> Answers, Dictionary<string, long> Seen) Replay(
        Definition definition, Guid id, ReportedStart start, string owner, IReadOnlyList<ReportedStep> steps, InstanceState? known)
    {
        var advance = Interpreter.Start(definition, id, start.Facts);
        var answers = new List<ReportedStep>();
        var seen = new Dictionary<string, long> { [owner] = start.Sequence };
        var answered = steps.Where(s => s.Outcome is not null).OrderBy(s => s.Sequence).ToList();
        foreach (var set in known?.Set ?? [])
        {
            Take([.. known!.Answered.Take(set.After)]);
            if (answers.Count < set.After)
            {
                return (advance.State, answers, seen); // it has taken answers that were not reported
            }

            advance = Setting.To(definition, advance.State, set.StepId);
        }

        Take([.. answered.Select(a => a.Request.RequestId)]);
        return (advance.State, answers, seen);

        void Take(HashSet<Guid> some)
        {
            while (answered.Find(a => some.Contains(a.Request.RequestId) && advance.State.Waits.Any(w => w.RequestId == a.Request.RequestId)) is { } next)
            {
                advance = Interpreter.Answer(definition, advance.State, next.Request.RequestId, next.Outcome!, next.Facts);
                answers.Add(next);
                seen = Runner.Later(seen, StepCatalogue.ByName(next.Request.Step)!.Owner, next.Sequence ?? 0);
            }
        }
    }

    private async Task<string> VersionAsync(string definitionId, IReadOnlyList<ReportedStep> steps, CancellationToken ct)
    {
        var named = steps.Select(s => $"{definitionId}:{s.Request.DefinitionVersion}").FirstOrDefault();
        return named is not null && await db.Definitions.AnyAsync(d => d.Id == named, ct)
            ? named
            : await definitions.PublishedAsync(definitionId, ct);
    }

    private static bool IsComplete(List<ReconciliationPage> pages, string owner)
    {
        var last = pages.Find(p => p.Owner == owner && p.Content.Last);
        return last is not null && pages.Count(p => p.Owner == owner) == last.Page + 1;
    }

    private static bool IsSame(InstanceState a, InstanceState b) =>
        a.Status == b.Status && a.Waits.ToHashSet().SetEquals(b.Waits) && a.Answered.ToHashSet().SetEquals(b.Answered) && Arrived(a).SetEquals(Arrived(b));

    private static HashSet<(string Join, string Via)> Arrived(InstanceState state) => [.. state.Arrived.SelectMany(a => a.Value.Select(via => (a.Key, via)))];
}
