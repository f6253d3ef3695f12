using LostCases.Rules;

namespace LostCases.Governance.Gate;

/// <summary>A state a case can be in on a drawn chain: who is waited for, what the decisions read, what has happened.</summary>
/// <param name="Waits">Boxes that wait, by number, in order.</param>
/// <param name="Arrived">Arrivals at joins, join and box by number, in order.</param>
/// <param name="Start">Which of the possible starts it had.</param>
/// <param name="History">What has happened.</param>
/// <param name="Opinion">Opinion of the review where a decision reads it.</param>
/// <param name="Pending">Transfers pending where a decision reads it.</param>
/// <param name="Ended">Whether the chain has ended.</param>
internal sealed record Marking(string Waits, string Arrived, int Start, ChainHistory History, string Opinion, string Pending, bool Ended);
