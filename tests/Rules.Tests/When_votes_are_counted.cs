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

    [Theory]
    [InlineData(null, false, "aA bA", null)] // two seats each: two are missing
    [InlineData(null, false, "aA aA bA bA", "Approved")]
    [InlineData(1, false, "aA bR aR bR", "Rejected")] // b has its one approval no more
    [InlineData(1, false, "aA aR bA bR", "Rejected")] // everybody's mode is not reached
    [InlineData(null, true, "aR", "Rejected")]
    [InlineData(null, true, "bR", "Rejected")]
    public void Groups_have_seats_a_quorum_and_a_veto(int? groupQuorum, bool veto, string votes, string? outcome) => Assert.Equal(
        outcome, VoteRules.Decide(new Poll { Mode = VoteMode.All, Groups = ["a", "b"], Seats = 2, GroupQuorum = groupQuorum, Veto = veto ? ["a"] : [] }, Ballots(votes)));

    [Theory]
    [InlineData("bA", null)] // one approval is enough, but who may veto is waited for
    [InlineData("bA aB", "Approved")]
    [InlineData("bA aR", "Rejected")]
    public void Who_may_veto_is_waited_for(string votes, string? outcome) =>
        Assert.Equal(outcome, VoteRules.Decide(new Poll { Mode = VoteMode.Any, Groups = ["a", "b"], Veto = ["a"] }, Ballots(votes)));

    [Theory]
    [InlineData(AbsentRule.Wait, null)]
    [InlineData(AbsentRule.Abstain, "Rejected")]
    [InlineData(AbsentRule.Approve, "Approved")]
    public void The_absent_are_counted_as_the_poll_says_once_the_time_is_over(AbsentRule absent, string? outcome)
    {
        var poll = new Poll { Mode = VoteMode.All, Groups = ["a", "b"], Absent = absent };
        Assert.Null(VoteRules.Decide(poll, Ballots("aA")));
        Assert.Equal(outcome, VoteRules.Decide(poll, Ballots("aA"), isOver: true));
    }

    private static Ballot[] Ballots(string votes) => [.. votes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(v => new Ballot(v[..1], v[1] switch { 'A' => Vote.Approve, 'R' => Vote.Reject, _ => Vote.Abstain }))];
}
