using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>
/// The tests' system gives the designer tokens of under a minute: somebody draws until several have ended and is never stopped. It edits the
/// chain of unit responsibility, which no other test here changes.
/// </summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_a_token_ends_while_somebody_draws(Browser browser)
{
    private const int Longest = 60, Skew = 30, Started = 60_000;
    private static readonly TimeSpan Drawing = Servers.Drawing;

    [Fact]
    public async Task Every_save_is_taken_and_nothing_is_lost()
    {
        var (account, password) = await Office.AdministratorAccountAsync("WORKFLOW_ADMIN");
        await using var visitor = await browser.VisitAsync(Browser.Large);
        var (page, tokens, refused) = (visitor.Page, new ConcurrentQueue<JsonElement>(), new ConcurrentQueue<string>());
        page.Response += async (_, answer) =>
        {
            if (answer.Url.EndsWith("/session/workflow-token", StringComparison.Ordinal))
            {
                tokens.Enqueue((await answer.JsonAsync())!.Value);
            }
            else if (answer.Status >= 400 && answer.Url.Contains("/elsa/", StringComparison.Ordinal))
            {
                refused.Enqueue($"{answer.Status} {answer.Url}");
            }
        };
        await page.GotoAsync("/desk");
        await page.FillAsync("#account", account);
        await page.FillAsync("#password", password);
        await page.ClickAsync(".card button[type=submit]");
        await page.WaitForSelectorAsync(".side a[href='/studio/definitions']");
        await page.GotoAsync("/studio/definitions/unit-responsibility", new() { Timeout = Started });
        await page.WaitForSelectorAsync(".x6-node", new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        Assert.True(tokens.TryPeek(out var first));
        var life = first.GetProperty("expiresIn").GetInt32();
        Assert.True(life <= Longest, $"tokens live {life} s: start the system with LOSTCASES__WORKFLOWTOKENSECONDS=45");

        var canvas = new Canvas(page);
        var limit = await canvas.FieldAsync("decide-unit", "办理期限");
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(2));
        var edits = 0;
        for (var until = DateTime.UtcNow + Drawing; DateTime.UtcNow < until; await pace.WaitForNextTickAsync())
        {
            var value = (5 + (edits++ % 10)).ToString(CultureInfo.InvariantCulture);
            await canvas.SavedAsync(async () =>
            {
                await limit.FillAsync(value);
                await limit.PressAsync("Tab");
            });
        }

        Assert.True(tokens.Count > Drawing.TotalSeconds / life, $"{tokens.Count} tokens in {Drawing.TotalSeconds} s of {life} s each");
        Assert.True(edits > Drawing.TotalSeconds / 6, $"{edits} edits");
        Assert.Empty(refused);
        Assert.Empty(visitor.Faults);
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        if (Drawing.TotalSeconds > life + Skew)
        {
            Assert.Equal(401, await AskAsync(first.GetProperty("accessToken").GetString()!));
        }
    }

    private static async Task<int> AskAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = Office.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await http.GetAsync(new Uri("/elsa/api/workflow-definitions", UriKind.Relative));
        return (int)answer.StatusCode;
    }
}
