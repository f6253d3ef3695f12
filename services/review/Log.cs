namespace LostCases.Review;

/// <summary>What the review writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Approvals whose time is over could not be looked at; they are tried again.")]
    internal static partial void SweepFailed(this ILogger log, Exception failure);
}
