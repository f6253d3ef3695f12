using System.Text.Json;

namespace LostCases.Scenarios;

/// <summary>Runs one scenario and says how it differs from what is expected.</summary>
internal static class Attempt
{
    internal static async Task<IReadOnlyList<string>> DifferencesAsync(Scenario scenario, string mode)
    {
        try
        {
            if (scenario.IsPortfolio)
            {
                var portfolio = new Portfolio(scenario);
                return portfolio.Unknown.Count > 0 ? portfolio.Unknown
                    : portfolio.Differences(mode == "system" ? await PortfolioSystem.RunAsync(portfolio) : portfolio.ByRules());
            }

            if (scenario.Unknown.Count > 0)
            {
                return scenario.Unknown;
            }

            var (actual, faults) = mode == "system" ? await SystemRun.RunAsync(scenario) : RulesRun.Run(scenario);
            return [.. faults, .. Comparison.Differences(scenario, actual)];
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TimeoutException or JsonException or KeyNotFoundException)
        {
            return [failure.Message];
        }
    }
}
