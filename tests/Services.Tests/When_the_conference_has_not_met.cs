using System.Globalization;
using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Services.Tests;

/// <summary>The half-yearly meeting is reminded of once, and its standing read on any day (N5.2-c).</summary>
public sealed class When_the_conference_has_not_met(OversightOffice office) : IClassFixture<OversightOffice>
{
    [Fact]
    public async Task It_is_told_once_that_it_is_to_be_held_and_once_that_it_was_not()
    {
        Assert.Equal("NOT_YET", await StandingAsync("2026H1"));
        Assert.Empty(office.Wire.Of<ConferenceReminded>());

        TurnTo(ConferenceHalves.RemindFrom(new(2026, 6, 30), WorkingCalendar.National, Policy.Default));
        await ToldAsync("it is reminded of", 1);
        Assert.Equal("REMIND", await StandingAsync("2026H1"));
        TurnTo(new(2026, 7, 1));
        await ToldAsync("it is told that it was not held", 2);
        TurnTo(new(2026, 7, 3));
        office.Time.Advance(TimeSpan.FromMinutes(31));
        await office.Wire.CatchUpAsync();

        Assert.Equal(["2026H1 REMIND", "2026H1 EXCEEDED"], office.Wire.Of<ConferenceReminded>().Where(r => r.CityId == OversightOffice.City).Select(r => $"{r.Half} {r.Status}"));

        var (status, answer) = await office.PostAsync(
            OversightOffice.Secretariat, "conferences",
            new { minutes = "例会纪要", units = new[] { OversightOffice.Legal }, agenda = new[] { new { kind = "STATISTICS", text = "上半年败诉情况" } } });
        Assert.Equal((200, "2026H2"), (status, answer.Text("half")));
        Assert.Equal("HELD", await StandingAsync("2026H2"));
        Assert.Equal("EXCEEDED", await StandingAsync("2026H1"));
        var meeting = (await office.GetAsync(OversightOffice.Secretariat, "conferences")).GetProperty("items")[0];
        Assert.Equal(("示例市司法局", "上半年败诉情况"), (meeting.GetProperty("units")[0].GetString(), meeting.GetProperty("agenda")[0].Text("text")));
    }

    [Fact]
    public async Task An_agenda_about_a_case_names_it()
    {
        var (status, problem) = await office.PostAsync(
            OversightOffice.Secretariat, "conferences", new { minutes = "例会纪要", agenda = new[] { new { kind = "CORRECTION", text = "纠正意见" } } });
        Assert.Equal((422, "AGENDA_CASE_MISSING", "agenda"), (status, problem.Text("code"), problem.Text("field")));
    }

    private async Task<string> StandingAsync(string half) => (await office.GetAsync(OversightOffice.Secretariat, $"conferences/halves?year={half[..4]}"))
        .GetProperty("halves").EnumerateArray().Single(h => h.Text("half") == half).Text("status");

    /// <summary>Ten in the morning in Shanghai.</summary>
    private void TurnTo(DateOnly day) =>
        office.Time.Advance(DateTimeOffset.Parse($"{day:yyyy-MM-dd}T02:00:00Z", CultureInfo.InvariantCulture) - office.Time.GetUtcNow());

    /// <summary>Lets the clock go on, sweep by sweep, until so many have been told.</summary>
    private Task ToldAsync(string what, int count) => Probe.UntilAsync(
        what,
        () =>
        {
            office.Time.Advance(TimeSpan.FromMinutes(31));
            return office.Wire.Of<ConferenceReminded>().Count;
        },
        n => n == count);
}
