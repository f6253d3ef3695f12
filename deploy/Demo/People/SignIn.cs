using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace LostCases.Demo;

/// <summary>Signs in as a person does, with the real form, as the client <c>cli</c>; Identity's redirects to the public address are followed at the gateway's inner one.</summary>
internal sealed partial class SignIn(Settings settings)
{
    private const string Client = "cli";
    private const string Callback = "http://localhost/callback";

    /// <summary>The person's tokens.</summary>
    internal async Task<Tokens> TakeAsync(string account, string password)
    {
        var verifier = Encode(RandomNumberGenerator.GetBytes(32));
        return await AskAsync(new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["code"] = await CodeAsync(account, password, verifier),
            ["code_verifier"] = verifier,
        });
    }

    /// <summary>Fresh tokens for ones that end.</summary>
    internal Task<Tokens> RenewAsync(Tokens ending) =>
        AskAsync(new() { ["grant_type"] = "refresh_token", ["client_id"] = Client, ["refresh_token"] = ending.Refresh });

    private async Task<string> CodeAsync(string account, string password, string verifier)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var challenge = Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var form = await FollowAsync(browser, await browser.GetAsync(At($"/connect/authorize?client_id={Client}&response_type=code&scope=openid%20offline_access"
            + $"&redirect_uri={Uri.EscapeDataString(Callback)}&code_challenge={challenge}&code_challenge_method=S256&state={Guid.NewGuid():N}")));
        var page = await form.Content.ReadAsStringAsync();
        if (Form().Match(page) is not { Success: true } found)
        {
            throw new DemoFailure($"no sign-in form for {account}: {(int)form.StatusCode}");
        }

        var fields = Hidden().Matches(page[found.Index..page.IndexOf("</form>", found.Index, StringComparison.Ordinal)])
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        (fields["account"], fields["password"]) = (account, password);
        using var body = new FormUrlEncodedContent(fields);
        var end = await FollowAsync(browser, await browser.PostAsync(At(found.Groups[1].Value), body));
        var code = end.Headers.Location is { } back ? Code().Match(back.Query).Groups[1].Value : "";
        return code.Length > 0 ? Uri.UnescapeDataString(code) : throw new DemoFailure($"{account} was not let in: {(int)end.StatusCode}");
    }

    private async Task<HttpResponseMessage> FollowAsync(HttpClient browser, HttpResponseMessage answer)
    {
        while (answer.Headers.Location is { } to && !to.OriginalString.StartsWith(Callback, StringComparison.Ordinal))
        {
            answer = await browser.GetAsync(At(to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString));
        }

        return answer;
    }

    private async Task<Tokens> AskAsync(Dictionary<string, string> grant)
    {
        using var http = new HttpClient();
        using var body = new FormUrlEncodedContent(grant);
        using var answer = await http.PostAsync(At("/connect/token"), body);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Tokens>())! : throw new DemoFailure($"no token: {(int)answer.StatusCode}");
    }

    private Uri At(string path) => new(settings.Gateway, path);

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*sign-in)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("[?&]code=([^&]*)")]
    private static partial Regex Code();
}

/// <summary>What a person's requests are admitted by.</summary>
internal sealed record Tokens(
    [property: JsonPropertyName("access_token")] string Access,
    [property: JsonPropertyName("refresh_token")] string Refresh,
    [property: JsonPropertyName("expires_in")] int Seconds)
{
    /// <summary>When to renew them.</summary>
    internal DateTimeOffset Until { get; } = DateTimeOffset.UtcNow.AddSeconds(Seconds - 60);
}
