using LostCases.Platform;

namespace LostCases.Portal.Api;

/// <summary>The settings of the rules, and the changes administrators propose and decide on, as Intake keeps them.</summary>
internal sealed class RulesApi(GatewayClient gateway)
{
    internal Task<Read<RulesTold>> FindAsync(CancellationToken ct) => gateway.GetAsync<RulesTold>("api/intake/rule-sets", ct);

    internal Task<Read<RuleChange>> ProposeAsync(IReadOnlyDictionary<string, string> changes, DateOnly validFrom, string reason, string key, CancellationToken ct) =>
        SendAsync("api/intake/rule-sets", new { changes, validFrom, reason }, key, ct);

    internal Task<Read<RuleChange>> DecideAsync(Guid id, bool confirm, string reason, string key, CancellationToken ct) =>
        SendAsync($"api/intake/rule-sets/{id}/{(confirm ? "confirm" : "reject")}", new { reason }, key, ct);

    private Task<Read<RuleChange>> SendAsync(string path, object body, string key, CancellationToken ct) =>
        gateway.PostAsync<RuleChange>(path, JsonContent.Create(body, options: Json.Options), key, version: null, ct);
}

/// <summary>The rules in force, and their changes, newest first.</summary>
public sealed record RulesTold(string Version, DateOnly On, IReadOnlyList<RuleSetting> Settings, IReadOnlyList<RuleChange> Changes);

/// <summary>A setting with its value.</summary>
public sealed record RuleSetting(
    string Key, string Clause, string Kind, string Name, string Value, string Default, IReadOnlyList<string> Options, int Least, int Most);

/// <summary>One setting of a change.</summary>
public sealed record RuleChangeItem(string Key, string Clause, string Name, string Value);

/// <summary>A change of the rules.</summary>
public sealed record RuleChange(
    Guid Id, string? Version, string Base, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<RuleChangeItem> Changes, string Reason, Guid ProposedBy,
    string ProposerName, DateTimeOffset ProposedAt, string Status, string? DeciderName, DateTimeOffset? DecidedAt, string? DecisionReason);
