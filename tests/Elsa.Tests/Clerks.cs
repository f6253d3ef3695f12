using System.Collections.Concurrent;
using LostCases.Contracts;
using LostCases.Steps;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>The owners of many cases: whatever they are asked they answer, once, so that each case goes to its end.</summary>
internal sealed class Clerks(ChainOffice office)
{
    private readonly ConcurrentDictionary<Guid, bool> _answered = new();
    private readonly ConcurrentDictionary<Guid, long> _sequences = new();

    /// <summary>Starts so many cases and answers until all have ended; gives the cases.</summary>
    internal async Task<IReadOnlyList<Guid>> FinishAsync(int cases, TimeSpan patience)
    {
        var started = Enumerable.Range(0, cases).Select(i => new ChainCase(office, county: i % 2 == 0)).ToList();
        foreach (var known in started)
        {
            await office.Wire.PublishAsync(known.Confirmed());
        }

        var ids = string.Join(',', started.Select(c => $"'{c.Id}'"));
        for (var until = DateTime.UtcNow + patience; ; await Task.Delay(50))
        {
            await AnswerAsync();
            var ended = await office.Database.CountAsync("workflow.workflow_instance", $"state->>'status' = 'FINISHED' and case_id in ({ids})");
            if (ended == cases)
            {
                return [.. started.Select(c => c.Id)];
            }

            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException($"{ended} of {cases} cases have ended.");
            }
        }
    }

    private async Task AnswerAsync()
    {
        foreach (var asked in office.Wire.Of<OpenStep>().Where(o => _answered.TryAdd(o.RequestId, true)))
        {
            await office.Wire.PublishAsync(new StepAnswered
            {
                RequestId = asked.RequestId,
                InstanceId = asked.InstanceId,
                CaseId = asked.CaseId,
                Step = asked.Step,
                Outcome = asked.Step switch { "Review" => "Completed", "Approval" => "Approved", _ => "Done" },
                Facts = new Dictionary<string, string>(),
                Owner = StepCatalogue.ByName(asked.Step)!.Owner,
                Sequence = _sequences.AddOrUpdate(asked.CaseId, 3, (_, n) => n + 1),
            });
        }
    }
}
