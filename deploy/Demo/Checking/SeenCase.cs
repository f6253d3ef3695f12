using System.Globalization;
using System.Text.Json;

namespace LostCases.Demo;

/// <summary>A case as its page shows it.</summary>
/// <param name="CaseNo">Case number (案号).</param>
/// <param name="LosingAgency">The losing agency.</param>
/// <param name="HasImplementingBody">Whether another body implemented the act.</param>
/// <param name="State">State, a code.</param>
/// <param name="Clocks">Its limits.</param>
internal sealed record SeenCase(string CaseNo, Guid LosingAgency, bool HasImplementingBody, string State, IReadOnlyList<SeenClock> Clocks)
{
    /// <summary>Every case the person sees, with limits as of the day.</summary>
    internal static async Task<List<SeenCase>> AllAsync(Person person, DateOnly asOf, CancellationToken ct)
    {
        var cases = new List<SeenCase>();
        for (string? after = ""; after is not null;)
        {
            var page = await person.GetAsync($"/api/oversight/cases?size=100{(after.Length > 0 ? $"&after={Uri.EscapeDataString(after)}" : "")}", ct);
            foreach (var line in page.GetProperty("items").EnumerateArray())
            {
                cases.Add(Read(await person.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/oversight/cases/{line.GetProperty("id").GetGuid()}?asOf={asOf:yyyy-MM-dd}"), ct)));
            }

            after = page.GetProperty("next").GetString();
        }

        return cases;
    }

    private static SeenCase Read(JsonElement page)
    {
        var parties = page.GetProperty("parties").EnumerateArray().ToLookup(p => p.GetProperty("relation").GetString(), p => p.GetProperty("organisationId").GetGuid());
        return new SeenCase(
            page.GetProperty("facts").GetProperty("caseNo").GetString()!,
            parties["LOSING_AGENCY"].Single(),
            parties["IMPLEMENTING_BODY"].Any(),
            page.GetProperty("state").GetString()!,
            [.. page.GetProperty("clocks").EnumerateArray().Select(c => new SeenClock(
                c.GetProperty("kind").GetString()!,
                c.GetProperty("nature").GetString()!,
                DateOnly.Parse(c.GetProperty("dueOn").GetString()!, CultureInfo.InvariantCulture),
                c.GetProperty("stoppedOn").ValueKind == JsonValueKind.Null ? c.GetProperty("status").GetString()! : "STOPPED",
                c.GetProperty("overdueWorkingDays").ValueKind != JsonValueKind.Null))]);
    }
}

/// <summary>A limit as the case page shows it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Nature">MUST 应当, SOFT 一般 or CONFIGURED.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="Status">RUNNING, PAUSED or STOPPED.</param>
/// <param name="IsOverdue">Whether it has passed.</param>
internal sealed record SeenClock(string Kind, string Nature, DateOnly DueOn, string Status, bool IsOverdue);
