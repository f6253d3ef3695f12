using System.Globalization;
using LostCases.Check.Reading;
using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Check;

/// <summary>
/// Replays the events of all owners of one case as a walk of the state machine. Each owner's events are in order; how those of
/// different owners lie between each other is not recorded, so one lawful order is enough. That in which they were recorded is tried
/// first; clocks may disagree, so others follow.
/// </summary>
internal sealed class Walk
{
    private const int Limit = 100_000;
    private readonly CaseEvent[][] _owners;
    private readonly HashSet<string> _seen = [];
    private readonly Stack<int[]> _open = new();
    private (string Expected, string Seen, string Owner)? _furthest;
    private int _reached = -1;

    private Walk(IEnumerable<CaseEvent> events) =>
        _owners = [.. events.GroupBy(e => e.Owner).Select(o => o.OrderBy(e => e.Sequence).ToArray())];

    /// <summary>What is unlawful about the case; null where there is a lawful order.</summary>
    internal static (string Expected, string Seen, string Owner)? Fault(IReadOnlyList<CaseEvent> events) => new Walk(events).Search();

    private (string, string, string)? Search()
    {
        var end = _owners.Sum(o => o.Length);
        _open.Push(new int[_owners.Length]);
        while (_open.TryPop(out var at) && _seen.Count < Limit)
        {
            if (at.Sum() == end)
            {
                return null;
            }

            Extend(at);
        }

        return _furthest;
    }

    private void Extend(int[] at)
    {
        // The earliest is pushed last and therefore tried first.
        var next = Enumerable.Range(0, _owners.Length).Where(o => at[o] < _owners[o].Length).OrderByDescending(o => _owners[o][at[o]].At);
        foreach (var owner in next)
        {
            var happened = _owners[owner][at[owner]];
            if (Refusal(at, owner, happened) is { } refusal)
            {
                Remember(at.Sum(), refusal, happened);
                continue;
            }

            var further = (int[])at.Clone();
            further[owner]++;
            if (_seen.Add(string.Join(',', further)))
            {
                _open.Push(further);
            }
        }
    }

    private void Remember(int reached, string refusal, CaseEvent happened)
    {
        if (reached > _reached)
        {
            (_reached, _furthest) = (reached, (refusal, $"{happened.Name} with number {happened.Sequence}", happened.Owner));
        }
    }

    private string? Refusal(int[] at, int owner, CaseEvent happened)
    {
        var transitions = CaseEvents.Transitions(happened.Name);
        var facts = Facts(at);
        if (Applied(happened) is { } applied && applied.Number > facts.Count(Fact.Suspensions))
        {
            return $"suspension {applied.Number} before it was applied";
        }

        if (transitions.Count == 0)
        {
            return null;
        }

        if (transitions.Contains(Transition.RegisterJudgment))
        {
            return at.Sum() == 0 ? null : "a registration before all else";
        }

        var state = MainState.Of(facts);
        var judged = state == CaseState.Suspended && !HasApplied(happened, facts) ? MainState.WithoutSuspension(facts) : state;
        if (!transitions.Any(t => StateMachine.From(t).Contains(state) || StateMachine.From(t).Contains(judged)))
        {
            return $"a transition that {Code.Of(judged)} allows";
        }

        return happened.Name == nameof(CaseClosed) && ClosingRules.Close(facts, int.MaxValue, ClosingRules.Holders(facts)) is Refused refused
            ? $"no closing: {refused.Code}"
            : null;
    }

    /// <summary>An act committed before its owner applied a suspension stands.</summary>
    private static bool HasApplied(CaseEvent happened, CaseFacts facts) =>
        happened.Owner == Owners.Intake || Applied(happened) == (facts.Count(Fact.Suspensions), true);

    /// <summary>What the owner says it has applied of suspension, as <c>1:TRUE</c>; null where it has said nothing.</summary>
    private static (int Number, bool Suspended)? Applied(CaseEvent happened) =>
        happened.Facts.GetValueOrDefault(Fact.Applied(happened.Owner))?.Split(':') is [var number, var suspended]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (n, suspended == "TRUE")
            : null;

    private CaseFacts Facts(int[] at)
    {
        var union = new Dictionary<string, string>();
        for (var owner = 0; owner < at.Length; owner++)
        {
            foreach (var (name, value) in at[owner] > 0 ? _owners[owner][at[owner] - 1].Facts : new Dictionary<string, string>())
            {
                union[name] = value;
            }
        }

        return CaseFacts.From(union);
    }
}
