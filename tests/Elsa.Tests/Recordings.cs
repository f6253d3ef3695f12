using System.Globalization;
using System.Text.Json;
using CsCheck;
using LostCases.Simulator;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>What is walked on Elsa and recorded for machines without it: walks written by hand, and chains and answers drawn by chance from a seed.</summary>
internal static class Recordings
{
    private const int Seeds = 30;

    private const string Line = "start Elsa.Start\na Investigate\nb SubmitReport\nend Elsa.End\nstart > a\na > b\nb > end";

    private const string Returns =
        """
        start Elsa.Start
        submit SubmitReport
        review Review
        again Supplement
        joint JointReview participants=["COURT:COURT_LIAISON","JOINT_MEMBER:ORG_LIAISON"] quorum=2
        end Elsa.End
        start > submit
        submit > review
        review:Returned > again
        review:JointReview > joint
        review:Completed > end
        again > review
        joint > review
        """;

    private const string Detour =
        """
        start Elsa.Start
        which Decide fact=county operator=OP value=VALUE
        file FileWithCity
        meet Meet
        close CloseCase
        end Elsa.End
        start > which
        which:True > file
        which:False > meet
        file > meet
        meet > close
        close > end
        """;

    private const string Fork =
        """
        start Elsa.Start
        a SubmitReport
        fork Elsa.FlowFork branches=["L","R"]
        l1 SendFeedback
        l2 ReceiveFeedback
        r FileWithCity
        join Elsa.FlowJoin mode=WaitAll
        close CloseCase
        end Elsa.End
        start > a
        a > fork
        fork:L > l1
        l1 > l2
        l2 > join
        fork:R > r
        r > join
        join > close
        close > end
        """;

    private const string Three =
        """
        start Elsa.Start
        fork Elsa.FlowFork branches=["A","B","C"]
        a SendFeedback
        b FileWithCity
        c Dispose
        wait AwaitTransferResults
        meet Meet
        join Elsa.FlowJoin mode=WaitAll
        end Elsa.End
        start > fork
        fork:A > a
        fork:B > b
        fork:C > c
        c:Done > meet
        c:PendingTransfer > wait
        wait > meet
        a > join
        b > join
        meet > join
        join > end
        """;

    private const string Nested =
        """
        start Elsa.Start
        outer Elsa.FlowFork branches=["L","R"]
        inner Elsa.FlowFork branches=["X","Y"]
        x SendFeedback
        y ReceiveFeedback
        both Elsa.FlowJoin mode=WaitAll
        after Dispose
        meet Meet
        r FileWithCity
        all Elsa.FlowJoin mode=WaitAll
        end Elsa.End
        start > outer
        outer:L > inner
        inner:X > x
        inner:Y > y
        x > both
        y > both
        both > after
        after:Done > meet
        after:PendingTransfer > meet
        meet > all
        outer:R > r
        r > all
        all > end
        """;

    private const string LoopInBranch =
        """
        start Elsa.Start
        fork Elsa.FlowFork branches=["L","R"]
        review Review
        again Supplement
        joint JointReview
        r FileWithCity
        join Elsa.FlowJoin mode=WaitAll
        end Elsa.End
        start > fork
        fork:L > review
        review:Returned > again
        review:JointReview > joint
        again > review
        joint > review
        review:Completed > join
        fork:R > r
        r > join
        join > end
        """;

    private const string TwoForks =
        """
        start Elsa.Start
        one Elsa.FlowFork branches=["L","R"]
        a SendFeedback
        b FileWithCity
        met Elsa.FlowJoin mode=WaitAll
        two Elsa.FlowFork branches=["L","R"]
        c ReceiveFeedback
        d CloseCase
        done Elsa.FlowJoin mode=WaitAll
        end Elsa.End
        start > one
        one:L > a
        one:R > b
        a > met
        b > met
        met > two
        two:L > c
        two:R > d
        c > done
        d > done
        done > end
        """;

    private const string EmptyBranch =
        """
        start Elsa.Start
        fork Elsa.FlowFork branches=["L","R"]
        l SendFeedback
        join Elsa.FlowJoin mode=WaitAll
        end Elsa.End
        start > fork
        fork:L > l
        l > join
        fork:R > join
        join > end
        """;

