using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Benchmarks.County;
using LostCases.Benchmarks.Measuring;
using LostCases.Harness;
using Npgsql;

namespace LostCases.Benchmarks.Lists;

/// <summary>How long the desk's and the list's questions take when there are many cases; a busy county, and a small one among them.</summary>
internal static class ListLoad
{
    private const int AtOnce = 4;
    private const int Asked = 400;
    private const int WarmUp = 100;
    private const int Small = 200;
    private const int LivePercent = 2;
    private const double Gate = 100;

    /// <summary>Whether every question's p99 is under the gate.</summary>
    internal static async Task<bool> RunAsync(int cases)
    {
        await using var records = Servers.Database(Servers.Product);
        var busy = await Town.OpenAsync(TimeSpan.FromMilliseconds(200));
        var small = await Town.OpenAsync(TimeSpan.FromMilliseconds(200));
        await FillAsync(records, small, Small, 100_000);
        await FillAsync(records, busy, cases - Small, 100_000 + (2 * Small));
        var answers = new List<(string What, double[] Milliseconds)>();
        foreach (var (what, who, path) in await QuestionsAsync(busy, small))
        {
            answers.Add((what, await AskAsync(who, path)));
            Console.WriteLine($"| {what} | {Statistics.Percentile(answers[^1].Milliseconds, 50):0} | {Statistics.Percentile(answers[^1].Milliseconds, 99):0} |");
        }

        var slow = answers.Where(a => Statistics.Percentile(a.Milliseconds, 99) >= Gate).Select(a => a.What).ToList();
        Console.WriteLine(slow.Count == 0 ? $"every p99 is under {Gate} ms" : $"NOT under {Gate} ms: {string.Join(", ", slow)}");
        return slow.Count == 0;
    }

    private static async Task<List<(string What, HttpClient Who, string Path)>> QuestionsAsync(Town busy, Town small)
    {
        var secretary = await busy.Office.PersonAsync("cityLegal", "SECRETARIAT");
        var first = await busy.Reviewer.Person.GetFromJsonAsync<JsonElement>(new Uri("/api/oversight/cases?size=50", UriKind.Relative));
        var (next, line) = (first.GetProperty("next").GetString()!, first.GetProperty("items")[0]);
        var deep = string.Concat(next.AsSpan(0, next.Length - 6), "150000");
        var since = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddDays(-7).ToString("O"));
        var number = Uri.EscapeDataString(line.GetProperty("caseNo").GetString()![^6..]);
        return
        [
            ("desk, to-dos, first 100", busy.Reviewer.Person, "/api/notification/todos"),
            ("desk, what is awaited from others", busy.Reviewer.Person, "/api/oversight/cases?awaiting=OTHERS&size=20"),
            ("desk, news of the week", busy.Reviewer.Person, $"/api/oversight/timeline?size=20&since={since}"),
            ("desk, to-dos of the small county", small.Reviewer.Person, "/api/notification/todos"),
            ("desk, awaited, small county", small.Officer.Person, "/api/oversight/cases?awaiting=OTHERS&size=20"),
            ("desk, news, small county", small.Officer.Person, $"/api/oversight/timeline?size=20&since={since}"),
            ("list, first page", busy.Reviewer.Person, "/api/oversight/cases?size=50"),
            ("list, a page deep inside", busy.Reviewer.Person, $"/api/oversight/cases?size=50&after={deep}"),
            ("list, the whole city", secretary, "/api/oversight/cases?size=50"),
            ("list, small county", small.Reviewer.Person, "/api/oversight/cases?size=50"),
            ("search, system number", busy.Reviewer.Person, "/api/oversight/cases?size=50&q=150123"),
            ("search, case number", secretary, $"/api/oversight/cases?size=50&q={number}"),
            ("search, agency's name", secretary, $"/api/oversight/cases?size=50&q={Uri.EscapeDataString("资源局")}"),
            ("search, nothing found", secretary, "/api/oversight/cases?size=50&q=zzzzzz"),
            ("a case", busy.Reviewer.Person, $"/api/oversight/cases/{line.GetProperty("id").GetString()}"),
        ];
    }

    /// <summary>A closed case and two live ones, each copied.</summary>
    private static async Task FillAsync(NpgsqlDataSource records, Town town, int cases, int from)
    {
        using var stop = new CancellationTokenSource();
        var working = town.WorkAsync(stop.Token);
        var before = await IdsAsync(records);
        await new CountyCase(town, joint: false).RunAsync();
        await new CountyCase(town, joint: true).RunAsync();
        var closed = (await IdsAsync(records)).Except(before).ToList();
        var open = new List<Guid>();
        for (var n = 0; n < 2; n++)
        {
            var registration = town.Office.Registration();
            registration["caseNo"] = $"（2026）浙99行终{from + n}号";
            open.Add((await Office.MustAsync(town.Court, "/api/intake/judgments", registration)).GetProperty("caseId").GetGuid());
        }

        await Office.MustAsync(town.Reviewer.Person, $"/api/intake/cases/{open[1]}/confirm-in-scope", new { });
        await Task.Delay(Transactions.Settling);
        await stop.CancelAsync();
        await working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        var live = Math.Max(2, cases * LivePercent / 100);
        await Copies.MakeAsync(records, open, live, from);
        await Copies.MakeAsync(records, closed, cases - live, from + live + 10);
        Console.WriteLine($"{cases} cases are there");
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlDataSource records)
    {
        await using var command = records.CreateCommand("select case_id from oversight.case_card");
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static async Task<double[]> AskAsync(HttpClient who, string path)
    {
        var taken = new List<double>();
        for (var n = 0; n < WarmUp + Asked; n += AtOnce)
        {
            var each = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                var began = Stopwatch.GetTimestamp();
                using var answer = await who.GetAsync(new Uri(path, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
            }));
            taken.AddRange(n < WarmUp ? [] : each);
        }

        return [.. taken];
    }
}
