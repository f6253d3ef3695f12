using System.Globalization;
using System.Text.Json;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>Runs a portfolio scenario on a running system: a city of its own, its secretariat imports, meets and reads through the public address.</summary>
internal sealed class PortfolioSystem(Portfolio portfolio, World world)
{
    private Task<Api> Secretariat => world.PersonAsync("cityLegal", "SECRETARIAT");

    internal static async Task<PortfolioActual> RunAsync(Portfolio portfolio)
    {
        IEnumerable<string> agencies = portfolio.Kind switch
        {
            PortfolioKind.Conference => [],
            PortfolioKind.Interviews => portfolio.Rows.Select(r => r.GetProperty("agency").GetString()!),
            PortfolioKind.LossRate => ["agency"],
            PortfolioKind.Assessment => [portfolio.Agency],
        };
        var run = new PortfolioSystem(portfolio, await World.OfAgenciesAsync([.. agencies]));
        return portfolio.Kind switch
        {
            PortfolioKind.Conference => await run.ConferenceAsync(),
            PortfolioKind.Interviews => await run.InterviewsAsync(),
            PortfolioKind.LossRate => await run.RateAsync(),
            PortfolioKind.Assessment => await run.AssessmentAsync(),
        };
    }

    private async Task<PortfolioActual> ConferenceAsync()
    {
        if (portfolio.HeldOn is { } held)
        {
            await (await Secretariat).MustAsync("/api/oversight/conferences", new { on = held, backdatingReason = "补录历史会议", minutes = "例会纪要" });
        }

        // Whose conference it is follows from the organisations, which oversight hears of on its own queue.
        var told = await Api.UntilAsync(
            async () => await (await Secretariat).GetAsync($"/api/oversight/conferences/halves?year={portfolio.Year}&asOf={portfolio.Today:yyyy-MM-dd}"),
            t => portfolio.HeldOn is null || Half(t).GetProperty("heldOn").ValueKind == JsonValueKind.String);
        var half = Half(told);
        return Portfolio.OfHalf(new(
            half.GetProperty("half").GetString()!,
            Rules.Code.TryParse<ConferenceStatus>(half.GetProperty("status").GetString(), out var status) ? status : throw new InvalidOperationException($"{half}"),
            Day(half, "dueOn")!.Value, Day(half, "remindFrom")!.Value, Day(half, "heldOn")));
    }

    private async Task<PortfolioActual> InterviewsAsync()
    {
        await ImportAsync("agency,closed,lost", portfolio.Rows.Select(r => $"{world[r.GetProperty("agency").GetString()!]},{r.GetProperty("closed")},{r.GetProperty("lost")}"));
        var wanted = portfolio.Rows.Select(r => r.GetProperty("agency").GetString()!).ToList();
        var (thresholds, only) = (portfolio.Thresholds, string.Join('&', wanted.Select(a => $"agency={world[a]}")));
        var tried = portfolio.Thresholds == InterviewThresholds.Of(Policy.Default)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"&losses={thresholds.Losses}&ratePercent={thresholds.RatePercent}&minClosed={thresholds.MinClosed}");
        var told = await (await Secretariat).GetAsync($"/api/oversight/interview-alerts?period={portfolio.Year}&{only}{tried}");
        var alerts = told.GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("agencyId").GetGuid(), i => i.GetProperty("alert").GetString());
        return Portfolio.OfAlerts(wanted.ToDictionary(a => a, a => alerts[world[a]]));
    }

    private async Task<PortfolioActual> RateAsync()
    {
        var f = portfolio.Figures;
        await ImportAsync(
            "agency,closed,lost,outOfScope,mediated,withdrawn,reversedLater",
            [$"{world["agency"]},{f.Closed},{f.Lost},{f.OutOfScope},{f.Mediated},{f.Withdrawn},{f.ReversedLater}"]);
        var told = await (await Secretariat).GetAsync($"/api/oversight/statistics?period={portfolio.Year}&agency={world["agency"]}");
        var line = told.GetProperty("items").EnumerateArray().Single();
        var figures = line.GetProperty("figures");
        return Portfolio.OfRate(
            line.GetProperty("rate").GetProperty("text").GetString()!, line.GetProperty("rateAfterReversal").GetProperty("text").GetString()!,
            new()
            {
                Closed = figures.GetProperty("closed").GetInt32(),
                Lost = figures.GetProperty("lost").GetInt32(),
                OutOfScope = figures.GetProperty("outOfScope").GetInt32(),
                ReversedLater = figures.GetProperty("reversedLater").GetInt32(),
            },
            line.GetProperty("pursuitBase").GetInt32());
    }

    private async Task<PortfolioActual> AssessmentAsync()
    {
        var told = await Api.UntilAsync(
            async () => await (await Secretariat).GetAsync($"/api/oversight/assessments/{portfolio.Year}?agency={world[portfolio.Agency]}"), t => t.GetProperty("rows").GetArrayLength() > 0);
        return Portfolio.OfIndicators(told.GetProperty("rows")[0].GetProperty("indicators").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
    }

    /// <summary>Asked again until the organisations, which oversight hears of on its own queue, are known there.</summary>
    private async Task ImportAsync(string head, IEnumerable<string> rows)
    {
        var table = string.Join('\n', rows.Prepend(head));
        var code = await Api.UntilAsync(
            async () => (await (await Secretariat).PostAsync("/api/oversight/statistics", new { period = $"{portfolio.Year}", source = "示例市中级人民法院统计", table })).Code,
            c => c != "STATISTICS_ROWS_INVALID");
        if (code is not null)
        {
            throw new InvalidOperationException(code);
        }
    }

    private JsonElement Half(JsonElement told) => told.GetProperty("halves").EnumerateArray().Single(h => h.GetProperty("half").GetString() == portfolio.Half);

    private static DateOnly? Day(JsonElement element, string name) => element.GetProperty(name).GetString() is { } day ? Scenario.Date(day) : null;
}
