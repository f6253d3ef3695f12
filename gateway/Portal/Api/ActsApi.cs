using System.Text.Json.Nodes;
using LostCases.Platform;

namespace LostCases.Portal.Api;

/// <summary>Acts on cases: what a person can do now, and doing it.</summary>
internal sealed class ActsApi(GatewayClient gateway)
{
    /// <summary>Largest document in bytes; the services have the last word.</summary>
    internal const long LargestFile = 50L * 1024 * 1024;

    /// <summary>What the person can do on the case, as its owner judges.</summary>
    internal Task<Read<Possible>> PossibleAsync(string service, Guid caseId, CancellationToken ct) =>
        gateway.GetAsync<Possible>($"api/{service}/cases/{caseId}/acts", ct);

    /// <summary>Does it, once per key however often it is sent, if the owner's version is still that one.</summary>
    internal Task<Read<Done>> DoAsync(string service, Guid caseId, string act, JsonObject body, string key, string? version, CancellationToken ct) =>
        gateway.PostAsync<Done>($"api/{service}/cases/{caseId}/{act}", JsonContent.Create(body, options: Json.Options), key, version, ct);

    /// <summary>Registers a judgment, once per key however often it is sent.</summary>
    internal Task<Read<Done>> RegisterAsync(JsonObject body, string key, CancellationToken ct) =>
        gateway.PostAsync<Done>("api/intake/judgments", JsonContent.Create(body, options: Json.Options), key, version: null, ct);

    /// <summary>Stores a document, streamed.</summary>
    internal async Task<Read<Stored>> UploadAsync(string service, Guid caseId, string kind, string name, Stream content, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(content), "file", name } };
        return await gateway.PostAsync<Stored>($"api/{service}/cases/{caseId}/documents?kind={kind}", form, key: null, version: null, ct);
    }

    /// <summary>Organisations whose name contains the text.</summary>
    internal Task<Read<List<Organisation>>> UnitsAsync(string text, CancellationToken ct) =>
        gateway.GetAsync<List<Organisation>>($"api/intake/agencies?q={Uri.EscapeDataString(text)}", ct);
}

/// <summary>Acts a person can do, what they may read, and the owner's version they were judged by.</summary>
public sealed record Possible(IReadOnlyList<string> Acts, IReadOnlyList<string> Readings, long Version)
{
    /// <summary>Whether the person may read the owner's part of the case.</summary>
    public bool Reads(string owner) => Readings.Contains($"{owner}-case");
}

/// <summary>Answer to an act.</summary>
public sealed record Done(Guid CaseId, string CaseCode, string State, long Version);

/// <summary>Answer to an upload.</summary>
public sealed record Stored(Guid Id, string Kind, string Sha256, long Length);

/// <summary>An organisation.</summary>
public sealed record Organisation(Guid Id, string Name, string Level);
