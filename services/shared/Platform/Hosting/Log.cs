using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>What Platform logs: ids and names of things, never of people.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Outbox of {Owner}: dispatch failed; rows stay and are tried again.")]
    internal static partial void DispatchFailed(this ILogger log, string owner, Exception failure);

    [LoggerMessage(2, LogLevel.Warning, "Outbox: message {Id} of type {Type} was not confirmed.")]
    internal static partial void MessageNotSent(this ILogger log, Guid id, string type, Exception failure);

    [LoggerMessage(3, LogLevel.Warning, "{Sweep} of {Owner} failed and is tried again later.")]
    internal static partial void SweepFailed(this ILogger log, string sweep, string owner, Exception failure);

    [LoggerMessage(4, LogLevel.Information, "Schema {Schema} is at its newest version.")]
    internal static partial void Migrated(this ILogger log, string schema);

    [LoggerMessage(5, LogLevel.Error, "Unhandled failure at {Method} {Path}.")]
    internal static partial void Unhandled(this ILogger log, string method, string path, Exception failure);

    [LoggerMessage(6, LogLevel.Warning, "A closed channel was left after {Seconds} s; its consumer had not ended.")]
    internal static partial void ChannelLeft(this ILogger log, double seconds);
}
