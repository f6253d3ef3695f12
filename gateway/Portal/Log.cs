namespace LostCases.Portal;

/// <summary>What the portal logs: codes and states, never people, tokens or what was typed.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Schema portal is at its newest version.")]
    internal static partial void Migrated(this ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "Signing in did not work.")]
    internal static partial void SignInFailed(this ILogger log, Exception? failure);

    [LoggerMessage(3, LogLevel.Information, "A session could not be renewed and has ended: {Error}.")]
    internal static partial void SessionEnded(this ILogger log, string error);

    [LoggerMessage(4, LogLevel.Warning, "Old sessions could not be removed; trying again later.")]
    internal static partial void PruningFailed(this ILogger log, Exception failure);

    [LoggerMessage(5, LogLevel.Warning, "{Path} could not be read: {Code}.")]
    internal static partial void NotRead(this ILogger log, string path, string code, Exception? failure);

    [LoggerMessage(6, LogLevel.Warning, "A stored session could not be opened; its owner has to sign in again.")]
    internal static partial void SessionUnreadable(this ILogger log, Exception failure);

    [LoggerMessage(7, LogLevel.Warning, "The font {Path} cannot be used for documents.")]
    internal static partial void FontNotUsed(this ILogger log, string path, Exception failure);
}
