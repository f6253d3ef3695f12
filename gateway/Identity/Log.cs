namespace LostCases.Identity;

/// <summary>What Identity logs: ids, never names, accounts or passwords.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Schema identity is at its newest version; {Created} accounts were created.")]
    internal static partial void Migrated(this ILogger log, int created);

    [LoggerMessage(2, LogLevel.Information, "User {UserId}: {Kind}.")]
    internal static partial void Happened(this ILogger log, Guid userId, string kind);

    [LoggerMessage(3, LogLevel.Warning, "The keys cannot be read yet; trying again.")]
    internal static partial void WaitingForKeys(this ILogger log, Exception failure);

    [LoggerMessage(4, LogLevel.Warning, "Old tokens could not be removed; trying again later.")]
    internal static partial void PruningFailed(this ILogger log, Exception failure);
}
