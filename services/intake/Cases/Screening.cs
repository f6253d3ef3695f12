using LostCases.Intake.Data;
using LostCases.Platform;

namespace LostCases.Intake.Cases;

/// <summary>
/// The duty to decide whether a registered case falls under the notice (甄别): it comes before the chain, so intake itself makes it known
/// and takes it back.
/// </summary>
internal static class Screening
{
    /// <summary>Name of the step.</summary>
    internal const string Step = "Screen";

    /// <summary>The case waits for the decision.</summary>
    internal static void Begin(IntakeCase record, CaseSession session)
    {
        record.ScreeningId = Guid.CreateVersion7();
        session.Await(Step, record.ScreeningId.Value);
    }

    /// <summary>It no longer does: it was decided, or the case has ended.</summary>
    internal static void End(IntakeCase record, CaseSession session, bool decided)
    {
        if (record.ScreeningId is { } id)
        {
            session.AwaitNoMore(Step, id, decided);
            record.ScreeningId = null;
        }
    }
}
