using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>Votes of an approval the chain has inserted (会签、或签、票签).</summary>
[Trait("Clause", "votes")]
public sealed class When_votes_are_counted
{
    private static readonly Gen<(VoteMode Mode, int? Quorum, int Seats, Vote[] Votes)> Polls = Gen.Int[1, 7].SelectMany(seats =>
        Gen.Select(Sample.Any<VoteMode>(), Gen.Int[0, 8], Gen.Const(seats), Sample.Any<Vote>().Array[0, seats])
            .Select(p => (p.Item1, p.Item2 == 0 ? (int?)null : p.Item2, p.Item3, p.Item4)));

    [Theory]
    [InlineData(VoteMode.All, null, 3, "AAA", "Approved")]
    [InlineData(VoteMode.All, null, 3, "AA", null)]
    [InlineData(VoteMode.All, null, 3, "R", "Rejected")]
    [InlineData(VoteMode.All, null, 3, "AAB", "Rejected")]
    [InlineData(VoteMode.Any, null, 3, "RRA", "Approved")]
    [InlineData(VoteMode.Any, null, 3, "RR", null)]
    [InlineData(VoteMode.Any, null, 3, "RRB", "Rejected")]
    [InlineData(VoteMode.Count, 2, 3, "AA", "Approved")]
    [InlineData(VoteMode.Count, 2, 3, "AR", null)]
    [InlineData(VoteMode.Count, 2, 3, "RB", "Rejected")]
    [InlineData(VoteMode.Count, 9, 3, "AAA", "Approved")]
    [InlineData(VoteMode.Count, null, 2, "A", null)]
    [InlineData(VoteMode.All, null, 0, "", null)]
    [InlineData(VoteMode.Count, 1, 0, "", null)]
    public void Each_mode_counts_in_its_way(VoteMode mode, int? quorum, int seats, string votes, string? outcome) => Assert.Equal(
        outcome, VoteRules.Outcome(mode, quorum, seats, [.. votes.Select(v => v switch { 'A' => Vote.Approve, 'R' => Vote.Reject, _ => Vote.Abstain })]));

    [Fact]
    public void The_order_of_the_votes_does_not_matter() =>
        Polls.SelectMany(p => Gen.Shuffle(p.Votes).Select(shuffled => (p.Mode, p.Quorum, p.Seats, p.Votes, Shuffled: shuffled))).Sample(p =>
            VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, p.Votes) == VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, p.Shuffled));

    [Fact]
    public void Once_decided_no_further_vote_changes_it() => Polls.Sample(p =>
    {
        var said = Enumerable.Range(0, p.Votes.Length + 1).Select(n => VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, p.Votes[..n])).OfType<string>();
        return said.Distinct().Count() <= 1;
    });

    [Fact]
    public void An_approval_in_place_of_another_vote_never_makes_it_worse() => Gen.Select(Polls, Gen.Int[0, 6]).Sample((p, place) =>
    {
        var better = p.Votes.Select((v, i) => i == place ? Vote.Approve : v).ToArray();
        return Rank(VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, better)) >= Rank(VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, p.Votes));
    });

    [Fact]
    public void When_everybody_has_voted_it_is_decided() => Polls.Sample(p =>
        p.Votes.Length < p.Seats || VoteRules.Outcome(p.Mode, p.Quorum, p.Seats, p.Votes) is not null);

    private static int Rank(string? outcome) => outcome switch { "Rejected" => 0, null => 1, _ => 2 };
}
