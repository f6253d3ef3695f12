using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

/// <summary>The whole of a case in one answer, what was done under a clause, and where a figure came from.</summary>
[Collection("one after another")]
public sealed class When_a_case_is_told_whole
{
    [Fact]
    public async Task Every_act_has_its_clause_and_every_figure_its_setting()
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.FinishAsync();
        await office.PageAsync();

        var account = await ReadAsync(office, $"/api/oversight/cases/{office.Case}/account");

        var acts = account.GetProperty("acts").EnumerateArray().Select(a => (What: a.GetProperty("what").GetString(), Clause: a.GetProperty("clause").GetString())).ToList();
        Assert.Equal("CaseRegistered", acts[0].What);
        Assert.Equal(("CaseClosed", "NA-n3"), acts[^1]);
        Assert.Contains(("FiledWithCity", "N2.5.2-i"), acts);
        Assert.All(acts.Where(a => a.What != "ApprovalVoted"), a => Assert.NotNull(a.Clause));
        var figures = account.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("what").GetString()!);
        Assert.Equal(("30 WORKING_DAYS", "clock.REVIEW.length", true, "N2.5.2-e"), Figure(figures["REVIEW"]));
        Assert.Equal(("COUNTY_LEGAL", "route.COUNTY_UNIT", true, "N2.5.2-c"), Figure(figures["ROUTE"]));
        Assert.StartsWith("wzf-2018-28.", account.GetProperty("rulesVersion").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N2.5.2-i", "FiledWithCity")]
    [InlineData("N2.5.2", "FeedbackSent")]
    [InlineData("N2.5.2-c", "CaseRegistered")]
    public async Task What_was_done_under_a_clause_is_listed(string clause, string what)
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.FinishAsync();
        await office.PageAsync();

        var page = await ReadAsync(office, $"/api/oversight/clauses/{clause}/acts");

        Assert.Contains(page.GetProperty("items").EnumerateArray(), a => a.GetProperty("what").GetString() == what && a.GetProperty("caseId").GetGuid() == office.Case);
        Assert.All(page.GetProperty("items").EnumerateArray(), a => Assert.Equal(office.Case, a.GetProperty("caseId").GetGuid())); // of a reviewer of another county nothing else
    }

    private static (string?, string?, bool, string?) Figure(JsonElement figure) => (
        figure.GetProperty("value").GetString(), figure.GetProperty("setting").GetString(), figure.GetProperty("byDefault").GetBoolean(), figure.GetProperty("clause").GetString());

    private static async Task<JsonElement> ReadAsync(Office office, string path) =>
        await (await office.Reviewer).GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
}
