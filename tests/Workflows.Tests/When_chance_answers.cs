using System.Text.Json;
using CsCheck;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>The shipped chain walked by chance: which box answers next, and by which port.</summary>
public sealed class When_chance_answers
{
    private static readonly Definition Chain = Drawing.ReadShipped();
    private static readonly Gen<(int Which, int Port)[]> Choices = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 60];
    private static readonly string[] Counties = ["TRUE", "FALSE"];

    [Fact]
    public void The_same_answers_give_the_same_journal_and_state() => Choices.Sample(choices =>
    {
        var (one, other) = (Run(choices), Run(choices));
        return one.Journal.SequenceEqual(other.Journal) && Text(one.State) == Text(other.State) && one.Opened.SequenceEqual(other.Opened);
    });

    [Fact]
    public void Repeats_and_strays_in_between_change_nothing() => Choices.Sample(choices =>
        Run(choices).Journal.SequenceEqual(Run(choices, strays: true).Journal));

    [Fact]
    public void A_state_that_was_stored_goes_on_like_one_that_was_not() => Choices.Sample(choices =>
        Text(Run(choices).State) == Text(Run(choices, stored: true).State));

    [Fact]
    public void A_box_waits_once_at_most_and_rounds_count_without_gaps() => Choices.Sample(choices =>
    {
        var walk = Run(choices);
        return walk.State.Waits.Select(w => w.StepId).Distinct().Count() == walk.State.Waits.Count
            && walk.Opened.GroupBy(w => w.StepId).All(g => g.Select(w => w.Round).SequenceEqual(Enumerable.Range(1, g.Count())));
    });

    [Fact]
    public void It_always_waits_for_somebody_or_has_ended() => Choices.Sample(choices =>
    {
        var state = Run(choices).State;
        return state.Incidents.Count == 0 && state.Status == (state.Waits.Count > 0 ? InstanceStatus.Running : InstanceStatus.Finished);
    });

    [Fact]
    public void A_county_case_never_closes_without_filing_nor_any_without_review() => Choices.Sample(choices =>
    {
        var walk = Run(choices);
        var asked = walk.Opened.Select(w => w.StepId).ToHashSet();
        return !asked.Contains("close-case")
            || (walk.Lines.Contains("review Completed") && (walk.State.Facts["county"] == "FALSE" || walk.Lines.Contains("file-with-city Completed")));
    });

    private static Walk Run((int Which, int Port)[] choices, bool strays = false, bool stored = false)
    {
        var walk = new Walk(Chain, ("county", Counties[choices.Length % 2]));
        foreach (var (which, port) in choices)
        {
            if (walk.State.Waits.Count == 0)
            {
                break;
            }

            var wait = walk.State.Waits[which % walk.State.Waits.Count];
            var ports = Chain.Nodes[wait.StepId].Ports;
            if (stored)
            {
                walk.Store();
            }

            walk.Answer(wait.RequestId, ports[port % ports.Count]);
            if (strays)
            {
                walk.Answer(wait.RequestId, ports[0]);
                walk.Answer(Guid.NewGuid(), ports[0]);
            }
        }

        return walk;
    }

    private static string Text(InstanceState state) => JsonSerializer.Serialize(state);
}
