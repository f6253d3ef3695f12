using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.RuleSets;

/// <summary>An administrator proposes other settings for cases registered from a day on (提出规则变更); another has to confirm.</summary>
public sealed record ProposeRuleSet : ActRequest
{
    /// <summary>New values by key.</summary>
    [MaxLength(200)]
    public required Dictionary<string, string> Changes { get; init; }

    /// <summary>First day; today or later.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, after which the version before holds again; none where it is left out.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Why, with the document it rests on.</summary>
    [StringLength(1000)]
    public required string Reason { get; init; }

    internal static async Task<IResult> HandleAsync(
        ProposeRuleSet request, CaseAct act, IntakeDbContext db, AuditTrail audit, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var current = await RuleSetRecord.InForceAsync(db, request.ValidFrom, ct);
        if (RuleSetRules.Propose(request.Changes, current.Policy, request.ValidFrom, request.ValidTo, act.Today, request.Reason) is Refused refused)
        {
            return act.Refuse(refused, Field(refused));
        }

        var proposal = new RuleSetRecord
        {
            Id = Guid.CreateVersion7(),
            Base = current.Version,
            ValidFrom = request.ValidFrom,
            ValidTo = request.ValidTo,
            Changes = request.Changes,
            Reason = request.Reason,
            ProposedBy = act.Actor.Id,
            ProposerName = http.User.DisplayName ?? "",
            ProposedAt = time.GetUtcNow(),
        };
        db.RuleSets.Add(proposal);
        await audit.AddAsync(RuleSetView.Subject, "RuleSetProposed", act.Actor, proposal, ct);
        return CaseAct.Done(RuleSetView.Of(proposal, Problems.Language(http)));
    }

    private static string Field(Refused refused) => refused.Code switch
    {
        "REASON_REQUIRED" => "reason",
        "DATE_IMPOSSIBLE" => refused.Subject!,
        _ => "changes",
    };
}
