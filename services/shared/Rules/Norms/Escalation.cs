namespace LostCases.Rules;

/// <summary>How high a notice goes (催办、督办层级, 7.4).</summary>
public enum EscalationStep
{
    /// <summary>经办人: who is to do it.</summary>
    Officer,

    /// <summary>负责人: the head of the body that is to do it.</summary>
    Head,

    /// <summary>政府法制机构: the legal body above it.</summary>
    LegalBody,

    /// <summary>联席会议秘书处.</summary>
    Secretariat,
}

/// <summary>Who is told of a limit (逐级催办、督办, 7.4): first those who are to act, and the longer the limit has passed the more of those above them.</summary>
public static class Escalation
{
    /// <summary>The steps told on a day; the lower ones go on being told.</summary>
    /// <param name="overdueWorkingDays">Working days the limit has passed by; 0 up to the due day.</param>
    /// <param name="policy">Rules of the case.</param>
    public static IReadOnlyList<EscalationStep> Told(int overdueWorkingDays, Policy policy) =>
        [.. Enum.GetValues<EscalationStep>().Where(s => overdueWorkingDays >= From(s, policy))];

    private static int From(EscalationStep step, Policy policy) => step switch
    {
        EscalationStep.Officer => 0,
        EscalationStep.Head => policy.HeadToldWorkingDays,
        EscalationStep.LegalBody => policy.LegalBodyToldWorkingDays,
        _ => policy.SecretariatToldWorkingDays,
    };
}
