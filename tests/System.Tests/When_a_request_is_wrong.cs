using System.Net.Http.Json;
using System.Text;

namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_a_request_is_wrong : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("servedOnAgency", "2026-05-01", "DATE_IMPOSSIBLE")]
    [InlineData("servedOnAgency", "2999-01-01", "DATE_IMPOSSIBLE")]
    [InlineData("madeOn", "2999-01-01", "DATE_IMPOSSIBLE")]
    [InlineData("actDate", "2026-06-01", "DATE_IMPOSSIBLE")]
    [InlineData("caseNo", "浙99行终不是案号1号", "CASE_NUMBER_INVALID")]
    [InlineData("agencyId", "00000000-0000-0000-0000-00000000abcd", "AGENCY_UNKNOWN")]
    [InlineData("courtId", "00000000-0000-0000-0000-00000000abcd", "COURT_UNKNOWN")]
    [InlineData("result", "WON", "MALFORMED_BODY")]
    [InlineData("madeOn", "2026-13-40", "MALFORMED_BODY")]
    public async Task A_registration_is_refused_with_its_code_and_field_and_nothing_is_saved(string field, string value, string code)
    {
        var registration = _office.Registration();
        var number = registration["caseNo"]!.ToString()!;
        registration[field] = value;
        var refused = await Office.RefusedAsync(await _office.Court, "/api/intake/judgments", registration);
        Assert.InRange(refused.Status, 400, 422);
        Assert.StartsWith(code, refused.Code, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Field);
        var found = await (await _office.Reviewer).GetStringAsync(new Uri($"/api/oversight/cases?q={Uri.EscapeDataString(number)}", UriKind.Relative));
        Assert.DoesNotContain(number, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"caseNo\":\"x\"}")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await (await _office.Court).PostAsync(new Uri("/api/intake/judgments", UriKind.Relative), content);
        var problem = await Office.ProblemAsync(answer);
        Assert.Equal((400, "MALFORMED_BODY"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task A_body_too_large_is_refused_whether_its_length_is_told_or_not()
    {
        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/judgments") { Content = new ByteArrayContent(new byte[5 << 20]) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = chunked;
            using var answer = await (await _office.Court).SendAsync(request);
            Assert.Equal(413, (int)answer.StatusCode);
            Assert.Equal("REQUEST_TOO_LARGE", (await Office.ProblemAsync(answer)).Code);
        }
    }

    [Fact]
    public async Task A_header_that_cannot_be_passed_on_is_refused()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var client = new HttpClient(handler) { BaseAddress = Office.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", "é");
        using var answer = await client.GetAsync(new Uri("/api/intake/judgments", UriKind.Relative));
        Assert.Equal((400, "MALFORMED_REQUEST", "Idempotency-Key"), await Office.ProblemAsync(answer));
    }

    [Fact]
    public async Task An_upload_of_another_type_than_it_says_is_refused()
    {
        await _office.InScopeAsync();
        await _office.WaitAsync("Investigate");
        using var answer = await Office.SendFileAsync(
            await _office.Officer, $"/api/investigation/cases/{_office.Case}/documents?kind=REPORT", "<script>alert(1)</script>"u8.ToArray());
        var problem = await Office.ProblemAsync(answer);
        Assert.Equal((415, "FILE_TYPE_NOT_ACCEPTED"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task A_registration_in_the_future_is_refused()
    {
        var registration = _office.Registration();
        registration["on"] = "2999-01-01";
        Assert.Equal((422, "DATE_IMPOSSIBLE", "on"), await Office.RefusedAsync(await _office.Court, "/api/intake/judgments", registration));
    }

    [Fact]
    public async Task Strangers_see_no_case_and_forged_tokens_open_nothing()
    {
        await _office.InScopeAsync();
        await _office.WaitAsync("Investigate");
        var other = await Office.OpenAsync();
        using var seen = await (await other.Reviewer).GetAsync(new Uri($"/api/oversight/cases/{_office.Case}", UriKind.Relative));
        Assert.Equal(404, (int)seen.StatusCode);
        using var acted = await (await other.Officer).PostAsJsonAsync(new Uri($"/api/investigation/cases/{_office.Case}/complete-investigation", UriKind.Relative), new { causes = Array.Empty<object>(), narrative = "x", handlingOpinion = "x", persons = Array.Empty<object>() });
        Assert.Equal(404, (int)acted.StatusCode);
        using var nobody = new HttpClient { BaseAddress = Office.Address };
        nobody.DefaultRequestHeaders.Authorization = new("Bearer", "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiIxIiwicm9sZSI6IlNFQ1JFVEFSSUFUIn0.");
        using var forged = await nobody.GetAsync(new Uri($"/api/oversight/cases/{_office.Case}", UriKind.Relative));
        Assert.Equal(401, (int)forged.StatusCode);
    }

    [Fact]
    public async Task The_same_idempotency_key_acts_once()
    {
        var court = await _office.Court;
        var registration = _office.Registration();
        string[] answers = ["", ""];
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/judgments") { Content = JsonContent.Create(registration) };
            request.Headers.Add("Idempotency-Key", registration["caseNo"]!.GetHashCode().ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var answer = await court.SendAsync(request);
            Assert.Equal(200, (int)answer.StatusCode);
            answers[i] = await answer.Content.ReadAsStringAsync();
        }

        Assert.Equal(answers[0], answers[1]);
    }
}
