using LostCases.Contracts;

namespace LostCases.Services.Tests;

public sealed class When_slices_arrive_in_any_order(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private static readonly Guid Handler = Guid.NewGuid();
    private static readonly CaseParty Body = new(Guid.NewGuid(), Relations.ImplementingBody);

    [Fact]
    public async Task The_card_is_the_same()
    {
        var cards = new List<string>();
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var known = new ReviewCase();
            ICaseEvent[] events = [known.Registered(1, Handler), known.InScope(2), known.Investigating(1, Body), Later(known)];
            foreach (var next in order)
            {
                await DeliverAsync(events[next]);
            }

            cards.Add((await CardAsync(known)).Replace(known.Code, "…", StringComparison.Ordinal));
        }

        Assert.Equal(24, cards.Count);
        Assert.Single(cards.Distinct());
        Assert.Contains("\"scope\": \"IN\"", cards[0], StringComparison.Ordinal);
        Assert.Contains(Handler.ToString(), cards[0], StringComparison.Ordinal);
        Assert.Contains(Body.OrganisationId.ToString(), cards[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_not_found_until_its_registration_is_here()
    {
        var known = new ReviewCase();
        await DeliverAsync(known.Investigating());
        Assert.Equal(404, await ReadAsync(known));

        await DeliverAsync(known.Registered());

        Assert.Equal(200, await ReadAsync(known));
    }

    [Fact]
    public async Task Nobody_restricted_reviews_before_the_registration_is_here()
    {
        var (known, leader) = (new ReviewCase(), ReviewCase.Reviewer with { Id = Handler });
        var confirmed = known.InScope();
        confirmed = confirmed with { Case = confirmed.Case with { Slice = confirmed.Case.Slice with { RestrictedPersons = [Handler] } } };
        await DeliverAsync(confirmed);
        await DeliverAsync(known.Submitted());
        var step = known.Asks("Review", after: (Owners.Investigation, 2));
        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Open");

        var (status, problem, _) = await office.ActAsync(known, leader, "accept-report");

        Assert.Equal((422, "REVIEWER_CONFLICTED"), (status, problem.Text("code")));
    }

    private static SliceChanged Later(ReviewCase known)
    {
        var before = known.Investigating(2, Body);
        return before with { Case = before.Case with { Slice = before.Case.Slice with { Clocks = [] } } };
    }

    private async Task DeliverAsync(ICaseEvent happened)
    {
        var id = Guid.NewGuid();
        await office.Wire.PublishAsync(happened, id);
        await Probe.UntilAsync("the event is taken", () => office.Service.Deliveries.Of(id), n => n == 1);
    }

    private async Task<int> ReadAsync(ReviewCase known)
    {
        using var client = office.Service.As(ReviewCase.Reviewer);
        using var answer = await client.GetAsync(new Uri($"/api/review/cases/{known.Id}", UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private Task<string> CardAsync(ReviewCase known) => office.Database.ReadAsync<string>(
        $"""
        select concat(c.code, c.policy_version, c.calendar_version, c.restricted,
            (select jsonb_pretty(jsonb_agg(jsonb_build_object('owner', owner, 'sequence', sequence, 'slice', slice) order by owner)) from review.case_slice where case_id = c.case_id),
            (select string_agg(organisation_id || relation, ',' order by organisation_id, relation) from review.case_party where case_id = c.case_id))
        from review.case_card c where case_id = '{known.Id}'
        """);

    private static IEnumerable<int[]> Orders(int[] of) => of.Length == 0
        ? [[]]
        : of.SelectMany(first => Orders([.. of.Where(o => o != first)]).Select(rest => (int[])[first, .. rest]));
}
