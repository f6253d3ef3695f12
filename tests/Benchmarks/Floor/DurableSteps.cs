namespace LostCases.Benchmarks.Floor;

/// <summary>A command and the owners whose records must change because of it, the one that takes it first.</summary>
internal sealed record Command(string Name, params string[] Owners);

/// <summary>
/// What a county case needs, counted from the specification: its owner; the workflow where the chain moves; the owner of the step that
/// opens; notification where a to-do comes or goes; oversight, which shows the case. The README has the same as a table.
/// </summary>
internal static class DurableSteps
{
    private static readonly Command[] Before =
    [
        new("register", "intake", "notification", "oversight"),
        new("confirm in scope", "intake", "workflow", "investigation", "notification", "oversight"),
        new("complete investigation", "investigation", "workflow", "notification", "oversight"),
        new("submit report", "investigation", "workflow", "review", "notification", "oversight"),
        new("accept report", "review", "oversight"),
    ];

    private static readonly Command[] Joint =
    [
        new("start joint review", "review", "workflow", "notification", "oversight"),
        new("opinion of the court", "review", "oversight"),
        new("opinion of the organisation department", "review", "oversight"),
        new("conclude joint review", "review", "workflow", "notification", "oversight"),
    ];

    private static readonly Command[] After =
    [
        new("complete review", "review", "workflow", "notification", "oversight"),
        new("send feedback", "review", "workflow", "disposition", "notification", "oversight"),
        new("file with the city", "review", "workflow", "notification", "oversight"),
        new("receive feedback", "disposition", "workflow", "notification", "oversight"),
        new("record disposition", "disposition", "workflow", "intake", "notification", "oversight"),
        new("close", "intake", "workflow", "notification", "oversight"),
    ];

    internal static Command[] Straight { get; } = [.. Before, .. After];

    internal static Command[] WithJointReview { get; } = [.. Before, .. Joint, .. After];

    internal static string[] Owners { get; } = [.. WithJointReview.SelectMany(c => c.Owners).Distinct()];

    /// <summary>D: transactions a case of the mix needs.</summary>
    internal static double Transactions(int jointPercent) =>
        Mixed(jointPercent, commands => commands.Sum(c => c.Owners.Length));

    /// <summary>P: messages that must cross the broker.</summary>
    internal static double Messages(int jointPercent) =>
        Mixed(jointPercent, commands => commands.Sum(c => c.Owners.Length - 1));

    private static double Mixed(int jointPercent, Func<Command[], int> count) =>
        ((count(WithJointReview) * jointPercent) + (count(Straight) * (100 - jointPercent))) / 100.0;
}
