namespace LostCases.Notification;

/// <summary>What the service tells its operators: ids only, never an address.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not sent at attempt {Attempt}: {Trouble}")]
    internal static partial void MailNotSent(this ILogger logger, Guid mail, int attempt, string trouble);
}
