using System.Collections.Concurrent;
using System.Globalization;

namespace LostCases.MatrixTests;

public sealed class When_anybody_asks_for_anything(Town town) : IClassFixture<Town>, IDisposable
{
    private const int AtOnce = 8;
    private static readonly int[] Refusals = [401, 403, 404];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Office.Address };
    private readonly Ledger _ledger = new();

    public static TheoryData<string> Endpoints => [.. Table.Rows.Select(r => r.Name)];

    public void Dispose()
    {
        _http.Dispose();
        _ledger.Dispose();
    }

    [Fact]
    public void Every_endpoint_described_has_its_row_and_every_row_its_endpoint()
    {
        var rows = Table.Rows.Select(r => r.Name).ToList();
        Assert.Equal(rows.Distinct(), rows);
        Assert.Empty(Gaps(town.Interface.Endpoints, rows));
        Assert.Equal(["GET /new", "GET /gone"], Gaps([.. town.Interface.Endpoints, "GET /new"], [.. rows, "GET /gone"]));
    }

    [Fact]
    public void Every_role_stands_at_every_place() => Assert.Equal(Town.Places.Count * Person.AllRoles.Count, town.People.Select(p => p.ToString()).Distinct().Count());

    [Fact]
    public async Task Every_text_planted_is_found_by_those_who_may_read_it()
    {
        var read = new System.Text.StringBuilder();
        foreach (var person in town.People.Where(p => p is { Place: "agency", Role: Roles.AgencyOfficer or Roles.Secretariat }))
        {
            foreach (var path in Table.Rows.Where(r => r is { Door: Door.Case, Method: "GET" }).Select(town.Path).SelectMany(town.OfEachCase))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Authorization = new("Bearer", person.Token);
                using var answer = await _http.SendAsync(request);
                read.Append(await answer.Content.ReadAsStringAsync());
            }
        }

        Assert.Empty(town.Marks.Where(m => !read.ToString().Contains(m.Key, StringComparison.Ordinal)).Select(m => m.Value));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Those_the_table_names_may_and_nobody_else(string endpoint)
    {
        var row = Table.Rows.Single(r => r.Name == endpoint);
        var (service, act) = (row.Path.Split('/')[2], town.Interface.OperationId(endpoint) ?? "");
        var onCase = row.Door is Door.Case or Door.Own;
        var requests = new Requests(town, town.Interface);
        var versions = await _ledger.VersionsAsync(town.Cases);
        var noted = await NotesAsync();
        var (wrong, refused, letIn) = (new ConcurrentBag<string>(), 0, 0);

        await Parallel.ForEachAsync(town.People, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, ct) =>
        {
            using var request = requests.Of(row, person.Token);
            using var answer = await _http.SendAsync(request, ct);
            var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
            Judge(row, person, status, text, wrong);
            Interlocked.Increment(ref status is 403 or 404 ? ref refused : ref letIn);
        });

        Assert.True(wrong.IsEmpty, $"{row.Name} {row.What}:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal))}");
        Assert.Equal(versions, await _ledger.VersionsAsync(town.Cases));
        var notes = await NotesAsync();
        Assert.Equal(onCase ? refused : 0, notes.Refusals - noted.Refusals);
        Assert.Equal(row.Reading is null ? 0 : letIn, notes.Readings - noted.Readings);

        async Task<(long Refusals, long Readings)> NotesAsync() => onCase
            ? (await _ledger.RefusalsAsync(service, town.Cases[0], act), row.Reading is { } reading ? await _ledger.CountAsync(service, town.Cases[0], reading) : 0)
            : default;
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task No_token_but_a_valid_one_opens_it(string endpoint)
    {
        var row = Table.Rows.Single(r => r.Name == endpoint);
        var requests = new Requests(town, town.Interface);
        var person = town.People.OrderBy(p => row.Expected(p) is null ? 0 : 1).First(p => row.Expected(p) is not 403);
        var (id, key) = await _ledger.SigningKeyAsync();
        var forgery = new Forgery(person.Token, id, key);
        Assert.NotEqual(401, await AskAsync(forgery.Unchanged));
        foreach (var (kind, token) in forgery.Bad)
        {
            Assert.Equal((kind, 401), (kind, await AskAsync(token)));
        }

        async Task<int> AskAsync(string? token)
        {
            using var request = requests.Of(row, token);
            using var answer = await _http.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    private static IEnumerable<string> Gaps(IEnumerable<string> described, IEnumerable<string> rows) => described.Except(rows).Concat(rows.Except(described));

    private void Judge(Row row, Person person, int status, string text, ConcurrentBag<string> wrong)
    {
        var expected = row.Expected(person);
        if (expected is null ? Refusals.Contains(status) || status >= 500 : status != expected)
        {
            wrong.Add($"{person}: {status} instead of {expected?.ToString(CultureInfo.InvariantCulture) ?? "being let in"}: {text[..Math.Min(text.Length, 160)]}");
        }

        foreach (var (mark, (kind, ofCase)) in town.Marks)
        {
            if (text.Contains(mark, StringComparison.Ordinal) && !Table.MayRead(person, kind, ofCase))
            {
                wrong.Add($"{person} reads {kind} of the {ofCase} case ({status})");
            }
        }
    }
}
