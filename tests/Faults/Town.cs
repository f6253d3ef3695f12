using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>A county with its people, made once while nothing is disturbed.</summary>
internal sealed class Town
{
    private static readonly Uri Address = new(Environment.GetEnvironmentVariable("LOSTCASES_TEST_URL") ?? "http://localhost:8080");
    private readonly Dictionary<string, Guid> _organisations = [];
    private int _entered;
    private readonly string _mark = RandomNumberGenerator.GetHexString(8, lowercase: true);

    internal HttpClient Officer { get; private set; } = null!;

    internal HttpClient Reviewer { get; private set; } = null!;

    internal HttpClient Court { get; private set; } = null!;

    internal HttpClient Organiser { get; private set; } = null!;

    /// <summary>Doors that people come through in turn; by default the one public address.</summary>
    internal IReadOnlyList<Uri> Doors { get; set; } = [Address];

    /// <summary>The path behind the next door.</summary>
    internal Uri Enter(string path) => new(Doors[(int)((uint)Interlocked.Increment(ref _entered) % (uint)Doors.Count)], path);

    internal Guid this[string organisation] => _organisations[organisation];

    internal static async Task<Town> OpenAsync()
    {
        var town = new Town();
        using var system = await AdministratorAsync("SYS_ADMIN");
        await town.AddAsync(system, "city", "示例市人民政府", "MUNI_GOV", null);
        await town.AddAsync(system, "cityLegal", "示例市司法局", "MUNI_LEGAL_BODY", "city");
        await town.AddAsync(system, "county", "示例县人民政府", "COUNTY_GOV", "city");
        await town.AddAsync(system, "legal", "示例县司法局", "COUNTY_LEGAL_BODY", "county");
        await town.AddAsync(system, "court", "示例市中级人民法院", "COURT", null);
        await town.AddAsync(system, "orgDept", "示例县委组织部", "ORG_DEPT", "county");
        await town.AddAsync(system, "agency", "示例县自然资源局", "COUNTY_UNIT", "county");
        using var security = await AdministratorAsync("SEC_ADMIN");
        town.Officer = await town.PersonAsync(security, "agency", "AGENCY_OFFICER");
        town.Reviewer = await town.PersonAsync(security, "legal", "REVIEWER", "REVIEW_LEADER");
        town.Court = await town.PersonAsync(security, "court", "COURT_LIAISON");
        town.Organiser = await town.PersonAsync(security, "orgDept", "ORG_LIAISON");
        return town;
    }

    private async Task AddAsync(HttpClient system, string key, string name, string level, string? parent)
    {
        var answer = await MustAsync(system, "/api/intake/agencies", new { name, level, parentGov = parent is null ? (Guid?)null : this[parent], regionCode = "999998" });
        _organisations[key] = answer.GetProperty("id").GetGuid();
    }

    private async Task<HttpClient> PersonAsync(HttpClient security, string organisation, params string[] roles)
    {
        var (account, password) = ($"f{_mark}.{organisation}", $"Pw-{RandomNumberGenerator.GetHexString(20)}a1");
        await MustAsync(security, "/api/identity/users", new { account, displayName = organisation, organisationId = this[organisation], roles, password });
        return await SignIn.AsAsync(Address, account, password);
    }

    private static async Task<HttpClient> AdministratorAsync(string role)
    {
        var file = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CREDENTIALS") ?? ".local/credentials.tsv";
        var cells = (await File.ReadAllLinesAsync(file)).Select(l => l.Split('\t')).First(c => c.Length > 3 && c[3].Split(',').Contains(role));
        return await SignIn.AsAsync(Address, cells[0], cells[1]);
    }

    private static async Task<JsonElement> MustAsync(HttpClient who, string path, object body)
    {
        using var answer = await who.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)answer.StatusCode} {text}"));
    }
}
