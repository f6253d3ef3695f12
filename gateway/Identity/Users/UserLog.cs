namespace LostCases.Identity;

/// <summary>Writes account events, to the table and to the log.</summary>
internal sealed class UserLog(IdentityDb db, TimeProvider clock, IHttpContextAccessor http, ILogger<UserLog> log)
{
    /// <summary>Adds one and saves it together with whatever else was changed.</summary>
    internal async Task AddAsync(string kind, Guid userId, Guid? actorId)
    {
        db.UserEvents.Add(new UserEvent
        {
            At = clock.GetUtcNow(),
            Kind = kind,
            UserId = userId,
            ActorId = actorId,
            Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        });
        await db.SaveChangesAsync();
        log.Happened(userId, kind);
    }
}
