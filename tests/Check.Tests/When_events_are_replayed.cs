using LostCases.Check.Reading;

namespace LostCases.Check.Tests;

/// <summary>Walks of one case, told as <c>owner Event fact=value …</c> in the order they were recorded.</summary>
public sealed class When_events_are_replayed
{
    private static readonly string[] InScope = ["intake CaseRegistered county=TRUE", "intake CaseConfirmedInScope scope=IN"];

    private static readonly string[] Reviewed =
    [
        .. InScope, "investigation InvestigationCompleted investigationCompleted=TRUE", "investigation ReportSubmitted submissions=1",
        "review ReportAccepted accepted=TRUE", "review ReviewCompleted reviewed=TRUE",
    ];

    private static readonly string[] Disposed =
    [
        .. Reviewed, "review FeedbackSent feedbackSent=TRUE", "disposition FeedbackReceived feedbackReceived=TRUE", "disposition Disposed dispositionVersion=1",
    ];

    private static readonly string[] Suspended = ["intake CaseSuspended suspensions=1 suspended=TRUE"];

    [Fact]
    public void The_order_of_the_procedure_is_lawful() =>
        Assert.Null(Fault([.. Disposed, "review FiledWithCity filed=2026-06-01", "intake CaseClosed closedVersion=1"]));

    [Fact]
    public void Clocks_that_disagree_do_not_matter() => Assert.Null(Fault([.. Reviewed.Skip(4), .. Reviewed.Take(4)]));

    [Fact]
    public void A_closing_without_filing_is_found() =>
        Assert.Equal("no closing: FILING_MISSING", Fault([.. Disposed, "intake CaseClosed closedVersion=1"])?.Expected);

    [Fact]
    public void A_closing_out_of_the_blue_is_found() =>
        Assert.Equal(("a transition that INVESTIGATING allows", "CaseClosed with number 3", "intake"), Fault([.. InScope, "intake CaseClosed closedVersion=1"]));

    [Fact]
    public void An_act_done_twice_is_found() => Assert.NotNull(Fault([.. Reviewed, "review ReviewCompleted reviewed=TRUE"]));

    [Fact]
    public void A_registration_comes_first() => Assert.NotNull(Fault(["review ReportAccepted accepted=TRUE"]));

    [Fact]
    public void An_act_that_crossed_a_suspension_stands() =>
        Assert.Null(Fault([.. Reviewed, .. Suspended, "review FeedbackSent feedbackSent=TRUE", "review SliceChanged applied.review=1:TRUE"]));

    [Fact]
    public void An_act_after_its_owner_applied_the_suspension_is_found() =>
        Assert.NotNull(Fault([.. Reviewed, .. Suspended, "review SliceChanged applied.review=1:TRUE", "review FeedbackSent feedbackSent=TRUE"]));

    [Fact]
    public void A_correction_and_a_closing_may_cross() => Assert.Null(Fault(
        [.. Disposed, "review FiledWithCity filed=2026-06-01", "disposition CorrectionOrdered corrections=1", "intake CaseClosed closedVersion=1"]));

    private static (string Expected, string Seen, string Owner)? Fault(IEnumerable<string> told)
    {
        var facts = new Dictionary<string, Dictionary<string, string>>();
        var numbers = new Dictionary<string, long>();
        var events = new List<CaseEvent>();
        foreach (var words in told.Select(t => t.Split(' ')))
        {
            var (owner, at) = (words[0], DateTimeOffset.UnixEpoch.AddMinutes(events.Count));
            var own = new Dictionary<string, string>(facts.GetValueOrDefault(owner) ?? []);
            foreach (var fact in words.Skip(2).Select(w => w.Split('=')))
            {
                own[fact[0]] = fact[1];
            }

            facts[owner] = own;
            numbers[owner] = numbers.GetValueOrDefault(owner) + 1;
            events.Add(new CaseEvent(owner, words[1], numbers[owner], at, own));
        }

        return Walk.Fault(events);
    }
}
