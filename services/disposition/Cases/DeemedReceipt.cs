using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Feedback that nobody signs for (视为签收, GAP-09).</summary>
internal static class DeemedReceipt
{
    /// <summary>The day the feedback was sent, as its stopped clock says; null while it was not.</summary>
    internal static DateOnly? SentOn(CaseCard card) =>
        card.Slices.SelectMany(s => s.Slice.Clocks).FirstOrDefault(c => c.Kind == Code.Of(ClockKind.Feedback))?.StoppedOn;

    /// <summary>The day it counts as received; null while nothing waits to be signed for.</summary>
    internal static async Task<DateOnly?> DayAsync(CaseCard card, DispositionDbContext db, CancellationToken ct)
    {
        var asked = await db.StepRequests.AsNoTracking().Where(r => r.CaseId == card.CaseId && r.Step == "ReceiveFeedback" && r.Status == StepStatus.Open)
            .OrderBy(r => r.ReceivedAt).FirstOrDefaultAsync(ct);
        return asked is not null && SentOn(card) is { } sent
            ? ReviewRules.DeemedReceivedOn(
                ReviewRules.ArrivedOn(sent, BusinessTime.Day(asked.ReceivedAt), card.Suspensions.Max(s => s.To)), card.Calendar(), card.Policy())
            : null;
    }

    /// <summary>Records it: the disposition clock starts with that day, whoever noticed it.</summary>
    internal static Task RecordAsync(CaseSession session, DateOnly day, Actor? by, DispositionDbContext db, CancellationToken ct)
    {
        db.Receipts.Add(new FeedbackReceipt { CaseId = session.Card.CaseId, On = day });
        session.Set(Fact.FeedbackReceived, true).Answer("ReceiveFeedback");
        session.Start(ClockKind.Disposition, day);
        return session.PublishAsync(header => new FeedbackDeemedReceived { Case = header, ReceivedOn = day }, day, by, ct);
    }
}
