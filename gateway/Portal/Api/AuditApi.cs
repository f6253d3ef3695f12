namespace LostCases.Portal.Api;

/// <summary>How the audit trails of all owners stand.</summary>
internal sealed class AuditApi(GatewayClient gateway)
{
    /// <summary>Owners that keep a trail.</summary>
    internal static IReadOnlyList<string> Owners { get; } = ["intake", "investigation", "review", "disposition", "notification", "oversight", "workflow"];

    internal async Task<IReadOnlyList<(string Owner, Read<AuditTold> Told)>> AllAsync(CancellationToken ct) =>
        await Task.WhenAll(Owners.Select(async o => (o, await gateway.GetAsync<AuditTold>($"api/{o}/audit", ct))));
}

/// <summary>An owner's trail: chains, entries, the last signed checkpoint and the key it is signed with.</summary>
public sealed record AuditTold(long Chains, long Entries, long? Checkpoint, DateTimeOffset? CheckpointAt, string Fingerprint);
