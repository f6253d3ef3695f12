using System.Globalization;
using System.Security.Cryptography;
using LostCases.Harness;

namespace LostCases.Scenarios;

/// <summary>Fresh organisations and people for one scenario, made through the public API by the administrators.</summary>
internal sealed class World
{
    private static readonly Uri Address = new(Environment.GetEnvironmentVariable("LOSTCASES_TEST_URL") ?? "http://localhost:8080");
    private static readonly Dictionary<string, Api> Administrators = [];
    private readonly string _mark = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly string _region = $"9{RandomNumberGenerator.GetInt32(10000, 99999).ToString(CultureInfo.InvariantCulture)}";
    private readonly Dictionary<string, Guid> _organisations = [];
    private readonly Dictionary<string, string> _superiors = [];
    private readonly Dictionary<string, Api> _people = [];

    /// <summary>Sequence that makes the scenario's case number this run's own.</summary>
    internal string Sequence { get; } = RandomNumberGenerator.GetInt32(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture);

    /// <summary>A city with its legal body and these agencies, for what is counted.</summary>
    internal static async Task<World> OfAgenciesAsync(IReadOnlyList<string> agencies)
    {
        var world = await OfCityAsync();
        foreach (var agency in agencies)
        {
            await world.AddAsync(agency, $"示例市{agency}局", "MUNI_UNIT", "city");
        }

        return world;
    }

    private static async Task<World> OfCityAsync()
    {
        var world = new World();
        await world.AddAsync("city", "示例市人民政府", "MUNI_GOV", null);
        await world.AddAsync("cityLegal", "示例市司法局", "MUNI_LEGAL_BODY", "city");
        return world;
    }

    internal static async Task<World> CreateAsync(Scenario scenario)
    {
        var world = await OfCityAsync();
        await world.AddAsync("county", "示例县人民政府", "COUNTY_GOV", "city");
        await world.AddAsync("countyLegal", "示例县司法局", "COUNTY_LEGAL_BODY", "county");
        await world.AddAsync("court", "示例市中级人民法院", "COURT", null);
        await world.AddAsync("orgDept", "示例市委组织部", "ORG_DEPT", "city");
        await world.AddAsync("discipline", "示例市纪委监委", "DISCIPLINE", "city");
        await world.AddAgencyAsync(scenario.Given.GetProperty("agency"));
        if (scenario.ImplementingBody is { } body)
        {
            await world.AddAgencyAsync(body);
        }

        if (scenario.IsLocalCalendar)
        {
            await (await AdministratorAsync("SYS_ADMIN")).MustAsync("/api/intake/calendars", new
            {
                cityId = world["city"],
                calendarVersion = Rules.WorkingCalendar.NationalWithWenzhou.VersionName,
                documentNo = "示例办发〔2020〕1号",
            });
        }

        return world;
    }

    /// <summary>Key of the government that is the agency's superior.</summary>
    internal string Superior(string agency) => _superiors.GetValueOrDefault(agency, "city");

    internal Guid this[string key] => _organisations[key];

    /// <summary>Name in the scenario of an organisation's id.</summary>
    internal string Name(Guid id) => _organisations.Last(o => o.Value == id).Key;

    internal string Rename(string code) => _organisations.Aggregate(code, (text, o) => text.Replace(o.Value.ToString(), o.Key, StringComparison.Ordinal));

    /// <summary>A person of the organisation with the roles, made and signed in when first needed.</summary>
    internal async Task<Api> PersonAsync(string organisation, params string[] roles)
    {
        var key = $"{organisation} {string.Join(' ', roles)}";
        if (_people.TryGetValue(key, out var known))
        {
            return known;
        }

        var (account, password) = ($"t{_mark}.{_people.Count}", $"Pw-{RandomNumberGenerator.GetHexString(20)}a1");
        await (await AdministratorAsync("SEC_ADMIN")).MustAsync("/api/identity/users", new
        {
            account,
            displayName = $"{organisation} {roles[0]}",
            organisationId = _organisations[organisation],
            roles,
            password,
        });
        return _people[key] = new Api(await SignIn.AsAsync(Address, account, password));
    }

    private async Task AddAgencyAsync(System.Text.Json.JsonElement agency)
    {
        var (key, level) = (agency.GetProperty("id").GetString()!, agency.GetProperty("level").GetString()!);
        var existing = level switch { "MUNI_GOV" => "city", "COUNTY_GOV" => "county", _ => null };
        if (existing is not null)
        {
            _organisations[key] = _organisations[existing];
            return;
        }

        _superiors[key] = level.StartsWith("MUNI", StringComparison.Ordinal) ? "city" : "county";
        await AddAsync(key, agency.GetProperty("name").GetString()!, level, _superiors[key]);
    }

    private async Task AddAsync(string key, string name, string level, string? parent)
    {
        var answer = await (await AdministratorAsync("SYS_ADMIN")).MustAsync("/api/intake/agencies", new
        {
            name,
            level,
            parentGov = parent is null ? (Guid?)null : _organisations[parent],
            regionCode = _region,
        });
        _organisations[key] = answer.GetProperty("id").GetGuid();
    }

    private static async Task<Api> AdministratorAsync(string role)
    {
        if (!Administrators.TryGetValue(role, out var known))
        {
            var file = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CREDENTIALS") ?? ".local/credentials.tsv";
            var cells = (await File.ReadAllLinesAsync(file)).Select(l => l.Split('\t')).First(c => c.Length > 3 && c[3].Split(',', ' ', ';').Contains(role));
            Administrators[role] = known = new Api(await SignIn.AsAsync(Address, cells[0], cells[1]));
        }

        return known;
    }
}
