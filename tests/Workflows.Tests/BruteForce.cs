using System.Globalization;
using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>
/// Every way through a chain, walked with the simulator and judged by what has been answered so far: written without the gate's own
/// states and marks, so that the two can be compared.
/// </summary>
internal sealed class BruteForce
{
    private const int Most = 4000;
    private readonly Definition _definition;
    private readonly HashSet<ChainRule> _broken = [];
    private readonly Dictionary<string, int> _known = [];
    private readonly List<(InstanceState State, List<(string Step, string Port)> Past)> _states = [];
    private readonly List<(int From, int To)> _moves = [];
    private readonly bool _county;
    private readonly bool _joint;

    private BruteForce(Definition definition, ReviewRoute route)
    {
        (_definition, _county, _joint) = (definition, route.CountyFiling, route.JointRequired);
        var facts = new Dictionary<string, string>
        {
            [Fact.Route] = route.FullCode,
            [Fact.County] = route.CountyFiling ? "TRUE" : "FALSE",
            [Fact.JointRequired] = route.JointRequired ? "TRUE" : "FALSE",
        };
        Reach(-1, Interpreter.Start(definition, Guid.Empty, facts), []);
    }

    /// <summary>What is broken on some way; null where there are too many ways for this.</summary>
    internal static HashSet<ChainRule>? Of(Definition definition)
    {
        var all = new HashSet<ChainRule>();
        foreach (var route in Policy.Default.Routes.Values.DistinctBy(r => r.FullCode))
        {
            var walk = new BruteForce(definition, route);
            if (!walk.Run())
            {
                return null;
            }

            all.UnionWith(walk._broken);
        }

        return all;
    }

    private bool Run()
    {
        for (var at = 0; at < _states.Count; at++)
        {
            if (_states.Count > Most)
            {
                return false;
            }

            var (state, past) = _states[at];
            foreach (var wait in state.Waits)
            {
                foreach (var (port, facts) in Answers(wait.Step, past))
                {
                    Reach(at, Interpreter.Answer(_definition, state, wait.RequestId, port, facts), [.. past, (wait.Step, port)]);
                }
            }
        }

        var alive = _states.Index().Where(s => s.Item.State.Status == InstanceStatus.Finished).Select(s => s.Index).ToHashSet();
        for (var before = -1; before != alive.Count;)
        {
            before = alive.Count;
            alive.UnionWith(_moves.Where(m => alive.Contains(m.To)).Select(m => m.From).ToList());
        }

        if (_states.Index().Any(s => !alive.Contains(s.Index)))
        {
            _broken.Add(ChainRule.EndReachable);
        }

        return true;
    }

    private void Reach(int from, Advance advance, List<(string Step, string Port)> past)
    {
        foreach (var line in advance.Journal.Where(l => l.Event == "Started"))
        {
            Judge(_definition.Nodes[line.ActivityId], past);
        }

        if (advance.State.Waits.GroupBy(w => w.StepId).Any(g => g.Count() > 1))
        {
            _broken.Add(ChainRule.OneAtATime);
            return;
        }

        var key = Key(advance.State, past);
        if (!_known.TryGetValue(key, out var to))
        {
            _known[key] = to = _states.Count;
            _states.Add((advance.State, past));
        }

        _moves.Add((from, to));
    }

    private IEnumerable<(string Port, Dictionary<string, string> Facts)> Answers(string step, List<(string Step, string Port)> past)
    {
        string Count(params string[] steps) => (past.Count(p => steps.Contains(p.Step)) + 1).ToString(CultureInfo.InvariantCulture);
        var returns = past.Count(p => p is ("Review", "Returned"));
        return step switch
        {
            "Review" =>
            [
                .. !_joint || past.Contains(("JointReview", "Done"))
                    ? new[] { "AGREE", "AGREE_WITH_CHANGES", "DISAGREE" }.Select(o => ("Completed", new Dictionary<string, string> { ["opinion"] = o }))
                    : [],
                .. returns < 2 ? [("Returned", new Dictionary<string, string> { ["returns"] = $"{returns + 1}" })] : Array.Empty<(string, Dictionary<string, string>)>(),
                ("JointReview", []),
            ],
            "Dispose" => [("Done", new() { ["transfersPending"] = "0" }), ("PendingTransfer", new() { ["transfersPending"] = "1" }), ("PendingTransfer", new() { ["transfersPending"] = "2" })],
            "AwaitTransferResults" => [("Done", new() { ["transfersPending"] = "0" })],
            "SubmitReport" or "Supplement" => [("Done", new() { ["submissions"] = Count("SubmitReport", "Supplement") })],
            "FileWithCity" => [("Done", new() { ["filed"] = "TRUE" })],
            "Approval" => [("Approved", []), ("Rejected", [])],
            _ => [("Done", [])],
        };
    }

