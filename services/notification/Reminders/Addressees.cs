using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Notification.Reminders;

/// <summary>Who stands at each step of the escalation (经办 → 负责人 → 法制机构 → 秘书处) of each limit.</summary>
internal static class Addressees
{
    /// <summary>Those told at the step; nobody stands there where the case has no such organisation, as no legal body above the city's.</summary>
    internal static Permit Of(ClockKind kind, EscalationStep step) => (Holder(kind), step) switch
    {
        (_, EscalationStep.Secretariat) => new(Permit.Anyone, Roles.Secretariat),
        (Relations.ReviewBody, EscalationStep.Officer) => new(Relations.ReviewBody, Roles.Reviewer),
        (Relations.ReviewBody, EscalationStep.Head) => new(Relations.ReviewBody, Roles.ReviewLeader),
        (Relations.ReviewBody, EscalationStep.LegalBody) => new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader),
        (Relations.Superior, EscalationStep.Officer) => new(Relations.Superior, Roles.SuperiorHandler),
        (_, EscalationStep.LegalBody) => new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader),
        (var holder, EscalationStep.Officer) => new(holder, Roles.AgencyOfficer),
        (var holder, _) => new(holder, Roles.AgencyHead),
    };

    /// <summary>Whose limit it is, by its relation to the case.</summary>
    private static string Holder(ClockKind kind) => kind switch
    {
        ClockKind.Review or ClockKind.Feedback or ClockKind.Filing => Relations.ReviewBody,
        ClockKind.UnitDecision => Relations.Superior,
        _ => Relations.LosingAgency,
    };
}
