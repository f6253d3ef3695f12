using LostCases.Rules;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Governance.Gate;

/// <summary>Puts a finding into words.</summary>
internal static class Telling
{
    internal static GateFinding Of(ChainRule rule, string zh, string en, IReadOnlyList<string>? path = null, string? clause = null) => new()
    {
        Rule = rule,
        Clause = clause ?? ChainRules.Clause(rule),
        Zh = $"{ChainRules.Sentence(rule, english: false)}（{clause ?? ChainRules.Clause(rule)}）：{zh}。",
        En = $"{ChainRules.Sentence(rule, english: true)} ({clause ?? ChainRules.Clause(rule)}): {en}.",
        Path = path ?? [],
    };

    /// <summary>A finding with the way that leads to it.</summary>
    internal static GateFinding Along(ChainRule rule, ChainHistory start, IReadOnlyDictionary<string, string> facts, IReadOnlyList<Stop> way, IReadOnlyList<GateAnswer> answers)
    {
        string Tell(bool english) => string.Join(" → ", way.Where(s => IsTold(s, way)).Select(s => Name(s, english)));
        return Of(rule, $"{Case(start, english: false)}路径：{Tell(false)}", $"{Case(start, english: true)}path: {Tell(true)}", [.. way.Select(s => s.Node.Id)]) with
        {
            Answers = answers,
            Start = facts,
        };
    }

    /// <summary>Boxes that only pass a case on are lit and not told, unless the way ends there.</summary>
    private static bool IsTold(Stop stop, IReadOnlyList<Stop> way) =>
        stop.Node.Kind is NodeKind.Start or NodeKind.End or NodeKind.Decide || stop.Port is not null || ReferenceEquals(stop, way[^1]);

    private static string Name(Stop stop, bool english)
    {
        var title = english && stop.Node.Step is { } step ? step.En : stop.Node.Title;
        return stop.Port is null || stop.Node.Kind == NodeKind.Start ? title
            : english ? $"{title} ({PortNames.Of(stop.Port).En})"
            : $"{title}（{PortNames.Of(stop.Port).Zh}）";
    }

    private static string Case(ChainHistory start, bool english) => (start.Has(ChainMarks.County), start.Has(ChainMarks.JointRequired)) switch
    {
        (true, true) => english ? "a county case for joint review, " : "县级审核、应当联合审核的案件，",
        (true, _) => english ? "a county case, " : "县级审核的案件，",
        (_, true) => english ? "a case for joint review, " : "应当联合审核的案件，",
        _ => "",
    };
}

/// <summary>A box on a way.</summary>
/// <param name="Node">The box.</param>
/// <param name="Port">Port it was left by; null where the case waits there or the way ends.</param>
internal sealed record Stop(Node Node, string? Port);
