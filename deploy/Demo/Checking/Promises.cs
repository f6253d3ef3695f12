namespace LostCases.Demo;

/// <summary>What a demo promises (演示内容), and whether the loaded one keeps it, asked of the public API as the secretariat sees it.</summary>
internal static class Promises
{
    private const int Live = 40;

    /// <summary>Looks at everything; one line for each promise, at the end "N passed, N failed".</summary>
    internal static async Task<bool> VerifyAsync(Settings settings, Action<string> say, CancellationToken ct)
    {
        if (Journal.ReadBaseDate(settings.Folder) is not { } today)
        {
            say($"Nothing has been loaded from {settings.Folder}.");
            return false;
        }

        var roster = new Roster(settings, say);
        var seen = await SeenCase.AllAsync(await roster.SecretariatAsync(), today, ct);
        var chain = await SeenChain.OfAsync(await roster.WorkflowAdministratorAsync(second: true), ct);
        var results = Judge(seen, today, roster).Concat(Judge(chain)).ToList();
        results.ForEach(r => say($"  {(r.Wrong.Length == 0 ? "ok    " : "FAILED")}  {r.Promise}{(r.Wrong.Length == 0 ? "" : $": {r.Wrong}")}"));
        var failed = results.Count(r => r.Wrong.Length > 0);
        say($"{results.Count - failed} passed, {failed} failed");
        return failed == 0;
    }

    /// <summary>What is wrong with each promise; nothing where it is kept.</summary>
    internal static IEnumerable<(string Promise, string Wrong)> Judge(IReadOnlyList<SeenCase> cases, DateOnly today, Roster roster)
    {
        var found = cases.ToLookup(c => (c.CaseNo, c.LosingAgency));
        var lines = DemoCase.All.Select(l => (Line: l, Seen: found[(new Schedule(l, today).CaseNo, roster[l.Agency].Id)].FirstOrDefault())).ToList();
        var missing = lines.Where(l => l.Seen?.State != l.Line.State).Select(l => $"{l.Line.Key} is {l.Seen?.State ?? "not there"} instead of {l.Line.State}").ToList();
        yield return ($"{DemoCase.All.Count} cases, each in its state", string.Join(", ", missing));

        var live = lines.Take(Live).Select(l => l.Seen).OfType<SeenCase>().ToList();
        yield return ("each of the 17 states among the live ones", string.Join(", ", Enum.GetValues<Rules.CaseState>().Select(Rules.Code.Of).Except(live.Select(c => c.State))));

        var running = live.SelectMany(c => c.Clocks).Where(c => c.Status == "RUNNING").ToList();
        var (first, last) = (Schedule.DueOn(today, 0), Schedule.DueOn(today, 5));
        yield return Count("应当 overdue", 3, running.Count(c => c is { IsOverdue: true, Nature: "MUST" }));
        yield return Count("due today", 2, running.Count(c => !c.IsOverdue && c.DueOn == first));
        yield return Count("一般 exceeded", 4, running.Count(c => c is { IsOverdue: true, Nature: "SOFT" }));
        yield return Count("due within five working days", 6, running.Count(c => !c.IsOverdue && c.DueOn > first && c.DueOn <= last));
        yield return Count("paused", 2, live.SelectMany(c => c.Clocks).Count(c => c.Status == "PAUSED"));
        yield return ("two co-defendants of one judgment", live.GroupBy(c => c.CaseNo).Any(g => g.Count() == 2) ? "" : "none");
        yield return ("nominal and implementing body, not yet submitted", live.Exists(c => c is { State: "REPORT_READY", HasImplementingBody: true }) ? "" : "none");
    }

    private static IEnumerable<(string Promise, string Wrong)> Judge(SeenChain chain)
    {
        yield return Count("published versions of the chain with author, approver and reason", 3, chain.Versions);
        yield return Count("lawful change that waits", 1, chain.Waiting);
        yield return ("a refused draft with its counter-example", chain.Refused > 0 ? "" : "none");
        yield return ("instances on versions 2 and 3", chain.Running.All(r => r.Value > 0) ? "" : $"there are {string.Join(", ", chain.Running)}");
    }

    private static (string Promise, string Wrong) Count(string what, int promised, int seen) => ($"{promised} {what}", promised == seen ? "" : $"there are {seen}");
}
