using System.Net;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_somebody_signs_in(Browser browser)
{
    [Fact]
    public async Task A_stranger_is_sent_to_the_form_and_afterwards_to_the_page_asked_for()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.Page.GotoAsync("/cases?q=BS");
        await visitor.Page.WaitForSelectorAsync("#account");
        Assert.StartsWith(new Uri(Office.Address, "/account/sign-in").AbsoluteUri, visitor.Page.Url, StringComparison.Ordinal);

        await visitor.SignInAsync(browser.Reviewer, "/cases?q=BS");
        Assert.EndsWith("/cases?q=BS", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal("BS", await visitor.Page.InputValueAsync("#search"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_browser_holds_a_key_and_no_token()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        var cookies = await visitor.Page.Context.CookiesAsync();
        Assert.All(cookies.Where(c => c.Name == "lostcases.portal"), c => Assert.True(c.HttpOnly && c.SameSite == SameSiteAttribute.Lax && c.Value.Length < 600));
        Assert.Contains(cookies, c => c.Name == "lostcases.portal");
        var kept = await visitor.Page.EvaluateAsync<string>("JSON.stringify([localStorage, sessionStorage]) + document.documentElement.outerHTML");
        Assert.DoesNotContain("eyJhbGciOi", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_says_who_and_for_whom()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        Assert.Equal("云江县司法局", await visitor.Page.InnerTextAsync(".organisation"));
        Assert.Equal("审核负责人", (await visitor.Page.InnerTextAsync("#person")).Trim());
    }

    [Fact]
    public async Task Signing_out_ends_both_sessions_in_every_tab()
    {
        await using var visitor = await browser.VisitAsync();
        var page = (await visitor.SignInAsync(browser.Reviewer)).Page;
        var key = (await page.Context.CookiesAsync()).Single(c => c.Name == "lostcases.portal");
        await page.ClickAsync("#person");
        await page.ClickAsync("text=退出登录");
        await page.WaitForSelectorAsync("#account");

        await page.GotoAsync("/cases");
        await page.WaitForSelectorAsync("#account");
        Assert.Equal(HttpStatusCode.Found, await AskAsync("/cases", $"{key.Name}={key.Value}"));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string back)
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer, $"/sign-in?back={Uri.EscapeDataString(back)}");
        Assert.Equal(Office.Address.Authority, new Uri(visitor.Page.Url).Authority);
    }

    [Fact]
    public async Task A_form_from_elsewhere_does_not_sign_anybody_out()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        await visitor.Page.APIRequest.PostAsync(new Uri(Office.Address, "/sign-out").AbsoluteUri);
        await visitor.Page.ReloadAsync();
        await visitor.ReadyAsync();
    }

    [Fact]
    public async Task A_page_from_elsewhere_opens_no_circuit()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        foreach (var (origin, status) in new[] { (new Uri(Office.Address, "/").GetLeftPart(UriPartial.Authority), 200), ("https://elsewhere.example", 403) })
        {
            var answer = await visitor.Page.APIRequest.PostAsync(
                new Uri(Office.Address, "/_blazor/negotiate?negotiateVersion=1").AbsoluteUri, new() { Headers = new Dictionary<string, string> { ["Origin"] = origin } });
            Assert.Equal(status, answer.Status);
        }
    }

    [Fact]
    public async Task Opened_by_another_name_pages_move_to_the_public_address()
    {
        await using var visitor = await browser.VisitAsync();
        var other = new UriBuilder(Office.Address) { Host = "127.0.0.1", Path = "/cases" }.Uri;
        try
        {
            await visitor.Page.GotoAsync(other.AbsoluteUri);
        }
        catch (PlaywrightException refused) when (refused.Message.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal))
        {
            return; // The gateway listens on one name only here.
        }

        Assert.Equal(Office.Address.Authority, new Uri(visitor.Page.Url).Authority);
    }

    [Fact]
    public async Task Pages_carry_a_policy_without_inline_scripts_and_are_not_framed()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        var answer = await visitor.Page.GotoAsync("/cases");
        var policy = await answer!.HeaderValueAsync("content-security-policy");
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", await answer.HeaderValueAsync("cache-control"));
    }

    [Theory]
    [InlineData("/lib/fonts/fonts.css", "text/css")]
    [InlineData("/lib/fonts/files/noto-sans-sc-119-400-normal.woff2", "font/woff2")]
    public async Task Typefaces_need_no_sign_in(string path, string type)
    {
        using var http = new HttpClient { BaseAddress = Office.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<HttpStatusCode> AskAsync(string path, string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Office.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Cookie", cookie);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