    private const string NothingToWaitFor =
        """
        start Elsa.Start
        fork Elsa.FlowFork branches=["L","R","S"]
        which Decide fact=county value=TRUE
        meet Meet
        other Meet
        join Elsa.FlowJoin mode=WaitAll
        a CloseCase
        end Elsa.End
        start > fork
        fork:L > which
        which:True > meet
        which:False > meet
        meet > join
        fork:R > other
        other > join
        fork:S > join
        join > a
        a > end
        """;

    private const string Approval =
        """
        start Elsa.Start
        ask Approval mode=COUNT quorum=2 participants=REVIEW_BODY:REVIEWER,REVIEW_BODY:REVIEW_LEADER
        send SendFeedback limitWorkingDays=5 reminderDays=3,1
        end Elsa.End
        start > ask
        ask:Approved > send
        ask:Rejected > ask
        send > end
        """;

    private const string ByAnswer =
        """
        start Elsa.Start
        review Review
        which Decide fact=opinion value=DISAGREE
        again Supplement
        close CloseCase
        end Elsa.End
        start > review
        review:Completed > which
        review:Returned > again
        review:JointReview > again
        which:True > again
        which:False > close
        again > review
        close > end
        """;

    private const string TwoEnds =
        """
        start Elsa.Start
        which Decide fact=jointRequired value=TRUE
        joint JointReview
        send SendFeedback
        here Elsa.End
        there Elsa.End
        start > which
        which:True > joint
        which:False > send
        joint > here
        send > there
        """;

    private const string Notices =
        """
        start Elsa.Start
        first Notify participants=COURT:COURT_LIAISON template=FOR_INFORMATION
        ask Approval
        again Notify participants=REVIEW_BODY:REVIEWER,COURT:COURT_LIAISON template=PREPARE_MATERIALS text=再议
        send SendFeedback
        end Elsa.End
        start > first
        first > ask
        ask:Approved > send
        ask:Rejected > again
        again > ask
        send > end
        """;

    /// <summary>All, by name.</summary>
    internal static IReadOnlyDictionary<string, Recording> All { get; } = Written().Concat(Drawn()).ToDictionary(r => r.Name);

