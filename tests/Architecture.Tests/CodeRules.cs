using System.Text.RegularExpressions;

namespace LostCases.Architecture.Tests;

/// <summary>What compiled code and pages may not do; each check returns what it objects to.</summary>
internal static partial class CodeRules
{
    private const string Dispatcher = "LostCases.Platform.OutboxDispatcher";

    private static readonly string[] BusActs =
        ["Publish", "PublishBatch", "Send", "SendBatch", "Respond", "RespondAsync", "Forward", "GetResponse", "SchedulePublish", "ScheduleSend"];

    private static readonly string[] ClockTypes =
        ["System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.Thread", "System.Random"];

    private static readonly string[] OutsideTypes =
        ["System.Console", "System.Environment", "System.Diagnostics.Process", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo"];

    /// <summary>Messages leave by the outbox alone: nobody but its dispatcher talks to the bus. Pipes and filters also "send" and are no bus.</summary>
    internal static IEnumerable<string> BusCalls(CompiledAssembly compiled) => compiled.Calls
        .Where(c => c.Type.StartsWith("MassTransit.", StringComparison.Ordinal) && BusActs.Contains(c.Member)
            && !c.Type.StartsWith("MassTransit.IPipe`", StringComparison.Ordinal)
            && !c.Type.StartsWith("MassTransit.IFilter`", StringComparison.Ordinal)
            && c.Caller != Dispatcher)
        .Select(c => $"{c.Caller} calls {c.Type}.{c.Member}");

    /// <summary>Rules judge by the dates they are given.</summary>
    internal static IEnumerable<string> Clocks(CompiledAssembly compiled) => compiled.Calls
        .Where(c => ClockTypes.Contains(c.Type)
            || (c.Type is "System.DateTime" or "System.DateTimeOffset" && c.Member is "get_Now" or "get_UtcNow" or "get_Today"))
        .Select(c => $"{c.Caller} calls {c.Type}.{c.Member}");

    /// <summary>Rules touch nothing outside: no files, processes, environment or network. Data come as embedded resources.</summary>
    internal static IEnumerable<string> Outside(CompiledAssembly compiled) => compiled.Calls
        .Where(c => OutsideTypes.Contains(c.Type) || c.Type.StartsWith("System.Net.", StringComparison.Ordinal))
        .Select(c => $"{c.Caller} calls {c.Type}.{c.Member}");

    /// <summary>The namespace is a message's identity on the wire: all of Contracts is in one, and nobody else is in it.</summary>
    internal static IEnumerable<string> Namespaces(string name, CompiledAssembly compiled) => compiled.Namespaces
        .Where(n => name == "Contracts" ? n != "LostCases.Contracts" : IsContracts(n))
        .Select(n => $"{name} defines types in {n}");

    /// <summary>Pages use the product's own components and colour names; only gateway/Portal/Ui knows MudBlazor's and the values.</summary>
    internal static IEnumerable<string> Pages(string file, string text)
    {
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l, i + 1)))
        {
            foreach (Match match in BareComponent().Matches(line).Concat(LiteralColour().Matches(line)))
            {
                yield return $"{file}:{number}: {match.Value}";
            }
        }
    }

    private static bool IsContracts(string space) =>
        space == "LostCases.Contracts" || space.StartsWith("LostCases.Contracts.", StringComparison.Ordinal);

    [GeneratedRegex("<Mud(Button|TextField|DataGrid)\\b")]
    private static partial Regex BareComponent();

    [GeneratedRegex("(?<!href=\"|&)#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\\b(?!\\s*\\{)|\\b(?:rgba?|hsla?|oklch)\\(")]
    private static partial Regex LiteralColour();
}
