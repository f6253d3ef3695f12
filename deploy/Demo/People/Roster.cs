using System.Collections.Concurrent;
using System.Text.Json;

namespace LostCases.Demo;

/// <summary>The demo's organisations and the people who act for them, each signed in once, when first needed.</summary>
internal sealed class Roster(Settings settings, Action<string> log)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Person>>> _people = [];
    private readonly Dictionary<string, Organisation> _organisations = Organisations(settings.Organisations);

    /// <summary>The organisation whose accounts begin with the prefix: <c>yunjiang.zrzy</c>.</summary>
    internal Organisation this[string prefix] => _organisations[prefix];

    /// <summary>The agency's legal officer (经办人).</summary>
    internal Task<Person> OfficerAsync(string agency) => PersonAsync($"{agency}.jbr");

    /// <summary>The legal body's reviewer (审核员).</summary>
    internal Task<Person> ReviewerAsync(string legal) => PersonAsync($"{legal}.shy");

    /// <summary>The legal body's head of review (审核负责人).</summary>
    internal Task<Person> LeaderAsync(string legal) => PersonAsync($"{legal}.shfzr");

    /// <summary>The liaison of a court, an organisation department or a discipline organ (联络员).</summary>
    internal Task<Person> LiaisonAsync(string unit) => PersonAsync($"{unit}.lly");

    /// <summary>The secretariat of the joint conference (联席会议秘书处).</summary>
    internal Task<Person> SecretariatAsync() => PersonAsync("ouyue.lxhy.msc");

    /// <summary>One of the two workflow administrators (流程管理员).</summary>
    internal Task<Person> WorkflowAdministratorAsync(bool second) => PersonAsync(second ? "admin.lc2" : "admin.lc1");

    private Task<Person> PersonAsync(string account) => _people.GetOrAdd(account, a => new(() => SignInAsync(a))).Value;

    private async Task<Person> SignInAsync(string account)
    {
        try
        {
            var password = File.ReadLines(settings.Credentials).Select(l => l.Split('\t')).FirstOrDefault(c => c[0] == account)?[1]
                ?? throw new DemoFailure($"{account} is not among the accounts in {settings.Credentials}");
            return new Person(await new SignIn(settings).TakeAsync(account, password), settings, log);
        }
        catch
        {
            _people.TryRemove(account, out _); // tried anew by whoever needs the person next
            throw;
        }
    }

    private static Dictionary<string, Organisation> Organisations(string path)
    {
        using var file = File.OpenRead(path);
        var content = JsonSerializer.Deserialize<Content>(file, JsonSerializerOptions.Web)!;
        var names = content.Organisations.ToDictionary(o => o.Id);
        return content.Accounts.Where(a => a.Organisation is not null).DistinctBy(a => Prefix(a.Account))
            .ToDictionary(a => Prefix(a.Account), a => names[a.Organisation!.Value]);
    }

    private static string Prefix(string account) => account[..account.LastIndexOf('.')];

    private sealed record Content(IReadOnlyList<Organisation> Organisations, IReadOnlyList<AccountLine> Accounts);

    private sealed record AccountLine(string Account, Guid? Organisation);
}

/// <summary>An organisation of the demo.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">Its short name.</param>
internal sealed record Organisation(Guid Id, string Name, string ShortName);

/// <summary>What keeps the demo from being loaded, in words.</summary>
internal sealed class DemoFailure(string what) : Exception(what);
