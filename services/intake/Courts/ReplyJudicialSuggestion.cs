using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Courts;

/// <summary>Replies to a judicial suggestion (回复司法建议, GAP-14).</summary>
public sealed record ReplyJudicialSuggestion : ActRequest
{
    /// <summary>The suggestion; the oldest without a reply where it is left out.</summary>
    public Guid? SuggestionId { get; init; }

    /// <summary>The reply in short.</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string Reply { get; init; }

    internal static async Task<IResult> HandleAsync(ReplyJudicialSuggestion request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var all = await db.Suggestions.Where(s => s.CaseId == caseId).OrderBy(s => s.Id).ToListAsync(ct);
        var suggestion = all.Find(s => s.RepliedOn is null && (request.SuggestionId is null || s.Id == request.SuggestionId));
        if (await act.RefuseAsync(
            ct,
            suggestion is null ? new Refused("SUGGESTION_UNKNOWN", "GAP-14") : new Accepted("GAP-14"),
            DateRules.NotBefore("on", act.On, suggestion?.ReceivedOn)) is { } refusal)
        {
            return refusal;
        }

        (suggestion!.RepliedOn, suggestion.Reply) = (act.On, request.Reply);
        act.Case.Stop(ClockKind.SuggestionReply, act.On, suggestion == all[0] ? null : suggestion.Id.ToString());
        return await act.DoneAsync(header => new JudicialSuggestionReplied { Case = header, SuggestionId = suggestion.Id }, ct);
    }
}
