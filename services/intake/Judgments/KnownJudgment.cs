using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>A judgment that is on record already, for this party of it or another.</summary>
internal static class KnownJudgment
{
    internal static Task<Judgment?> FindAsync(JudgmentDraft draft, string caseNo, IntakeDbContext db, CancellationToken ct) =>
        db.Judgments.SingleOrDefaultAsync(j => j.CaseNo == caseNo && j.DocType == draft.DocType, ct);

    /// <summary>What is on record must be what is said of it now, and for another agency; null where nothing speaks against it (N2.2-f).</summary>
    internal static async Task<Objection?> AgainstAsync(Judgment known, JudgmentDraft draft, Actor actor, IntakeDbContext db, CancellationToken ct)
    {
        if (Differing(known, draft) is { } field)
        {
            return new(new Refused("JUDGMENT_DIFFERS", "N2.2-f"), field);
        }

        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.JudgmentId == known.Id && c.AgencyId == draft.AgencyId, ct) is not { } existing)
        {
            return null;
        }

        var card = await db.Cards.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.CaseId == existing.CaseId, ct);
        return new(new Refused("DUPLICATE_JUDGMENT", "N2.2-f"), "caseNo", card.IsVisibleTo(actor) ? new ExistingCase(card.CaseId, card.Code) : null);
    }

    internal static string? Differing(Judgment known, JudgmentDraft draft) =>
        Differs(draft.CourtId, known.CourtId) ? "courtId"
        : Differs(draft.Instance, known.Instance) ? "instance"
        : Differs(draft.MadeOn, known.MadeOn) ? "madeOn"
        : null;

    private static bool Differs<T>(T? said, T known)
        where T : struct => said is { } value && !value.Equals(known);
}
