using LostCases.Contracts;
using LostCases.Review.Data;
using LostCases.Rules;

namespace LostCases.Review.Approvals;

/// <summary>An approval as the chain asks for it, read as a poll. A group's first seat bears its name, further ones a number.</summary>
internal static class Polls
{
    private static readonly string[] Default = [$"{Relations.ReviewBody}:{Roles.ReviewLeader}"];

    internal static Poll Of(OpenStep asked) => new()
    {
        Mode = Code.TryParse<VoteMode>(asked.Mode, out var mode) ? mode : VoteMode.All,
        Quorum = asked.Quorum,
        Groups = asked.Participants.Count > 0 ? asked.Participants : Default,
        Seats = Math.Max(1, asked.Seats ?? 1),
        GroupQuorum = asked.GroupQuorum,
        Veto = asked.Veto,
        Absent = Code.TryParse<AbsentRule>(asked.Absent, out var absent) ? absent : AbsentRule.Wait,
    };

    internal static IEnumerable<string> Seats(Poll poll) => poll.Groups.SelectMany(g => Enumerable.Range(1, poll.Seats).Select(n => n == 1 ? g : $"{g}#{n}"));

    internal static string Group(string seat) => seat.Split('#')[0];

    internal static Ballot Ballot(CastVote vote) => new(Group(vote.Participant), vote.Vote);
}
