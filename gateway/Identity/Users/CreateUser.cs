using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LostCases.Identity;

/// <summary>The security administrator (安全管理员) opens an account.</summary>
internal static class CreateUser
{
    internal sealed record Request
    {
        /// <summary>Name to sign in with (账号).</summary>
        public required string Account { get; init; }

        /// <summary>Name others see (姓名或岗位).</summary>
        public required string DisplayName { get; init; }

        /// <summary>Organisation (所属单位).</summary>
        public Guid? OrganisationId { get; init; }

        /// <summary>Codes of the roles (角色).</summary>
        public required string[] Roles { get; init; }

        /// <summary>First password (初始口令).</summary>
        public required string Password { get; init; }
    }

    internal sealed record Created(Guid Id);

    internal static async Task<IResult> HandleAsync(Request request, HttpContext http, IdentityDb db, UserLog events)
    {
        var actor = Actor.From(http.User);
        if (!actor.HasAny([Roles.SecAdmin]))
        {
            return Problems.Forbidden(http);
        }

        if (Wrong(request) is { } wrong)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, wrong.Code, wrong.Zh, wrong.En, wrong.Field);
        }

        var user = New(request);
        db.Users.Add(user);
        try
        {
            await events.AddAsync(UserEvents.Created, user.Id, actor.Id);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problems.Bad(http, StatusCodes.Status409Conflict, "DUPLICATE_ACCOUNT", "账号已被使用。", "The account is taken.", "account");
        }

        return Results.Created($"/api/identity/users/{user.Id}", new Created(user.Id));
    }

    private static User New(Request request)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            Account = Accounts.Normalise(request.Account),
            DisplayName = request.DisplayName.Trim(),
            OrganisationId = request.OrganisationId,
            Roles = [.. request.Roles.Distinct()],
        };
        user.PasswordHash = Passwords.Hash(user, request.Password);
        return user;
    }

    private static Fault? Wrong(Request request) => request switch
    {
        _ when !Accounts.IsName(Accounts.Normalise(request.Account)) => new(
            "ACCOUNT_INVALID", "account", "账号须为 3 至 64 位小写字母、数字、点、下划线或短横线，以字母或数字开头。",
            "An account is 3 to 64 lower-case letters, digits, dots, underscores or hyphens, starting with a letter or digit."),
        _ when request.DisplayName.Trim().Length is 0 or > 100 => new(
            "DISPLAY_NAME_INVALID", "displayName", "请填写姓名或岗位，不超过 100 字。", "Give a name of at most 100 characters."),
        _ when request.Roles.Length == 0 || request.Roles.Contains(null!) => new("ROLES_MISSING", "roles", "请至少选择一个角色。", "Choose at least one role."),
        _ when request.Roles.FirstOrDefault(r => !Accounts.IsRole(r)) is { } unknown => new(
            "ROLE_UNKNOWN", "roles", $"没有此角色：{unknown}。", $"There is no such role: {unknown}."),
        _ when Accounts.ExcludeEachOther(request.Roles) => new(
            "ROLES_EXCLUSIVE", "roles", "系统、安全、审计管理员互斥，且管理员、运维不得兼任办案角色。",
            "System, security and audit administration exclude each other, and none of them or operations goes with a role on cases."),
        { OrganisationId: null } when Accounts.NeedOrganisation(request.Roles) => new(
            "ORGANISATION_MISSING", "organisationId", "办案角色须填写所属单位。", "A role on cases needs an organisation."),
        { Password.Length: < Passwords.Shortest or > 200 } => new(
            "PASSWORD_TOO_SHORT", "password", $"口令须为 {Passwords.Shortest} 至 200 位。", $"A password has {Passwords.Shortest} to 200 characters."),
        _ => null,
    };

    private sealed record Fault(string Code, string Field, string Zh, string En);
}
