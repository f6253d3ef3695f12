using Microsoft.Extensions.Logging;

namespace LostCases.Governance;

/// <summary>What this process logs besides Platform.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Watched instances could not be looked at; tried again in a second.")]
    internal static partial void WatchFailed(this ILogger log, Exception failure);

    [LoggerMessage(2, LogLevel.Critical, "This process is for the engine {Own}; the database runs on {Recorded}. deploy/switch-engine {Own} moves it.")]
    internal static partial void OtherEngine(this ILogger log, string own, string recorded);

    [LoggerMessage(3, LogLevel.Warning, "The engine does not have instance {Instance}; its owners are asked and it is made again.")]
    internal static partial void InstanceLost(this ILogger log, Guid instance);
}
