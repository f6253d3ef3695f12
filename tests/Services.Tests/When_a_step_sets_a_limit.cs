using System.Globalization;
using LostCases.Contracts;
using LostCases.Platform;

namespace LostCases.Services.Tests;

/// <summary>A step of the chain may set a limit shorter than the notice's, and other days to be reminded on.</summary>
public sealed class When_a_step_sets_a_limit(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task Its_clock_is_counted_anew_and_everybody_hears_of_it()
    {
        var known = await office.SubmittedAsync(Today());
        Assert.Equal("30", await ReadAsync(known, "length"));
        var due = await ReadAsync(known, "due_on");

        await office.Wire.SendAsync(Owners.Review, known.Asks("Review", after: (Owners.Investigation, 2)) with { LimitWorkingDays = 20 });

        await Probe.UntilAsync("the clock is shorter", () => ReadAsync(known, "length"), l => l == "20");
        Assert.True(string.CompareOrdinal(await ReadAsync(known, "due_on"), due) < 0);
        await Probe.UntilAsync("it is told", () => office.Wire.Of<SliceChanged>().Any(s => s.Case.Id == known.Id && s.Case.Slice.Clocks.Any(c => c is { Kind: "REVIEW", Length: 20, LimitedBy: { ClauseLength: 30, DefinitionId.Length: > 0 } })), told => told);
        Assert.Equal(1, await office.Database.CountAsync("review.audit_entry", $"subject = '{known.Id}' and detail like '%limitWorkingDays%'"));
    }

    [Fact]
    public async Task A_longer_one_changes_nothing()
    {
        var known = await office.SubmittedAsync(Today());
        var step = known.Asks("Review", after: (Owners.Investigation, 2)) with { LimitWorkingDays = 40 };
        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Open");
        Assert.Equal("30", await ReadAsync(known, "length"));
    }

    [Fact]
    public async Task It_reminds_on_the_days_the_step_names()
    {
        var known = await office.SubmittedAsync(Today());
        var before = await ReadAsync(known, "next_notice_on");
        var step = known.Asks("Review", after: (Owners.Investigation, 2)) with { ReminderDays = [10, 3] };
        await office.Wire.SendAsync(Owners.Review, step);
        await office.StatusAsync(step, "Open");
        Assert.True(string.CompareOrdinal(await ReadAsync(known, "next_notice_on"), before) < 0);
    }

    private static ReviewCase Today() => new() { On = BusinessTime.Today(TimeProvider.System) };

    private Task<string> ReadAsync(ReviewCase known, string column) => office.Database.ReadAsync<string>(
        string.Create(CultureInfo.InvariantCulture, $"select coalesce((select {column}::text from review.deadline where case_id = '{known.Id}' and kind = 'REVIEW'), 'nothing')"));
}
