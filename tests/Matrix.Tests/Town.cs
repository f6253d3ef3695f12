using System.Security.Cryptography;
using static LostCases.Contracts.Relations;

namespace LostCases.MatrixTests;

/// <summary>
/// A city with three cases: the main one, taken so far that every relation exists, one of another agency of the same county and
/// one of another county; and at every place a person of every role. Every case holds texts of its own to be looked for.
/// </summary>
public sealed class Town : IAsyncLifetime
{
    public const string Main = "main";
    public const string AddresseeOfTransfer = "TRANSFER_ORGAN of the finding";
    public const string AddresseeOfOtherTransfer = "TRANSFER_ORGAN of the other finding";

    private const string Neighbour = "neighbour";
    private const string OtherCounty = "other county";

    private static readonly Dictionary<(string Place, string Case), string[]> Parties = new()
    {
        [("agency", Main)] = [LosingAgency],
        [("body", Main)] = [ImplementingBody],
        [("legal", Main)] = [ReviewBody],
        [("cityLegal", Main)] = [FilingBody],
        [("court", Main)] = [Court],
        [("orgDept", Main)] = [JointMember],
        [("secondCourt", Main)] = [JointMember],
        [("secondCourt", Neighbour)] = [Court],
        [("secondCourt", OtherCounty)] = [Court],
        [("superior", Main)] = [Superior],
        [("discipline", Main)] = [TransferOrgan, AddresseeOfTransfer],
        [("secondDiscipline", Main)] = [TransferOrgan, AddresseeOfOtherTransfer],
        [("neighbour", Neighbour)] = [LosingAgency],
        [("legal", Neighbour)] = [ReviewBody],
        [("farAgency", OtherCounty)] = [LosingAgency],
        [("otherLegal", OtherCounty)] = [ReviewBody],
    };

    private readonly Dictionary<string, Guid> _documents = [];
    private readonly string _mark = RandomNumberGenerator.GetHexString(10, lowercase: true);

    /// <summary>Places with people of every role.</summary>
    public static IReadOnlyList<string> Places { get; } = [.. Parties.Keys.Select(k => k.Place).Distinct()];

    /// <summary>Text, its kind and its case.</summary>
    public Dictionary<string, (string Kind, string Case)> Marks { get; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public Interface Interface { get; private set; } = null!;

    public IReadOnlyDictionary<string, object?> Registration { get; private set; } = null!;

    public IReadOnlyList<Guid> Cases { get; private set; } = [];

    /// <summary>The finding transferred to <c>discipline</c>.</summary>
    public Guid Finding { get; internal set; }

    private Dictionary<string, string> Ids { get; } = [];

    public static IReadOnlyList<string> RelationsOf(string place, string ofCase) => Parties.GetValueOrDefault((place, ofCase), []);

    public string Path(Row row) => Ids.Aggregate(
        row.Path.Replace("{id}", row.Path.Contains("/documents/", StringComparison.Ordinal) ? $"{_documents[row.Path.Split('/')[2]]}" : Ids["{user}"], StringComparison.Ordinal),
        (path, id) => path.Replace(id.Key, id.Value, StringComparison.Ordinal));

    /// <summary>A path of the main case, and the same of the others.</summary>
    public IEnumerable<string> OfEachCase(string path) => Cases.Select(c => path.Replace($"{Cases[0]}", $"{c}", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        var office = await Office.OpenAsync();
        await office.AddAsync("body", "示例县执法队", "COUNTY_UNIT", "county");
        await office.AddAsync("orgDept", "示例市委组织部", "ORG_DEPT", "city");
        await office.AddAsync("secondCourt", "示例县人民法院", "COURT", null);
        await office.AddAsync("superior", "示例市自然资源局", "MUNI_UNIT", "city");
        await office.AddAsync("discipline", "示例市纪委监委", "DISCIPLINE", "city");
        await office.AddAsync("secondDiscipline", "示例县纪委监委", "DISCIPLINE", "county");
        await office.AddAsync("neighbour", "示例县住房和城乡建设局", "COUNTY_UNIT", "county");
        await office.AddAsync("farCounty", "另一示例县人民政府", "COUNTY_GOV", "city");
        await office.AddAsync("otherLegal", "另一示例县司法局", "COUNTY_LEGAL_BODY", "farCounty");
        await office.AddAsync("farAgency", "另一示例县自然资源局", "COUNTY_UNIT", "farCounty");
        var neighbour = await RegisterAsync(office, Neighbour, "neighbour", "legal");
        var far = await RegisterAsync(office, OtherCounty, "farAgency", "otherLegal");
        await WalkAsync(office);
        Cases = [office.Case, neighbour, far];
        Ids["{caseId}"] = office.Case.ToString();
        Ids["{definitionId}"] = "case-accountability";
        Ids["{year}"] = "2026";
        People = await PopulateAsync(office);
        using var http = new HttpClient { BaseAddress = Office.Address };
        Interface = await Interface.ReadAsync(http);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private string Mark(string kind, string ofCase = Main)
    {
        var text = $"密{_mark}{Marks.Count}文";
        Marks[text] = (kind, ofCase);
        return text;
    }

    private Dictionary<string, object?> Describe(Office office, string ofCase, string agency, string court)
    {
        var registration = office.Registration();
        (registration["agencyId"], registration["courtId"], registration["actName"]) = (office[agency], office[court], Mark("act", ofCase));
        Marks[registration["caseNo"]!.ToString()!.Split("终")[1]] = ("number", ofCase);
        return registration;
    }

    private async Task<Guid> RegisterAsync(Office office, string ofCase, string agency, string legal)
    {
        var registered = await Office.MustAsync(
            await office.PersonAsync(legal, Roles.Reviewer, Roles.ReviewLeader), "/api/intake/judgments", Describe(office, ofCase, agency, "secondCourt"));
        return registered.GetProperty("caseId").GetGuid();
    }

    private async Task WalkAsync(Office office)
    {
        var registration = Describe(office, Main, "agency", "court");
        registration["implementingBodyId"] = office["body"];
        Registration = registration;
        await office.InScopeAsync(registration);
        await Walk.ToTransferAsync(office, this);
    }

    internal string MarkOf(string kind) => Mark(kind);

    internal void Keep(string service, Guid document) => _documents[service] = document;

    internal void KeepStep(Guid requestId) => Ids["{requestId}"] = requestId.ToString();

    /// <summary>Accounts are opened and signed in with side by side; each sign-in is the real one.</summary>
    private async Task<IReadOnlyList<Person>> PopulateAsync(Office office)
    {
        var administrator = await Office.AdministratorAsync(Roles.SecAdmin);
        var people = new System.Collections.Concurrent.ConcurrentBag<Person>();
        var seats = Places.SelectMany(place => Person.AllRoles.Select(role => (place, role)));
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seat, _) =>
        {
            var (id, account, password) = await office.OpenAccountAsync(administrator, seat.place, seat.role);
            people.Add(new Person(seat.place, seat.role, (await SignIn.TokensAsync(Office.Address, account, password)).Access));
            if (seat is ("agency", Roles.AgencyOfficer))
            {
                Ids["{user}"] = id.ToString();
            }
        });
        return [.. people.OrderBy(p => p.ToString(), StringComparer.Ordinal)];
    }
}
