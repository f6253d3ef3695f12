using System.Globalization;
using LostCases.Contracts;
using LostCases.Rules;
using LostCases.Steps;

namespace LostCases.Workflows.Tests;

/// <summary>A case on the chain, with what its owners have been asked and have answered.</summary>
internal sealed class ChainCase(ChainOffice office, bool county = true)
{
    private static readonly string[] Reporting = [Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition];
    private readonly Dictionary<Guid, StepAnswered> _answers = [];
    private readonly HashSet<Guid> _withdrawn = [];
    private readonly Guid _decision = Guid.NewGuid();
    private long _sequence = 2;

    internal Guid Id { get; } = Guid.NewGuid();

    internal Guid Instance => WorkflowIds.Instance("case-accountability", Id, _decision);

    /// <summary>Requests as their owners hold them: the first time each was heard.</summary>
    internal List<OpenStep> Asked => [.. office.Wire.Of<OpenStep>().Where(o => o.CaseId == Id).DistinctBy(o => o.RequestId).Where(o => !_withdrawn.Contains(o.RequestId))];

    internal CaseConfirmedInScope Confirmed() => new()
    {
        Case = new CaseHeader
        {
            Id = Id,
            Code = "BS-339924-2026-000001",
            Owner = Owners.Intake,
            Sequence = 2,
            On = new DateOnly(2026, 3, 2),
            RecordedAt = DateTimeOffset.UnixEpoch,
            Slice = new CaseSlice { Facts = StartFacts(), Parties = [], Clocks = [], Documents = [] },
        },
        ScopeDecisionId = _decision,
        EffectiveOn = new DateOnly(2026, 3, 2),
        InvestigateFrom = new DateOnly(2026, 3, 2),
    };

    internal async Task<ChainCase> StartAsync()
    {
        await office.TellAsync(Confirmed());
        return this;
    }

    /// <summary>The owner answers a step that it has been asked for, and the chain hears it.</summary>
    internal async Task<ChainCase> AnswerAsync(string step, string outcome = "Done", params (string Name, string Value)[] facts)
    {
        await office.TellAsync(await RecordAsync(step, outcome, facts));
        return this;
    }

    /// <summary>The owner answers a step, but nobody tells the chain.</summary>
    internal async Task<StepAnswered> RecordAsync(string step, string outcome = "Done", params (string Name, string Value)[] facts)
    {
        var asked = await Probe.UntilAsync($"{step} is asked for", () => Asked.FindLast(o => o.Step == step && !_answers.ContainsKey(o.RequestId)), o => o is not null);
        return _answers[asked!.RequestId] = new StepAnswered
        {
            RequestId = asked.RequestId,
            InstanceId = asked.InstanceId,
            CaseId = Id,
            Step = step,
            Outcome = outcome,
            Facts = facts.ToDictionary(f => f.Name, f => f.Value),
            Owner = StepCatalogue.ByName(step)!.Owner,
            Sequence = ++_sequence,
        };
    }

    /// <summary>The owners have heard that steps are not waited for any more.</summary>
    internal void Forget(HashSet<Guid> withdrawn) => _withdrawn.UnionWith(withdrawn);

    internal async Task<ChainCase> ReviewedAsync()
    {
        await StartAsync();
        await AnswerAsync("Investigate");
        await AnswerAsync("SubmitReport", "Done", (Fact.Submissions, "1"));
        return await AnswerAsync("Review", "Completed", (Fact.Opinion, "AGREE"));
    }

    /// <summary>Answers whatever is asked until the case is closed.</summary>
    internal async Task FinishAsync()
    {
        while (await StatusAsync() == "RUNNING")
        {
            var next = await Probe.UntilAsync("something is asked", () => Asked.Find(o => !_answers.ContainsKey(o.RequestId)), o => o is not null);
            await AnswerAsync(next!.Step, next.Step == "Review" ? "Completed" : "Done");
        }

        Assert.Equal("FINISHED", await StatusAsync());
    }

    /// <summary>Pages as the owners report them now.</summary>
    internal List<StepsReported> Reports(Guid reconciliation) => [.. Reporting.Select(owner => new StepsReported
    {
        ReconciliationId = reconciliation,
        Owner = owner,
        Page = 0,
        Last = true,
        Steps = [.. Asked.Where(o => StepCatalogue.ByName(o.Step)!.Owner == owner).Select(Report)],
        Starts = owner == Owners.Intake ? [Start()] : [],
    })];

    /// <summary>Asks for a reconciliation and answers it as the owners would.</summary>
    internal async Task ReconcileAsync()
    {
        foreach (var page in Reports(await BeginAsync()))
        {
            await office.TellAsync(page);
        }
    }

    internal async Task<Guid> BeginAsync()
    {
        var (status, body) = await office.PostAsync("lostcases/reconcile", new { caseId = Id });
        Assert.Equal(202, status);
        var id = body.GetProperty("reconciliationId").GetGuid();
        await Probe.UntilAsync("every owner is asked", () => office.Wire.Of<ReportSteps>().Count(r => r.ReconciliationId == id), n => n == Reporting.Length);
        return id;
    }

    /// <summary>Waits until every step the chain waits for has been heard by its owner.</summary>
    internal Task HeardAsync() => Probe.UntilAsync(
        "what waits is asked for",
        async () => (Waits: await ReadAsync("jsonb_array_length(state->'waits')"), Asked: Asked.Count(o => !_answers.ContainsKey(o.RequestId))),
        seen => seen.Waits == seen.Asked.ToString(CultureInfo.InvariantCulture));

    internal Task<string> StatusAsync() => ReadAsync("state->>'status'");

    /// <summary>Boxes that wait, with their rounds.</summary>
    internal Task<string> WaitsAsync() =>
        ReadAsync("(select string_agg(concat(w->>'stepId', '#', w->>'round'), ' ' order by w->>'stepId') from jsonb_array_elements(state->'waits') w)");

    internal Task<string> ReadAsync(string column) =>
        office.Database.ReadAsync<string>($"select coalesce((select ({column})::text from workflow.workflow_instance where id = '{Instance}'), 'nothing')");

    private Dictionary<string, string> StartFacts() => new()
    {
        [Fact.Route] = "COUNTY_LEGAL",
        [Fact.County] = county ? "TRUE" : "FALSE",
        [Fact.JointRequired] = "FALSE",
    };

    private ReportedStart Start() => new()
    {
        DefinitionId = "case-accountability",
        CaseId = Id,
        CaseCode = "BS-339924-2026-000001",
        StartKey = _decision,
        Facts = StartFacts(),
        Sequence = 2,
    };

    private ReportedStep Report(OpenStep asked)
    {
        var answer = _answers.GetValueOrDefault(asked.RequestId);
        return new ReportedStep { Request = asked, Outcome = answer?.Outcome, Facts = answer?.Facts ?? new Dictionary<string, string>(), Sequence = answer?.Sequence };
    }
}
