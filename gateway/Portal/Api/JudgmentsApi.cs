using System.Text.Json.Nodes;
using LostCases.Platform;

namespace LostCases.Portal.Api;

/// <summary>What intake tells of a judgment before it is registered.</summary>
internal sealed class JudgmentsApi(GatewayClient gateway)
{
    /// <summary>What registering what is filled in so far would come to. Nothing is kept of the question.</summary>
    internal Task<Read<JudgmentPreview>> PreviewAsync(JsonObject draft, CancellationToken ct) =>
        gateway.PostAsync<JudgmentPreview>("api/intake/judgments/preview", JsonContent.Create(draft, options: Json.Options), key: null, version: null, ct);

    /// <summary>What a judgment's text says of the fields, each with the passage. Nothing is kept of it.</summary>
    internal Task<Read<JudgmentRead>> ReadAsync(string text, CancellationToken ct) =>
        gateway.PostAsync<JudgmentRead>("api/intake/judgments/read", JsonContent.Create(new { text }, options: Json.Options), key: null, version: null, ct);
}

/// <summary>What a text says of the fields.</summary>
public sealed record JudgmentRead(IReadOnlyList<Suggestion> Suggestions);

/// <summary>What a registration would come to.</summary>
public sealed record JudgmentPreview
{
    /// <summary>The case number in its one written form; null while it is none.</summary>
    public string? CaseNo { get; init; }

    /// <summary>Names of the organisations chosen, by id: a draft keeps ids alone.</summary>
    public IReadOnlyDictionary<string, string> Organisations { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<FieldRefusal> Refusals { get; init; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    public RouteTold? Route { get; init; }

    public EffectiveTold? Effective { get; init; }

    public ScopeTold? Scope { get; init; }

    public CaseClock? FirstLimit { get; init; }

    /// <summary>Whether anything is told at all.</summary>
    public bool IsEmpty => CaseNo is null && Route is null && Effective is null && Refusals.Count == 0;
}

/// <summary>What would be refused, and why.</summary>
public sealed record FieldRefusal(string Field, string Code, string Clause, string Title, ExistingCase? Existing);

/// <summary>A case that exists already.</summary>
public sealed record ExistingCase(Guid CaseId, string Code);

/// <summary>What a field may be; a person confirms it.</summary>
public sealed record Suggestion(string Field, string Value, string? Name, string Source, Quote? Quote);

/// <summary>A passage, and the part of it that says so.</summary>
public sealed record Quote(string Text, int At, int Length);

/// <summary>Who reviews.</summary>
public sealed record RouteTold(string AgencyLevel, string Body, string Clause, string ReviewerName, bool NotInNotice, bool JointRequired, string? FiledWith);

/// <summary>When it takes effect.</summary>
public sealed record EffectiveTold(DateOnly? EffectiveOn, DateOnly? AppealExpiresOn, string Basis);

/// <summary>Whether the case falls under the notice.</summary>
public sealed record ScopeTold(string Code, string? Reason, IReadOnlyList<string> Clauses, bool MadeBeforeNotice);