    private static IEnumerable<Recording> Written() =>
    [
        new("straight", Line, "a; b"),
        new("straight-not-finished", Line, "a"),
        new("double-answer", Line, "a; a; b"),
        new("late-answer-after-the-end", Line, "a; b; a; b"),
        new("early-answer", Line, "b; a; b"),
        new("answer-for-another-round", Line, "a#2; a; b#2; b"),
        new("answer-for-a-box-that-is-not-there", Line, "ghost; a; b"),
        new("cancel-at-once", Line, "cancel"),
        new("cancel-twice", Line, "a; cancel; cancel"),
        new("cancel-after-the-end", Line, "a; b; cancel"),
        new("answer-after-cancel", Line, "a; cancel; b"),
        new("outcome-nobody-knows", Line, "a:Sideways; b"),
        new("outcome-nobody-knows-then-its-answer-again", Line, "a; b:Sideways; b; a"),
        new("outcome-nobody-knows-then-cancel", Line, "a:Sideways; cancel"),
        new("facts-of-another-step-are-not-taken", Line, "a opinion=AGREE county=FALSE; b submissions=1 returns=9"),
        new("never-returned", Returns, "submit submissions=1; review:Completed opinion=AGREE"),
        new("returned-once", Returns, "submit submissions=1; review:Returned returns=1; again submissions=2; review#2:Completed opinion=AGREE"),
        new("returned-three-times", Returns, "submit; review:Returned returns=1; again; review#2:Returned returns=2; again#2; review#3:Returned returns=3; again#3; review#4:Completed"),
        new("joint-review", Returns, "submit; review:JointReview; joint; review#2:Completed opinion=PARTIAL"),
        new("returned-then-joint", Returns, "submit; review:Returned; again; review#2:JointReview; joint; review#3:Completed"),
        new("answer-of-the-first-round-in-the-second", Returns, "submit; review:Returned; again; review:Completed; again; review#2:Completed"),
        new("cancel-in-the-second-round", Returns, "submit; review:Returned; again; cancel; review#2:Completed"),
        new("decide-true", Decided("Equals", "TRUE"), "file filed=TRUE; close") { Facts = new() { ["county"] = "TRUE" } },
        new("decide-false", Decided("Equals", "TRUE"), "close") { Facts = new() { ["county"] = "FALSE" } },
        new("decide-without-the-fact", Decided("Equals", "TRUE"), "close"),
        new("decide-not-equals", Decided("NotEquals", "FALSE"), "file; close") { Facts = new() { ["county"] = "TRUE" } },
        new("decide-contains", Decided("Contains", "B"), "file; close") { Facts = new() { ["county"] = "A+B" } },
        new("decide-contains-not-a-part-of-a-word", Decided("Contains", "B"), "close") { Facts = new() { ["county"] = "A+BC" } },
        new("facts-not-known-at-the-start-are-not-taken", ByAnswer, "review:Completed; close") { Facts = new() { ["opinion"] = "DISAGREE" } },
        new("decide-by-an-answer", ByAnswer, "review:Completed opinion=DISAGREE; again; review#2:Completed opinion=AGREE; close"),
        new("decide-by-what-an-earlier-round-said", ByAnswer, "review:Completed opinion=DISAGREE; again; review#2:Completed; again#2; cancel"),
        new("two-ends-one", TwoEnds, "joint") { Facts = new() { ["jointRequired"] = "TRUE" } },
        new("two-ends-other", TwoEnds, "send") { Facts = new() { ["jointRequired"] = "FALSE" } },
        new("fork-left-first", Fork, "a; l1; l2; r filed=TRUE; close"),
        new("fork-right-first", Fork, "a; r; l1; l2; close"),
        new("fork-mixed", Fork, "a; l1; r; l2; close"),
        new("fork-double-answers", Fork, "a; r; r; l1; r; l1; l2; l2; close; close"),
        new("fork-outcome-nobody-knows-in-one-branch", Fork, "a; l1:Sideways; r; l2; cancel"),
        new("fork-outcome-nobody-knows-in-both-branches", Fork, "a; l1:Sideways; r:Sideways; close"),
        new("fork-cancel-with-one-branch-done", Fork, "a; r; cancel; l1"),
        new("three-branches", Three, "b; c:PendingTransfer transfersPending=TRUE; a; wait transfersPending=FALSE"),
        new("three-branches-other-order", Three, "c; a; b"),
        new("nested-inner-first", Nested, "x; y; after:PendingTransfer; r"),
        new("nested-outer-first", Nested, "r; y; x; after"),
        new("loop-inside-a-branch", LoopInBranch, "review:Returned; again; r; review#2:JointReview; joint; review#3:Completed"),
        new("loop-inside-a-branch-beside-a-done-one", LoopInBranch, "r; review:Returned; again; review#2:Completed"),
        new("two-forks-in-a-row", TwoForks, "a; b; d; c"),
        new("branch-without-a-step", EmptyBranch, "l"),
        new("branches-with-nothing-to-wait-for", NothingToWaitFor, "a"),
        new("approval-given", Approval, "ask:Approved; send"),
        new("approval-refused-and-asked-again", Approval, "ask:Rejected; ask#2:Rejected; ask#3:Approved; send"),
        new("set-to-the-same-step", Returns, "submit; review:Returned; set review; again; review#2:Completed"),
        new("set-back-after-an-outcome-nobody-knows", Line, "a:Sideways; set a; a#2; b"),
        new("set-into-a-branch-that-never-began", Fork, "set l2; l2; close"),
        new("set-in-a-branch-beside-one-that-waits", Fork, "a; l1; set l1; l1#2; r; l2#2; close"),
        new("set-in-a-branch-beside-one-that-is-done", Fork, "a; r; set l2; l1; l2; close"),
        new("set-back-into-a-branch-after-the-join", Fork, "a; r; l1; l2; set r; r#2; close#2"),
        new("set-beside-an-inner-fork-half-done", Nested, "x; r; set r; y; r#2; after"),
        new("set-in-an-inner-fork", Nested, "y; set x; x#2; after; r"),
        new("set-twice-then-cancel", Fork, "a; set l2; set a; cancel; a#2"),
        new("notice-told-and-gone-on", Notices, "ask:Approved; send"),
        new("notice-told-each-round", Notices, "ask:Rejected; ask#2:Rejected; ask#3:Approved; ask; send"),
        new("shipped-county", Shipped("case-accountability"), "investigate; submit-report submissions=1; review:Completed opinion=AGREE; file-with-city filed=TRUE; send-feedback; receive-feedback; dispose; close-case") { Facts = new() { ["county"] = "TRUE", ["route"] = "COUNTY_LEGAL", ["jointRequired"] = "FALSE" } },
        new("shipped-city", Shipped("case-accountability"), "investigate; submit-report submissions=1; review:Returned returns=1; supplement submissions=2; review#2:Completed opinion=AGREE; send-feedback; receive-feedback; dispose:PendingTransfer transfersPending=TRUE; await-transfer-results transfersPending=FALSE; close-case") { Facts = new() { ["county"] = "FALSE", ["route"] = "CITY_LEGAL", ["jointRequired"] = "FALSE" } },
        new("shipped-terminated", Shipped("case-accountability"), "investigate; submit-report; review:JointReview; joint-review; cancel; review#2:Completed") { Facts = new() { ["county"] = "TRUE" } },
        new("shipped-unit", Shipped("unit-responsibility"), "decide-unit"),
        new("shipped-correction", Shipped("correction"), "redispose; close-case"),
    ];

