using System.Text.Json;
using System.Text.Json.Nodes;

namespace LostCases.Demo;

/// <summary>
/// The work of the two workflow administrators (流程管理员): versions asked for by one and approved by the other, a draft that waits, one that
/// is refused. Each once: what the journal has is left out, and a version that is in force already is not asked for again.
/// </summary>
internal sealed class ChainWork(Roster roster, Journal journal, CancellationToken ct)
{
    private const string Key = "CHAIN";
    private const string Api = "/elsa/api/workflow-definitions";
    private const string Own = "/elsa/api/lostcases";
    private static readonly string[] Acts = ["version-2", "version-3", "waiting", "refused"];

    /// <summary>Whether all of it is done.</summary>
    internal static bool IsDone(Journal journal) => Acts.All(a => journal.Find(Key, a) is not null);

    /// <summary>Acts done by this run.</summary>
    internal int Done { get; private set; }

    /// <summary>Before the first case: version 2.</summary>
    internal Task BeginAsync() => OnceAsync(Acts[0], () => PublishAsync(2, ChainEdits.RemindEarlier, "处理期限提前提醒，给单位留出办理时间。"));

    /// <summary>While cases run on version 2: version 3.</summary>
    internal Task GoOnAsync() => OnceAsync(Acts[1], () => PublishAsync(3, ChainEdits.TellTheCourt, "审核完成后告知审理法院，便于司法建议衔接。"));

    /// <summary>At the end: what waits, and what is refused.</summary>
    internal async Task EndAsync()
    {
        await OnceAsync(Acts[2], async () =>
        {
            var change = await AskAsync(ChainEdits.Main, ChainEdits.AskTheCommittee);
            await (await Second).PostAsync($"{Own}/changes/{change}/comments", $"demo-{Key}-comment", new { text = "请说明会签席位如何产生，再行审批。" }, ct);
        });
        await OnceAsync(Acts[3], () => SaveAsync(ChainEdits.Correction, ChainEdits.SkipTheDisposition, publish: true));
    }

    private Task<Person> First => roster.WorkflowAdministratorAsync(second: false);

    private Task<Person> Second => roster.WorkflowAdministratorAsync(second: true);

    private async Task PublishAsync(int version, Func<JsonNode, JsonNode> edit, string reason)
    {
        var record = (await (await First).GetAsync($"{Own}/definitions/{ChainEdits.Main}/record", ct)).GetProperty("items");
        if (record.EnumerateArray().Any(v => v.GetProperty("version").GetInt32() >= version && v.GetProperty("publishedAt").ValueKind != JsonValueKind.Null))
        {
            return;
        }

        var change = await AskAsync(ChainEdits.Main, edit);
        await (await Second).PostAsync($"{Own}/changes/{change}/approve", $"demo-{Key}-approve-{version}", new { reason }, ct);
    }

    /// <summary>Asks for an edit of the version in force; the change that waits then.</summary>
    private async Task<string> AskAsync(string definition, Func<JsonNode, JsonNode> edit)
    {
        var answer = await SaveAsync(definition, edit, publish: true);
        return answer.TryGetProperty("changeId", out var change) ? change.GetString()! : throw new DemoFailure($"{definition} was not taken: {answer}");
    }

    private async Task<JsonElement> SaveAsync(string definition, Func<JsonNode, JsonNode> edit, bool publish)
    {
        var author = await First;
        var published = await author.GetAsync($"{Api}/by-definition-id/{definition}?versionOptions=Published", ct);
        var model = edit(JsonNode.Parse(published.GetRawText())!);
        var lease = (await author.PostAsync($"{Own}/definitions/{definition}/lease", $"demo-{Key}-lease-{Guid.NewGuid():N}", new { }, ct)).GetProperty("leaseId").GetString()!;
        return await author.SaveAsync(Api, lease, new { model, publish }, ct);
    }

    private async Task OnceAsync(string act, Func<Task> doAsync)
    {
        if (journal.Find(Key, act) is not null)
        {
            return;
        }

        ct.ThrowIfCancellationRequested();
        await doAsync();
        journal.Add(Key, act, "");
        Done++;
    }
}
