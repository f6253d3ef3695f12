using System.Diagnostics;

namespace LostCases.Platform;

/// <summary>
/// The places at which a crash could lose something or do it twice. A process started with <c>LOSTCASES_CRASH_AT=place:n</c> dies at
/// the n-th passing of that place, as if it had been killed; without that variable nothing happens. For fault runs.
/// </summary>
internal static class CrashPoint
{
    /// <summary>An act is written and not committed.</summary>
    internal const string ActWritten = "act-written";

    /// <summary>An act is committed and not answered.</summary>
    internal const string ActCommitted = "act-committed";

    /// <summary>A message's work is written and not committed.</summary>
    internal const string MessageWritten = "message-written";

    /// <summary>A message's work is committed and the message not acknowledged.</summary>
    internal const string MessageCommitted = "message-committed";

    /// <summary>Outgoing messages are claimed and not sent.</summary>
    internal const string OutboxClaimed = "outbox-claimed";

    /// <summary>Outgoing messages are confirmed and still in the outbox.</summary>
    internal const string OutboxSent = "outbox-sent";

    /// <summary>A document's content is on disk and its row is not.</summary>
    internal const string DocumentReceived = "document-received";

    private static readonly string[] Wanted = Environment.GetEnvironmentVariable("LOSTCASES_CRASH_AT")?.Split(':') ?? [];
    private static int _passed;

    /// <summary>Dies here if that was asked for.</summary>
    internal static void Pass(string place)
    {
        if (Wanted.Length == 2 && Wanted[0] == place && Interlocked.Increment(ref _passed) == int.Parse(Wanted[1], System.Globalization.CultureInfo.InvariantCulture))
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
