using System.Text.Json;

namespace LostCases.Demo;

/// <summary>The chains as the second administrator sees them (流程变更).</summary>
/// <param name="Versions">Published versions of the main chain with author, approver and reason.</param>
/// <param name="Waiting">Changes of the main chain that wait, and may be approved.</param>
/// <param name="Refused">Drafts the gate refuses, with a way to what it objects to.</param>
/// <param name="Running">Instances of the main chain by version.</param>
internal sealed record SeenChain(int Versions, int Waiting, int Refused, IReadOnlyDictionary<int, int> Running)
{
    private const string Own = "/elsa/api/lostcases";

    internal static async Task<SeenChain> OfAsync(Person administrator, CancellationToken ct)
    {
        var record = await administrator.GetAsync($"{Own}/definitions/{ChainEdits.Main}/record", ct);
        var changes = await administrator.GetAsync($"{Own}/changes", ct);
        var refused = await administrator.GetAsync($"{Own}/definitions/{ChainEdits.Correction}/draft", ct);
        var running = new Dictionary<int, int>();
        foreach (var version in new[] { 2, 3 })
        {
            var found = await administrator.PostAsync("/elsa/api/workflow-instances", $"demo-look-{Guid.NewGuid():N}", new { definitionId = ChainEdits.Main, version, pageSize = 1 }, ct);
            running[version] = found.GetProperty("totalCount").GetInt32();
        }

        var waiting = 0;
        foreach (var change in Items(changes).Where(c => Text(c, "status") == "PENDING"))
        {
            var draft = (await administrator.GetAsync($"{Own}/changes/{Text(change, "id")}", ct)).GetProperty("draft");
            waiting += draft.GetProperty("problems").GetArrayLength() == 0 ? 1 : 0;
        }

        return new SeenChain(
            Items(record).Count(v => v.GetProperty("publishedAt").ValueKind != JsonValueKind.Null && (v.GetProperty("version").GetInt32() == 1 || (Text(v, "author").Length > 0 && Text(v, "approver").Length > 0 && Text(v, "reason").Length > 0))),
            waiting,
            refused.GetProperty("problems").EnumerateArray().Count(p => p.GetProperty("path").GetArrayLength() > 0),
            running);
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();
}
