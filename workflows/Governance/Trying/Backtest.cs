using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Governance.Trying;

/// <summary>
/// Replays a closed case through a draft (回测): answers are matched by kind of step and round, a step without a record takes its first
/// port, decisions read the recorded facts. Tells what would have been different.
/// </summary>
public static class Backtest
{
    private const int Most = 400;

    /// <summary>The differences; none where the case would have gone the same way.</summary>
    public static IReadOnlyList<Difference> Of(Definition followed, Definition draft, IReadOnlyDictionary<string, string> start, IReadOnlyList<RecordedAnswer> record)
    {
        var told = new List<Difference>();
        var left = record.OrderBy(a => a.Number).GroupBy(a => a.Step).ToDictionary(g => g.Key, g => new Queue<RecordedAnswer>(g));
        var advance = Interpreter.Start(draft, Guid.Empty, start);
        for (var steps = 0; advance.State.Status == InstanceStatus.Running && advance.State.Waits.Count > 0 && steps < Most; steps++)
        {
            // Of several that wait, the one that was answered first goes first.
            var wait = advance.State.Waits.OrderBy(w => left.GetValueOrDefault(w.Step)?.TryPeek(out var next) == true ? next.Number : int.MaxValue).First();
            var node = draft.Nodes[wait.StepId];
            if (left.GetValueOrDefault(wait.Step)?.TryDequeue(out var answer) == true)
            {
                if (followed.Nodes.TryGetValue(answer.StepId, out var before))
                {
                    told.AddRange(Compare(before, node));
                }

                advance = Interpreter.Answer(draft, advance.State, wait.RequestId, answer.Outcome, answer.Facts);
                continue;
            }

            var port = PortNames.Of(node.Ports[0]);
            told.Add(new Difference("Added", node.Id, new($"增加“{node.Title}”：无记录，按默认出口“{port.Zh}”。", $"“{node.Title}” is added: no record, taken as “{port.En}”.")));
            advance = Interpreter.Answer(draft, advance.State, wait.RequestId, node.Ports[0], new Dictionary<string, string>());
        }

        told.AddRange(left.Values.SelectMany(q => q).OrderBy(a => a.Number).Select(a => Missed(a, followed)));
        if (advance.State.Status != InstanceStatus.Finished)
        {
            var stands = string.Join('、', advance.State.Waits.Select(w => draft.Nodes[w.StepId].Title).Concat(advance.State.Incidents.Select(i => draft.Nodes[i.StepId].Title)));
            told.Add(new Difference("End", null, new($"流程不会走到结束，停在“{stands}”。", $"The chain would not end; it stands at “{stands}”.")));
        }

        return [.. told.Distinct()];
    }

    private static IEnumerable<Difference> Compare(Node before, Node now)
    {
        var (old, limit) = (Limits.Of(before), Limits.Of(now));
        if (old != limit)
        {
            yield return new Difference("Limit", now.Id, new($"“{now.Title}”的期限由{Days(old, "不限")}改为{Days(limit, "不限")}。", $"Limit of “{now.Title}”: {old?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} → {limit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} working days."));
        }

        var (office, other) = (StepOffice.Of(before.Step!, before.Inputs.GetValueOrDefault("participants")), StepOffice.Of(now.Step!, now.Inputs.GetValueOrDefault("participants")));
        if (office != other)
        {
            yield return new Difference("Office", now.Id, new($"“{now.Title}”的承办单位由{office.Zh}改为{other.Zh}。", $"“{now.Title}” goes to {other.En} instead of {office.En}."));
        }
    }

    private static Difference Missed(RecordedAnswer answer, Definition followed)
    {
        var title = followed.Nodes.TryGetValue(answer.StepId, out var node) ? node.Title : answer.Step;
        return new Difference("Missed", answer.StepId, new($"不再经过“{title}”（{PortNames.Of(answer.Outcome).Zh}）。", $"“{title}” ({PortNames.Of(answer.Outcome).En}) is not passed any more."));
    }

    private static string Days(int? days, string none) => days is null ? none : $" {days} 个工作日";
}

/// <summary>What would have been different in a case.</summary>
/// <param name="Kind">Office, Added, Missed, Limit or End.</param>
/// <param name="StepId">The box; null where it is about the end.</param>
/// <param name="Text">In words.</param>
public sealed record Difference(string Kind, string? StepId, Sentence Text);
