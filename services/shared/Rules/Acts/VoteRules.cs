namespace LostCases.Rules;

/// <summary>How the votes of an approval step are counted.</summary>
public enum VoteMode
{
    /// <summary>会签: everybody approves.</summary>
    All,

    /// <summary>或签: one approval is enough.</summary>
    Any,

    /// <summary>票签: a number of approvals is enough.</summary>
    Count,
}

/// <summary>What a participant says.</summary>
public enum Vote
{
    /// <summary>同意.</summary>
    Approve,

    /// <summary>不同意.</summary>
    Reject,

    /// <summary>弃权.</summary>
    Abstain,
}

/// <summary>What is assumed of a seat that has not voted when the time for it is over (逾期未表决).</summary>
public enum AbsentRule
{
    /// <summary>继续等待.</summary>
    Wait,

    /// <summary>视为弃权.</summary>
    Abstain,

    /// <summary>视为同意.</summary>
    Approve,
}

/// <summary>How an approval is decided.</summary>
public sealed record Poll
{
    /// <summary>How all votes are counted.</summary>
    public required VoteMode Mode { get; init; }

    /// <summary>Approvals that are needed where they are counted.</summary>
    public int? Quorum { get; init; }

    /// <summary>Groups that take part (参与方).</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Seats of each group (每方席位).</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Approvals that are needed in each group (每方至少同意票数); null asks for none.</summary>
    public int? GroupQuorum { get; init; }

    /// <summary>Groups whose rejection decides alone (一票否决).</summary>
    public IReadOnlyList<string> Veto { get; init; } = [];

    /// <summary>What is assumed of the absent once the time is over.</summary>
    public AbsentRule Absent { get; init; }
}

/// <summary>A vote with the group it was cast for.</summary>
public sealed record Ballot(string Group, Vote Vote);

/// <summary>Counts votes of an approval the chain has inserted (会签、或签、票签).</summary>
public static class VoteRules
{
    /// <summary>
    /// Approved, Rejected, or null while it is open; where nobody is asked it stays open. Who has not voted holds a countersign up:
    /// nothing is assumed of the absent. An abstention is no approval.
    /// </summary>
    public static string? Outcome(VoteMode mode, int? quorum, int participants, IReadOnlyCollection<Vote> votes)
    {
        if (participants == 0)
        {
            return null;
        }

        var needed = mode switch
        {
            VoteMode.All => participants,
            VoteMode.Any => 1,
            VoteMode.Count => Math.Clamp(quorum ?? participants, 1, participants),
        };
        var approvals = votes.Count(v => v == Vote.Approve);
        var open = participants - votes.Count;
        return approvals >= needed ? "Approved"
            : approvals + open < needed ? "Rejected"
            : null;
    }

    /// <summary>
    /// The same with groups: each has its seats and, where asked for, its own quorum; a group with a veto rejects alone and is waited for.
    /// <paramref name="isOver"/>: the time is over, and the absent are counted as the poll says.
    /// </summary>
    public static string? Decide(Poll poll, IReadOnlyCollection<Ballot> ballots, bool isOver = false)
    {
        var all = isOver && poll.Absent != AbsentRule.Wait ? [.. ballots, .. Absent(poll, ballots)] : ballots;
        if (all.Any(b => b.Vote == Vote.Reject && poll.Veto.Contains(b.Group)))
        {
            return "Rejected";
        }

        string?[] parts =
        [
            Outcome(poll.Mode, poll.Quorum, poll.Groups.Count * poll.Seats, [.. all.Select(b => b.Vote)]),
            .. poll.GroupQuorum is { } quorum ? poll.Groups.Select(g => Outcome(VoteMode.Count, quorum, poll.Seats, Of(g, all))) : [],
            .. poll.Veto.Where(poll.Groups.Contains).Select(g => Of(g, all).Count < poll.Seats ? null : "Approved"),
        ];
        return parts.Contains("Rejected") ? "Rejected" : parts.Contains(null) ? null : "Approved";
    }

    private static List<Vote> Of(string group, IReadOnlyCollection<Ballot> ballots) => [.. ballots.Where(b => b.Group == group).Select(b => b.Vote)];

    private static IEnumerable<Ballot> Absent(Poll poll, IReadOnlyCollection<Ballot> ballots) => poll.Groups.SelectMany(g =>
        Enumerable.Repeat(new Ballot(g, poll.Absent == AbsentRule.Approve ? Vote.Approve : Vote.Abstain), Math.Max(0, poll.Seats - ballots.Count(b => b.Group == g))));
}
