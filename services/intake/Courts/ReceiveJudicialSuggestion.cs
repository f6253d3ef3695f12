using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Courts;

/// <summary>Records a court's judicial suggestion about the case (收到司法建议, N2.5.4-b); one for gross fault suggests joint review (GAP-16).</summary>
public sealed record ReceiveJudicialSuggestion : ActRequest
{
    /// <summary>Number as written, e.g. <c>（2024）浙03司建1号</c>.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    /// <summary>Kind.</summary>
    public SuggestionKind Kind { get; init; } = SuggestionKind.GrossFault;

    /// <summary>To whom it is addressed, in words.</summary>
    [MinLength(1)]
    [MaxLength(20)]
    [EachLength(200)]
    public required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>To whom copies went, in words.</summary>
    [MaxLength(20)]
    [EachLength(200)]
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>What it is about.</summary>
    [StringLength(2000, MinimumLength = 1)]
    public required string Subject { get; init; }

    internal static async Task<IResult> HandleAsync(ReceiveJudicialSuggestion request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        if (await act.RefuseAsync(ct, DateRules.NotBefore("on", act.On, act.Case.Card.Facts().Date(Fact.ServedOn))) is { } refusal)
        {
            return refusal;
        }

        var suggestion = new JudicialSuggestion
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            DocumentNo = request.DocumentNo,
            Kind = request.Kind,
            Addressees = [.. request.Addressees],
            Copies = [.. request.Copies],
            Subject = request.Subject,
            ReceivedOn = act.On,
        };
        var isFirst = !await db.Suggestions.AnyAsync(s => s.CaseId == caseId, ct);
        db.Suggestions.Add(suggestion);
        act.Case.Start(ClockKind.SuggestionReply, act.On, isFirst ? null : suggestion.Id.ToString());
        if (request.Kind == SuggestionKind.GrossFault)
        {
            act.Case.Set(Fact.SuggestJointReview, true);
        }

        return await act.DoneAsync(header => new JudicialSuggestionReceived { Case = header, SuggestionId = suggestion.Id }, ct);
    }
}
