using System.ComponentModel;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.RuleSets;

/// <summary>A setting with its value, as it is shown.</summary>
/// <param name="Key">Name that never changes.</param>
/// <param name="Clause">Clause, or the open question it answers.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Name">What it is called, in the caller's language.</param>
/// <param name="Value">Value of cases registered on the day asked about.</param>
/// <param name="Default">Value by default.</param>
/// <param name="Options">Codes to choose from.</param>
/// <param name="Least">Smallest number.</param>
/// <param name="Most">Largest number.</param>
public sealed record SettingView(
    string Key, string Clause, SettingKind Kind, string Name, string Value, string Default, IReadOnlyList<string> Options, int Least, int Most)
{
    internal static SettingView Of(Setting setting, Policy policy, string language) => new(
        setting.Key, setting.Clause, setting.Kind, language == "en" ? setting.En : setting.Zh, setting.Read(policy), setting.Default,
        setting.Options, setting.Least, setting.Most);
}

/// <summary>One setting of a change.</summary>
/// <param name="Key">Which.</param>
/// <param name="Clause">Clause, or the open question it answers.</param>
/// <param name="Name">What it is called, in the caller's language.</param>
/// <param name="Value">Its new value.</param>
public sealed record SettingChange(string Key, string Clause, string Name, string Value);

/// <summary>A change of the rules as it is shown.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Name of the version; null until it is confirmed.</param>
/// <param name="Base">Version it was proposed upon.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null where none is set.</param>
/// <param name="Changes">What changes.</param>
/// <param name="Reason">Why.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposerName">Name of that administrator.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Status">How it stands.</param>
/// <param name="DeciderName">Name of the administrator who decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="DecisionReason">Why so.</param>
public sealed record RuleSetView(
    Guid Id, string? Version, string Base, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<SettingChange> Changes, string Reason, Guid ProposedBy,
    string ProposerName, DateTimeOffset ProposedAt, RuleSetStatus Status, string? DeciderName, DateTimeOffset? DecidedAt, string? DecisionReason)
{
    /// <summary>The chain of audit entries about the rules.</summary>
    internal static readonly Guid Subject = Guid.Parse("28201812-1400-4000-8000-000000000028");

    internal static RuleSetView Of(RuleSetRecord record, string language) => new(
        record.Id, record.Version, record.Base, record.ValidFrom, record.ValidTo, [.. record.Changes.Select(c => Change(c.Key, c.Value, language))],
        record.Reason, record.ProposedBy, record.ProposerName, record.ProposedAt, record.Status, record.DeciderName, record.DecidedAt, record.DecisionReason);

    private static SettingChange Change(string key, string value, string language) => PolicySettings.Find(key) is { } setting
        ? new(key, setting.Clause, language == "en" ? setting.En : setting.Zh, value)
        : new(key, "", key, value);
}

/// <summary>The rules on a day, and what has changed or is proposed (规则设置).</summary>
/// <param name="Version">Version in force on the day.</param>
/// <param name="On">The day.</param>
/// <param name="Settings">Every setting.</param>
/// <param name="Changes">Changes, newest first.</param>
public sealed record RulesInForce(string Version, DateOnly On, IReadOnlyList<SettingView> Settings, IReadOnlyList<RuleSetView> Changes)
{
    private const int Shown = 100;

    /// <summary>For whoever is signed in: by which settings cases are judged is no secret.</summary>
    internal static async Task<IResult> GetAsync(
        [Description("Day on which a case would be registered; today where it is left out.")] DateOnly? on,
        IntakeDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var (day, language) = (on ?? BusinessTime.Today(time), Problems.Language(http));
        var current = await RuleSetRecord.InForceAsync(db, day, ct);
        var policy = current.Policy;
        var changes = await db.RuleSets.AsNoTracking().OrderByDescending(r => r.Id).Take(Shown).ToListAsync(ct);
        return TypedResults.Ok(new RulesInForce(
            current.Version, day, [.. PolicySettings.All.Select(s => SettingView.Of(s, policy, language))], [.. changes.Select(c => RuleSetView.Of(c, language))]));
    }
}
