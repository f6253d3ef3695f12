namespace LostCases.Identity;

/// <summary>Somebody who can sign in (用户).</summary>
internal sealed class User
{
    /// <summary>The person's id in every token and record.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name to sign in with (账号), lower case.</summary>
    public required string Account { get; init; }

    /// <summary>Name others see (姓名或岗位).</summary>
    public required string DisplayName { get; init; }

    /// <summary>Organisation (所属单位); null for administrators.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Codes of the roles held (角色).</summary>
    public required string[] Roles { get; init; }

    /// <summary>Salted hash of the password.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Whether signing in and renewing tokens is refused (停用).</summary>
    public bool Disabled { get; set; }

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>End of the lock-out (锁定) after too many wrong passwords.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether the demo offers this account as a card (演示身份).</summary>
    public bool DemoCard { get; init; }
}
