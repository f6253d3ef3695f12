using Microsoft.Extensions.Logging;

namespace LostCases.Governance;

/// <summary>What this process logs besides Platform.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Watched instances could not be looked at; tried again in a second.")]
    internal static partial void WatchFailed(this ILogger log, Exception failure);
}
