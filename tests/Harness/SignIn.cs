using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace LostCases.Harness;

/// <summary>Signs in as a person does: through the public address, with the real form, as the client <c>cli</c>.</summary>
public static partial class SignIn
{
    private const string Client = "cli";
    private const string Callback = "http://localhost/callback";

    /// <summary>A client that acts as this person, renewing its token as needed.</summary>
    public static async Task<HttpClient> AsAsync(Uri publicUrl, string account, string password)
    {
        var tokens = await TakeAsync(publicUrl, account, password);
        var renewing = new Renewing(publicUrl, tokens) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } };
        var http = new HttpClient(renewing) { BaseAddress = publicUrl };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        return http;
    }

    /// <summary>The person's access token, which services take, and identity token, which is made for the client alone.</summary>
    public static async Task<(string Access, string Identity)> TokensAsync(Uri publicUrl, string account, string password)
    {
        var tokens = await TakeAsync(publicUrl, account, password);
        return (tokens.Access, tokens.Identity);
    }

    private static async Task<Tokens> TakeAsync(Uri publicUrl, string account, string password)
    {
        var verifier = Encode(RandomNumberGenerator.GetBytes(32));
        var code = await CodeAsync(publicUrl, account, password, verifier);
        return await AskAsync(publicUrl, new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Client,
            ["redirect_uri"] = Callback,
            ["code"] = code,
            ["code_verifier"] = verifier,
        });
    }

    private static async Task<string> CodeAsync(Uri publicUrl, string account, string password, string verifier)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        var challenge = Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));
        var authorize = new Uri(publicUrl, $"/connect/authorize?client_id={Client}&response_type=code&scope=openid%20offline_access"
            + $"&redirect_uri={Uri.EscapeDataString(Callback)}&code_challenge={challenge}&code_challenge_method=S256&state={Guid.NewGuid():N}");
        var form = await FollowAsync(browser, await browser.GetAsync(authorize));
        var page = await form.Content.ReadAsStringAsync();
        var action = Form().Match(page).Groups[1].Value;
        if (action.Length == 0)
        {
            throw new InvalidOperationException($"No sign-in form at {form.RequestMessage?.RequestUri}: {(int)form.StatusCode} {page}");
        }

        var fields = Hidden().Matches(page[page.IndexOf(action, StringComparison.Ordinal)..page.IndexOf("</form>", StringComparison.Ordinal)])
            .ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        fields["account"] = account;
        fields["password"] = password;
        using var body = new FormUrlEncodedContent(fields);
        var end = await FollowAsync(browser, await browser.PostAsync(new Uri(publicUrl, action), body));
        var code = end.Headers.Location is { } back ? Code().Match(back.Query).Groups[1].Value : "";
        return code.Length > 0
            ? Uri.UnescapeDataString(code)
            : throw new InvalidOperationException($"{account} was not let in: {(int)end.StatusCode} {end.Headers.Location} {Fault().Match(await end.Content.ReadAsStringAsync()).Groups[1].Value}");
    }

    /// <summary>Follows redirects until there is a page, or the way back to the client.</summary>
    private static async Task<HttpResponseMessage> FollowAsync(HttpClient browser, HttpResponseMessage answer)
    {
        while (answer.Headers.Location is { } to)
        {
            var next = to.IsAbsoluteUri ? to : new Uri(answer.RequestMessage!.RequestUri!, to);
            if (next.AbsoluteUri.StartsWith(Callback, StringComparison.Ordinal))
            {
                return answer;
            }

            answer = await browser.GetAsync(next);
        }

        return answer;
    }

    private static async Task<Tokens> AskAsync(Uri publicUrl, Dictionary<string, string> grant)
    {
        using var http = new HttpClient();
        using var body = new FormUrlEncodedContent(grant);
        using var answer = await http.PostAsync(new Uri(publicUrl, "/connect/token"), body);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<Tokens>())!
            : throw new InvalidOperationException($"No token: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*sign-in)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("[?&]code=([^&]*)")]
    private static partial Regex Code();

    [GeneratedRegex("role=\"alert\"[^>]*>([^<]*)<")]
    private static partial Regex Fault();

    private sealed record Tokens(
        [property: JsonPropertyName("access_token")] string Access,
        [property: JsonPropertyName("refresh_token")] string Refresh,
        [property: JsonPropertyName("id_token")] string Identity,
        [property: JsonPropertyName("expires_in")] int Seconds)
    {
        public DateTimeOffset Until { get; } = DateTimeOffset.UtcNow.AddSeconds(Seconds - 60);
    }

    /// <summary>Puts the token on every request and renews it a minute before it ends, once for all who wait.</summary>
    private sealed class Renewing(Uri publicUrl, Tokens tokens) : DelegatingHandler
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private Tokens current = tokens;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AccessAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            gate.Dispose();
            base.Dispose(disposing);
        }

        private async Task<string> AccessAsync(CancellationToken cancellation)
        {
            if (current.Until > DateTimeOffset.UtcNow)
            {
                return current.Access;
            }

            await gate.WaitAsync(cancellation);
            try
            {
                if (current.Until <= DateTimeOffset.UtcNow)
                {
                    current = await AskAsync(publicUrl, new() { ["grant_type"] = "refresh_token", ["client_id"] = Client, ["refresh_token"] = current.Refresh });
                }

                return current.Access;
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
