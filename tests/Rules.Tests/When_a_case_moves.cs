using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>The state machine (状态机) and the state as a function of the facts, domain 2.1, 2.2.</summary>
[Trait("Clause", "2.2")]
public sealed class When_a_case_moves
{
    private static readonly AgreedMachine Agreed = AgreedMachine.Read();

    /// <summary>Walks through the agreed machine, some long enough to be corrected twice.</summary>
    private static readonly Gen<Walk> AnyWalk = Gen.Int[0, 9_999].Array[1, 40].Select(Walk.By);

    public static TheoryData<CaseState> States() => [.. Enum.GetValues<CaseState>()];

    public static TheoryData<Transition> Transitions() => [.. Enum.GetValues<Transition>()];

    [Fact]
    public void There_are_the_twenty_five_transitions_agreed() => Assert.Equal(
        Enum.GetValues<Transition>().Order(), Agreed.Transitions.Select(t => t.Event).Order());

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Each_state_allows_the_transition_exactly_where_agreed(Transition transition)
    {
        var from = Agreed.Transitions.Single(t => t.Event == transition).From;
        Assert.Equal(from.Order(), StateMachine.From(transition).Order());
        Assert.All(Enum.GetValues<CaseState>(), state => Assert.Equal(
            from.Contains(state) ? null : new Refused("ILLEGAL_TRANSITION", "2.2", Code.Of(state)),
            StateMachine.Check(transition, state) as Refused));
    }

    [Fact]
    public void Registration_begins_a_case_and_starts_from_no_state() => Assert.Empty(StateMachine.From(Transition.RegisterJudgment));

    [Fact]
    public void A_case_of_which_nothing_is_known_is_registered() => Assert.Equal(CaseState.Registered, MainState.Of(Given.Facts()));

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_is_reached_by_its_shortest_walk(CaseState state) => Assert.Equal(state, Walk.StateOf(Walk.To(state).Tellings));

    [Fact]
    public void After_any_walk_the_facts_say_where_it_ended_and_what_is_open() => AnyWalk.Sample(walk =>
    {
        var state = Walk.StateOf(walk.Tellings);
        Assert.Equal(walk.State, state);
        Assert.All(Enum.GetValues<Transition>(), t => Assert.Equal(
            walk.Open.Any(open => open.Event == t), StateMachine.Check(t, state) is Accepted));
    });

    [Fact]
    public void The_order_in_which_owners_are_heard_and_repeats_do_not_matter() =>
        AnyWalk.SelectMany(walk => Gen.Shuffle(walk.Tellings.Concat(walk.Tellings).ToArray()).Select(heard => (walk, heard)))
            .Sample(t => Walk.StateOf(t.heard) == t.walk.State);

    [Fact]
    public void At_every_moment_of_hearing_the_case_is_in_some_state_from_which_it_can_go_on_or_is_over() =>
        AnyWalk.SelectMany(walk => Gen.Shuffle(walk.Tellings.ToArray())).Sample(heard =>
        {
            for (var n = 0; n <= heard.Length; n++)
            {
                var state = Walk.StateOf(heard.Take(n));
                Assert.True(state == CaseState.Terminated || Enum.GetValues<Transition>().Any(t => StateMachine.Check(t, state) is Accepted));
            }
        });

    [Fact]
    public void Random_walks_take_every_transition_and_see_every_state()
    {
        var random = new Random(20181214);
        var walks = Enumerable.Range(0, 1_000).Select(_ => Walk.By(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(10_000)))).ToList();
        Assert.Equal(Enum.GetValues<Transition>().Order(), walks.SelectMany(w => w.Taken).Distinct().Order());
        Assert.Equal(Enum.GetValues<CaseState>().Order(), walks.Select(w => w.State!.Value).Distinct().Order());
    }

    [Theory]
    [Trait("Clause", "GAP-13")]
    [MemberData(nameof(States))]
    public void Suspended_anywhere_it_resumes_where_it_was(CaseState state)
    {
        var walk = Walk.To(state);
        if (StateMachine.Check(Transition.Suspend, state) is Accepted)
        {
            walk.Take(Transition.Suspend);
            Assert.Equal(CaseState.Suspended, Walk.StateOf(walk.Tellings));
            Assert.Equal(state, MainState.WithoutSuspension(Facts(walk)));
            walk.Take(Transition.Resume);
            Assert.Equal(state, Walk.StateOf(walk.Tellings));
        }
    }

    [Theory]
    [Trait("Clause", "GAP-13")]
    [MemberData(nameof(States))]
    public void Terminated_anywhere_it_stays_so_whatever_is_heard_later(CaseState state)
    {
        var walk = Walk.To(state);
        if (StateMachine.Check(Transition.Terminate, state) is Accepted)
        {
            walk.Take(Transition.Terminate);
            Assert.Equal(CaseState.Terminated, Walk.StateOf(walk.Tellings));
            Assert.Equal(CaseState.Terminated, Walk.StateOf(walk.Tellings.Reverse()));
            Assert.Empty(walk.Open);
        }
    }

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void A_case_corrected_after_closing_is_closed_again_with_its_new_version()
    {
        var walk = Walk.To(CaseState.Closed);
        foreach (var step in new[] { Transition.ConferenceCorrect, Transition.RecordRedisposition, Transition.CloseCase, Transition.ConferenceCorrect })
        {
            walk.Take(step);
            Assert.Equal(walk.State, Walk.StateOf(walk.Tellings));
        }
    }

    [Fact]
    public void A_later_fact_is_believed_before_the_earlier_one_of_another_owner_has_arrived()
    {
        Assert.Equal(CaseState.Returned, MainState.Of(Given.Facts((Fact.Scope, "IN"), (Fact.Accepted, "TRUE"), (Fact.Returns, "1"))));
        Assert.Equal(CaseState.Closed, MainState.Of(Given.Facts((Fact.Scope, "IN"), (Fact.Reviewed, "TRUE"), (Fact.ClosedVersion, "1"))));
        Assert.Equal(CaseState.Disposing, MainState.Of(Given.Facts((Fact.Scope, "IN"), (Fact.FeedbackReceived, "TRUE"))));
    }

    [Theory]
    [Trait("Clause", "N2.5.3-b")]
    [InlineData("1", CaseState.Transferred)]
    [InlineData("0", CaseState.Disposed)]
    public void Decided_anew_it_still_waits_for_the_organs_that_have_not_decided(string pending, CaseState state) => Assert.Equal(state, MainState.Of(Given.Facts(
        (Fact.Scope, "IN"), (Fact.OwnPartDone, "TRUE"), (Fact.Corrections, "1"), (Fact.Redispositions, "1"), (Fact.DispositionVersion, "2"), (Fact.TransfersPending, pending))));

    [Theory]
    [InlineData("submissions", "-1")]
    [InlineData("submissions", "x")]
    [InlineData("filed", "2023-13-01")]
    public void A_fact_that_cannot_be_read_counts_as_unknown(string fact, string value)
    {
        var facts = Given.Facts((fact, value));
        Assert.Equal((0, null, false), (facts.Count(fact), facts.Date(fact), facts.Is(fact)));
    }

    private static CaseFacts Facts(Walk walk) => CaseFacts.From(walk.Tellings.GroupBy(t => t.Owner)
        .SelectMany(owner => owner.MaxBy(t => t.Sequence)!.Facts).ToDictionary(f => f.Key, f => f.Value));
}
