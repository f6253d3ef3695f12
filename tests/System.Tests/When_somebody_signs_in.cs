using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_somebody_signs_in : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Office.Address };

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("/connect/token", "client_id")]
    [InlineData("/connect/token", "code")]
    [InlineData("/connect/token", "refresh_token")]
    [InlineData("/connect/authorize", "client_id")]
    public async Task A_NUL_in_a_form_is_a_fault_of_the_request(string path, string field)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = field == "refresh_token" ? field : "authorization_code",
            ["response_type"] = "code",
            ["client_id"] = "cli",
            ["redirect_uri"] = "http://localhost/callback",
            ["code_verifier"] = new('v', 43),
            ["code"] = "x",
        };
        form[field] = "a\0b";
        using var body = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), body);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task So_is_a_NUL_in_a_client_s_credentials()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", "x")]) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("a\0b:c"u8));
        using var answer = await _http.SendAsync(request);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("plain", false)]
    [InlineData("S256", true)]
    public async Task Only_a_digest_proves_who_asked_for_the_code(string method, bool isTaken)
    {
        using var answer = await _http.GetAsync(new Uri("/connect/authorize?client_id=cli&response_type=code&scope=openid"
            + $"&redirect_uri=http%3A%2F%2Flocalhost%2Fcallback&code_challenge={new string('c', 43)}&code_challenge_method={method}", UriKind.Relative));
        Assert.Equal(isTaken, answer.Headers.Location?.AbsolutePath == "/account/sign-in");
    }

    [Fact]
    public async Task The_metadata_name_the_public_address_whatever_the_request_says()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.well-known/openid-configuration");
        request.Headers.Host = "elsewhere.example";
        using var answer = await _http.SendAsync(request);
        var metadata = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.DoesNotContain("elsewhere.example", metadata.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(Office.Address.AbsoluteUri, metadata.GetProperty("token_endpoint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_names_the_organisation_as_it_is_called_now()
    {
        var office = await Office.OpenAsync();
        var (_, account, password) = await office.OpenAccountAsync(await Office.AdministratorAsync("SEC_ADMIN"), "agency", "AGENCY_OFFICER");
        for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(100))
        {
            var (_, identity) = await SignIn.TokensAsync(Office.Address, account, password);
            var claims = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(identity.Split('.')[1]));
            if (claims.TryGetProperty("org_name", out var name))
            {
                Assert.Equal("示例县自然资源局", name.GetString());
                return;
            }

            Assert.True(DateTime.UtcNow < until, $"The token does not name the organisation: {claims}");
        }
    }
}