    private static IEnumerable<Recording> Drawn() => Enumerable.Range(1, Seeds).Select(seed => Draw((uint)seed));

    /// <summary>A chain and answers by chance; the same seed gives the same.</summary>
    private static Recording Draw(uint seed)
    {
        var drawing = RandomChain.Draw((int)seed);
        var (definition, problems) = DefinitionReader.Read(Drawing.Model(drawing));
        Assert.Empty(problems);
        var random = new PCG(2, seed);
        var facts = new Dictionary<string, string> { ["county"] = random.Next(2) == 0 ? "TRUE" : "FALSE" };
        var (name, commands) = ($"drawn-{seed.ToString("D2", CultureInfo.InvariantCulture)}", new List<Command>());
        for (var advance = Interpreter.Start(definition!, Recording.InstanceOf(name), facts); advance.State.Waits.Count > 0 && commands.Count < 40;)
        {
            var wait = advance.State.Waits[(int)random.Next((uint)advance.State.Waits.Count)];
            var ports = definition!.Nodes[wait.StepId].Ports;
            commands.Add(new Command("answer", wait.StepId, wait.Round, ports[(int)random.Next((uint)ports.Count)], new Dictionary<string, string>()));
            advance = Interpreter.Answer(definition, advance.State, wait.RequestId, commands[^1].Port!, commands[^1].Facts!);
            if (random.Next(8) == 0)
            {
                commands.Add(commands[(int)random.Next((uint)commands.Count)]);
            }
        }

        return new Recording(name, Drawing.Model(drawing), commands) { Facts = facts };
    }

    private static string Decided(string how, string value) => Detour.Replace("OP", how, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);

    private static JsonElement Shipped(string id) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Servers.Repository, "workflows", "definitions", $"{id}.json"))).RootElement;
}

/// <summary>A definition and what is done to an instance of it.</summary>
internal sealed record Recording(string Name, JsonElement Model, IReadOnlyList<Command> Commands)
{
    internal Recording(string name, string drawing, string commands)
        : this(name, Drawing.Model(drawing), commands)
    {
    }

    internal Recording(string name, JsonElement model, string commands)
        : this(name, model, [.. Command.Parse(commands)])
    {
    }

    /// <summary>Facts at the start.</summary>
    internal Dictionary<string, string> Facts { get; init; } = [];

    internal static Guid InstanceOf(string name) => LostCases.Steps.WorkflowIds.Instance(name, Guid.Empty, Guid.Empty);
}