    private void Judge(Node node, List<(string Step, string Port)> past)
    {
        bool Did(string step, string? port = null) => past.Exists(p => p.Step == step && (port is null || p.Port == port));
        int Times(string step, string port) => past.Count(p => p.Step == step && p.Port == port);
        bool After(string step, string port, params string[] later) => past.FindLastIndex(p => p == (step, port)) is var at and >= 0 && past.FindLastIndex(p => later.Contains(p.Step)) <= at;
        var jointOpen = After("Review", "JointReview", "JointReview");
        var returned = After("Review", "Returned", "Supplement", "SubmitReport");
        var transfers = After("Dispose", "PendingTransfer", "AwaitTransferResults", "Dispose");
        void Break(ChainRule rule, bool holds) => _ = holds && _broken.Add(rule);
        switch (node.Step?.Name ?? node.Kind.ToString())
        {
            case "Investigate":
                Break(ChainRule.DoneOnce, Did("Investigate"));
                break;
            case "SubmitReport":
                Break(ChainRule.InvestigationFirst, !Did("Investigate"));
                Break(ChainRule.SupplementAfterReturn, returned);
                Break(ChainRule.DoneOnce, !returned && (Did("SubmitReport") || Did("Supplement")));
                break;
            case "Supplement":
                Break(ChainRule.SomebodyCanAct, !returned);
                break;
            case "Review":
                Break(ChainRule.ReportBeforeReview, !Did("SubmitReport") && !Did("Supplement"));
                Break(ChainRule.SupplementAfterReturn, returned);
                Break(ChainRule.JointReviewHeld, jointOpen);
                Break(ChainRule.DoneOnce, Did("Review", "Completed"));
                break;
            case "JointReview":
                Break(ChainRule.SomebodyCanAct, !jointOpen);
                break;
            case "SendFeedback":
                Break(ChainRule.JointReviewHeld, jointOpen);
                Break(ChainRule.OpinionBeforeFeedback, !Did("Review", "Completed"));
                Break(ChainRule.DoneOnce, Did("SendFeedback"));
                break;
            case "FileWithCity":
                Break(ChainRule.FilingOfCountyOnly, !_county);
                Break(ChainRule.JointReviewHeld, jointOpen);
                Break(ChainRule.OpinionBeforeFeedback, !Did("Review", "Completed"));
                Break(ChainRule.DoneOnce, Did("FileWithCity"));
                break;
            case "ReceiveFeedback":
                Break(ChainRule.SomebodyCanAct, !Did("SendFeedback"));
                Break(ChainRule.DoneOnce, Did("ReceiveFeedback"));
                break;
            case "Dispose":
                Break(ChainRule.FeedbackBeforeDisposition, !Did("SendFeedback") || !Did("ReceiveFeedback"));
                Break(ChainRule.DoneOnce, Did("Dispose"));
                break;
            case "AwaitTransferResults":
                Break(ChainRule.SomebodyCanAct, !transfers);
                break;
            case "CloseCase" or "End":
                Break(ChainRule.ReviewBeforeClosing, !Did("Review", "Completed"));
                Break(ChainRule.JointReviewHeld, jointOpen);
                Break(ChainRule.FilingBeforeClosing, _county && !Did("FileWithCity"));
                Break(ChainRule.DispositionBeforeClosing, !Did("Dispose"));
                Break(ChainRule.TransferResultsBeforeClosing, transfers);
                Break(ChainRule.DoneOnce, node.Kind != NodeKind.End && Times("CloseCase", "Done") > 0);
                Break(ChainRule.ClosingBeforeEnd, node.Kind == NodeKind.End && !Did("CloseCase"));
                break;
        }
    }

    /// <summary>Ways that can go on alike: the same waits, arrivals and facts, and the same answers where order or number matter.</summary>
    private static string Key(InstanceState state, List<(string Step, string Port)> past)
    {
        var last = past.Where(p => p.Step is "Review" or "JointReview" or "Supplement" or "SubmitReport" or "Dispose" or "AwaitTransferResults").ToList();
        bool After(string step, string port, params string[] later) => last.FindLastIndex(p => p == (step, port)) is var at and >= 0 && last.FindLastIndex(p => later.Contains(p.Step)) <= at;
        return string.Join('|', [
            state.Status.ToString(),
            string.Join(',', state.Waits.Select(w => w.StepId).Order()),
            string.Join(',', state.Arrived.SelectMany(a => a.Value.Select(v => $"{a.Key}<{v}")).Order()),
            string.Join(',', state.Facts.Where(f => f.Key != "submissions").Select(f => $"{f.Key}={f.Value}").Order()),
            string.Join(',', past.Select(p => $"{p.Step}:{p.Port}").Distinct().Order()),
            $"{After("Review", "JointReview", "JointReview")}{After("Review", "Returned", "Supplement", "SubmitReport")}{After("Dispose", "PendingTransfer", "AwaitTransferResults", "Dispose")}",
        ]);
    }
}
