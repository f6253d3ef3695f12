using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace LostCases.SystemTests;

/// <summary>历史案件导入 through all services: the lists show them, and nobody is disturbed.</summary>
[Collection("one after another")]
public sealed class When_past_cases_are_imported(ITestOutputHelper output)
{
    /// <summary>How many; LOSTCASES_TEST_PAST_CASES says another number.</summary>
    private static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("LOSTCASES_TEST_PAST_CASES") ?? "250", CultureInfo.InvariantCulture);

    [Fact]
    public async Task They_are_found_as_closed_history_and_nobody_has_anything_to_do()
    {
        var office = await Office.OpenAsync();
        var (agency, court) = ($"示例县历史局{RandomNumberGenerator.GetHexString(6)}", $"示例历史法院{RandomNumberGenerator.GetHexString(6)}");
        await office.AddAsync("past", agency, "COUNTY_UNIT", "county");
        await office.AddAsync("pastCourt", court, "COURT", null);
        var mark = RandomNumberGenerator.GetInt32(1000, 9000) * 1000;
        var sheet = new StringBuilder("案号,法院,败诉行政机关,败诉类型,涉诉行政行为,行政行为日期,裁判作出日期,送达日期,生效日期,办结日期\n");
        for (var i = 0; i < Many; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"（2021）浙99行终{mark + i}号,{court},{agency},撤销,示例行政处罚决定,2020-01-06,2021-03-01,2021-03-05,2021-03-05,2021-09-10\n");
        }

        var reviewer = await office.Reviewer;
        var officer = await office.PersonAsync("past", "AGENCY_OFFICER");
        var watch = Stopwatch.StartNew();
        using var answer = await Office.SendFileAsync(reviewer, "/api/intake/past-cases", Encoding.UTF8.GetBytes(sheet.ToString()), "历史案件.csv");
        Assert.Equal(202, (int)answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await UntilAsync("the import is through", watch, async () =>
            (await reviewer.GetFromJsonAsync<JsonElement>(new Uri($"/api/intake/past-cases/{id}", UriKind.Relative))).GetProperty("endedAt").ValueKind != JsonValueKind.Null);
        output.WriteLine($"{Many} rows taken over after {watch.Elapsed.TotalSeconds:0.0} s");
        var found = await FoundAsync(officer);
        await UntilAsync("the list shows them all", watch, async () => (found = await FoundAsync(officer)).Count >= Many);
        output.WriteLine($"{Many} cases in the list after {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(Many, found.Count);
        Assert.All(found, line =>
        {
            Assert.Equal(("CLOSED", JsonValueKind.Null), (line.GetProperty("state").GetString(), line.GetProperty("step").ValueKind));
            Assert.Contains("HISTORY", line.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        });
        foreach (var person in new[] { officer, reviewer })
        {
            Assert.Empty((await person.GetFromJsonAsync<JsonElement[]>(new Uri("/api/notification/todos", UriKind.Relative)))!);
        }

        var news = await officer.GetFromJsonAsync<JsonElement>(new Uri("/api/oversight/timeline", UriKind.Relative));
        Assert.Empty(news.GetProperty("items").EnumerateArray());
        var one = found[0].GetProperty("id").GetGuid();
        var past = await officer.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases/{one}/timeline", UriKind.Relative));
        Assert.Equal("PastCaseImported N6-b", string.Join(' ', past.GetProperty("items").EnumerateArray().Select(t => $"{t.GetProperty("what")} {t.GetProperty("clause")}")));
        var kept = await officer.GetFromJsonAsync<JsonElement>(new Uri($"/api/intake/cases/{one}", UriKind.Relative));
        Assert.Equal("2021-09-10", kept.GetProperty("past").GetProperty("closedOn").GetString());
    }

    private static async Task UntilAsync(string what, Stopwatch watch, Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"Within two minutes {what}.");
            await Task.Delay(500);
        }
    }

    private static async Task<List<JsonElement>> FoundAsync(HttpClient who)
    {
        var found = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await who.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases?size=100{(next.Length > 0 ? $"&after={next}" : "")}", UriKind.Relative));
            found.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        return found;
    }
}
