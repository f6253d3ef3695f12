using System.Globalization;
using System.Text.Json;

namespace LostCases.Demo;

/// <summary>Does the acts of one case one after another, each once: what the journal has is left out, what is done is noted.</summary>
internal sealed class Clerk(DemoCase line, Journal journal, CancellationToken ct)
{
    private const string Registration = "register";
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whether the run before may have done the next act without having noted it. Its step is closed then, so the act is asked for at
    /// once: its key gives the old answer. The first that is refused is new, and so is all that follows.
    /// </summary>
    private bool _mayBeDone = journal.IsContinued;

    /// <summary>Acts done by this run.</summary>
    internal int Acts { get; private set; }

    /// <summary>The case, once registered.</summary>
    internal Guid Case => Guid.Parse(journal.Find(line.Key, Registration)!, CultureInfo.InvariantCulture);

    /// <summary>The judgment's document.</summary>
    internal Guid Judgment => Guid.Parse(journal.Find(line.Key, "document.intake.JUDGMENT")!, CultureInfo.InvariantCulture);

    /// <summary>Registers the judgment.</summary>
    internal Task RegisterAsync(Person who, object body) =>
        OnceAsync(Registration, async key => (await who.PostAsync("/api/intake/judgments", key, body, ct)).GetProperty("caseId").GetString()!);

    /// <summary>Does an act on the case once its step is open; an act that is no step's leaves the step empty.</summary>
    internal Task ActAsync(Person who, string path, string step, Dictionary<string, object?> body) => ActAsync(who, path, step, () => Task.FromResult(body));

    /// <summary>The same for an act whose content has to be looked up or handed in first.</summary>
    internal Task ActAsync(Person who, string path, string step, Func<Task<Dictionary<string, object?>>> body, string? name = null) => OnceAsync(
        name ?? path.Replace('/', '.'),
        async key =>
        {
            if (step.Length > 0)
            {
                _mayBeDone = _mayBeDone && await who.TryAsync(At(path), key, await body(), ct);
                if (_mayBeDone)
                {
                    return "";
                }

                await who.WaitAsync(Case, step, ct);
            }

            await who.PostAsync(At(path), key, await body(), ct);
            return "";
        });

    /// <summary>Does what is no act on a case; the answer's id.</summary>
    internal async Task<string> NounAsync(Person who, string path, string name, Dictionary<string, object?> body)
    {
        await OnceAsync(name, async key => (await who.PostAsync(path, key, body, ct)).GetProperty("id").GetString()!);
        return journal.Find(line.Key, name)!;
    }

    /// <summary>Tries what the law refuses, so that the refusal is on record; anything else is a failure.</summary>
    internal Task RefusedAsync(Person who, string path, string code, Func<Task<Dictionary<string, object?>>> body) => OnceAsync(
        $"refused.{code}",
        async key =>
        {
            try
            {
                await who.PostAsync(At(path), key, await body(), ct);
            }
            catch (Refusal refusal) when (refusal.Reason.StartsWith(code, StringComparison.Ordinal))
            {
                return "";
            }

            throw new DemoFailure($"{path} was not refused with {code}");
        });

    /// <summary>Hands a document in, once; its id.</summary>
    internal async Task<Guid> UploadAsync(Person who, string service, string kind, Paper paper, string name = "")
    {
        var act = $"document.{service}.{kind}{name}";
        await OnceAsync(act, async _ => $"{await FindAsync(who, service, paper) ?? await who.UploadAsync($"/api/{service}/cases/{Case}/documents?kind={kind}", paper.Name, paper.Content, ct)}");
        return Guid.Parse(journal.Find(line.Key, act)!, CultureInfo.InvariantCulture);
    }

    /// <summary>What a service tells about the case.</summary>
    internal Task<JsonElement> ReadAsync(Person who, string service) => who.GetAsync($"/api/{service}/cases/{Case}", ct);

    /// <summary>The document where an earlier run had handed it in but not noted it any more: uploads have no key that would make them happen once.</summary>
    private async Task<Guid?> FindAsync(Person who, string service, Paper paper) => !journal.IsContinued ? null
        : (await ReadAsync(who, service)).GetProperty("documents").EnumerateArray()
            .Where(d => d.GetProperty("name").GetString() == paper.Name).Select(d => (Guid?)d.GetProperty("id").GetGuid()).FirstOrDefault();

    /// <summary>Address of an act on the case: "review/accept-report".</summary>
    private string At(string path) => path.Split('/') is [var service, var act] ? $"/api/{service}/cases/{Case}/{act}" : throw new ArgumentException(path, nameof(path));

    private async Task OnceAsync(string act, Func<string, Task<string>> actAsync)
    {
        if (journal.Find(line.Key, act) is not null)
        {
            return;
        }

        ct.ThrowIfCancellationRequested();
        var value = await actAsync(string.Create(CultureInfo.InvariantCulture, $"demo-{journal.BaseDate:yyyyMMdd}-{line.Key}-{act}"));
        journal.Add(line.Key, act, value);
        Acts++;
        await Task.Delay(Breath, ct);
    }
}
