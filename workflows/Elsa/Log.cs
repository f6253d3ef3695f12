namespace LostCases.Elsa;

/// <summary>What this process logs besides Platform and Governance.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "What Elsa keeps of ended instances could not be deleted; tried again in an hour.")]
    internal static partial void RetentionFailed(this ILogger log, Exception failure);
}
