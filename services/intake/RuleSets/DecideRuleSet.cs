using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.RuleSets;

/// <summary>Another administrator confirms a change of the rules or sends it back (确认或者退回规则变更).</summary>
public sealed record DecideRuleSet : ActRequest
{
    private static readonly Guid Turn = Guid.Parse("6c1f6e0a-6f52-4d0e-9f3d-0b1f0a7a5d11");

    /// <summary>Why.</summary>
    [StringLength(1000)]
    public required string Reason { get; init; }

    internal static Task<IResult> ConfirmAsync(
        DecideRuleSet request, Guid id, CaseAct act, IntakeDbContext db, Outbox outbox, AuditTrail audit, TimeProvider time, HttpContext http, CancellationToken ct) =>
        DecideAsync(request, id, confirms: true, act, db, outbox, audit, time, http, ct);

    internal static Task<IResult> RejectAsync(
        DecideRuleSet request, Guid id, CaseAct act, IntakeDbContext db, Outbox outbox, AuditTrail audit, TimeProvider time, HttpContext http, CancellationToken ct) =>
        DecideAsync(request, id, confirms: false, act, db, outbox, audit, time, http, ct);

    private static async Task<IResult> DecideAsync(
        DecideRuleSet request, Guid id, bool confirms, CaseAct act, IntakeDbContext db, Outbox outbox, AuditTrail audit, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        await db.TakeTurnsAsync(Turn, ct);
        if (await db.RuleSets.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } proposal)
        {
            return Problems.Bad(http, StatusCodes.Status404NotFound, "RULE_SET_UNKNOWN", "没有这项规则变更。", "There is no such change of the rules.");
        }

        var current = await RuleSetRecord.InForceAsync(db, proposal.ValidFrom, ct);
        if (RuleSetRules.Decide(
            proposal.ProposedBy, act.Actor.Id, proposal.Status == RuleSetStatus.Proposed, current.Version == proposal.Base, confirms, request.Reason) is Refused refused)
        {
            return act.Refuse(refused, "reason");
        }

        if (confirms)
        {
            await NameAsync(proposal, current, db, ct);
            outbox.Publish(proposal.Confirmed());
        }

        proposal.Status = confirms ? RuleSetStatus.Confirmed : RuleSetStatus.Rejected;
        (proposal.DecidedBy, proposal.DeciderName, proposal.DecidedAt, proposal.DecisionReason) =
            (act.Actor.Id, http.User.DisplayName ?? "", time.GetUtcNow(), request.Reason);
        await audit.AddAsync(RuleSetView.Subject, confirms ? "RuleSetConfirmed" : "RuleSetRejected", act.Actor, proposal, ct);
        return CaseAct.Done(RuleSetView.Of(proposal, Problems.Language(http)));
    }

    /// <summary>The built-in version is the first of its notice; the next confirmed is the second.</summary>
    private static async Task NameAsync(RuleSetRecord proposal, RuleSet current, IntakeDbContext db, CancellationToken ct)
    {
        var number = (await db.RuleSets.MaxAsync(r => r.Number, ct) ?? 1) + 1;
        var stem = Policy.Default.VersionName[..Policy.Default.VersionName.LastIndexOf('.')];
        (proposal.Number, proposal.Version) = (number, $"{stem}.{number.ToString(CultureInfo.InvariantCulture)}");
        var policy = PolicySettings.Read(proposal.Version, current.Values.Concat(proposal.Changes));
        proposal.Values = new(PolicySettings.Differences(policy));
    }
}
