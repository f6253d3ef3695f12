namespace LostCases.Identity;

/// <summary>What happened to an account (账号审计记录); rows are only ever added.</summary>
internal sealed class UserEvent
{
    /// <summary>Running number.</summary>
    public long Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="UserEvents"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account it happened to.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Who did it; null where nobody was signed in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Where the request came from.</summary>
    public string? Address { get; init; }
}

/// <summary>Kinds of account events.</summary>
internal static class UserEvents
{
    /// <summary>创建.</summary>
    internal const string Created = "CREATED";

    /// <summary>停用.</summary>
    internal const string Disabled = "DISABLED";

    /// <summary>启用.</summary>
    internal const string Enabled = "ENABLED";

    /// <summary>登录.</summary>
    internal const string SignedIn = "SIGNED_IN";

    /// <summary>登录被拒.</summary>
    internal const string Refused = "SIGN_IN_REFUSED";

    /// <summary>锁定.</summary>
    internal const string Locked = "LOCKED";

    /// <summary>退出.</summary>
    internal const string SignedOut = "SIGNED_OUT";
}
