using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Data;

/// <summary>How a change of the rules stands.</summary>
public enum RuleSetStatus
{
    /// <summary>待确认.</summary>
    Proposed,

    /// <summary>已确认.</summary>
    Confirmed,

    /// <summary>已退回.</summary>
    Rejected,
}

/// <summary>A change of the rules as one administrator proposed it and another decided (规则版本). Never changed once decided.</summary>
public sealed class RuleSetRecord
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the version, e.g. <c>wzf-2018-28.2</c>; null until it is confirmed.</summary>
    public string? Version { get; set; }

    /// <summary>Its place among the confirmed; null until then.</summary>
    public int? Number { get; set; }

    /// <summary>Version the change was proposed upon.</summary>
    public required string Base { get; init; }

    /// <summary>First day on which cases registered begin with it.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What changes, by key.</summary>
    public required Dictionary<string, string> Changes { get; init; }

    /// <summary>All settings that are not the default, once confirmed.</summary>
    public Dictionary<string, string> Values { get; set; } = [];

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>Name of that administrator at the time.</summary>
    public required string ProposerName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>How it stands.</summary>
    public RuleSetStatus Status { get; set; } = RuleSetStatus.Proposed;

    /// <summary>Who decided.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Name of that administrator at the time.</summary>
    public string? DeciderName { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was confirmed or rejected.</summary>
    public string? DecisionReason { get; set; }

    /// <summary>What others are told of a confirmed version.</summary>
    internal RuleSetConfirmed Confirmed() => new() { Version = Version!, Number = Number!.Value, ValidFrom = ValidFrom, ValidTo = ValidTo, Values = Values };

    /// <summary>Tells the confirmed versions again, for whoever was not there when they were confirmed.</summary>
    internal static async Task TellAsync(IntakeDbContext db, Outbox outbox)
    {
        foreach (var confirmed in await db.RuleSets.AsNoTracking().Where(r => r.Number != null).ToListAsync())
        {
            outbox.Publish(confirmed.Confirmed());
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The version a case registered on the day begins with.</summary>
    internal static async Task<RuleSet> InForceAsync(IntakeDbContext db, DateOnly on, CancellationToken ct)
    {
        var confirmed = await db.RuleSets.AsNoTracking().Where(r => r.Number != null).OrderBy(r => r.Number).ToListAsync(ct);
        return RuleSetRules.InForce(confirmed.Select(r => new RuleSet(r.Version!, r.ValidFrom, r.ValidTo, r.Values)), on);
    }
}
