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
}
