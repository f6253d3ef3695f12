using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Approvals;

/// <summary>Votes on an approval the chain has inserted (会签). Dissent is kept; a second vote is refused.</summary>
public sealed record CastVoteAct : ActRequest
{
    internal const string Step = "Approval";

    /// <summary>Vote.</summary>
    public required Vote Vote { get; init; }

    /// <summary>Opinion in words; required unless approving.</summary>
    [StringLength(2000)]
    public string? Text { get; init; }

    internal static async Task<IResult> HandleAsync(
        CastVoteAct request, Guid caseId, CaseAct act, ReviewDbContext db, StepDesk desk, HttpContext http, CancellationToken ct)
    {
        Decision reasoned = request.Vote != Vote.Approve && string.IsNullOrWhiteSpace(request.Text)
            ? new Refused("REASON_REQUIRED", "2")
            : new Accepted();
        if (await act.RefuseAsync(ct, reasoned) is { } refusal)
        {
            return refusal;
        }

        var open = await db.StepRequests.Where(r => r.CaseId == caseId && r.Step == Step && r.Status == StepStatus.Open).ToListAsync(ct);
        foreach (var asked in open)
        {
            var votes = await db.Votes.Where(v => v.RequestId == asked.RequestId).ToListAsync(ct);
            var poll = Polls.Of(asked.Request);
            if (votes.Exists(v => v.ActorId == act.Actor.Id))
            {
                continue; // one person has one voice, whatever roles they hold
            }

            if (Polls.Seats(poll).FirstOrDefault(s => Permit.Parse(Polls.Group(s)).Admits(act.Actor, act.Case.Card) && votes.TrueForAll(v => v.Participant != s)) is { } seat)
            {
                return await VoteAsync(request, asked, seat, poll, votes, act, db, desk, ct);
            }
        }

        return Problems.Forbidden(http);
    }

    private static async Task<IResult> VoteAsync(
        CastVoteAct request, StepRequest asked, string seat, Poll poll, List<CastVote> votes, CaseAct act, ReviewDbContext db, StepDesk desk, CancellationToken ct)
    {
        db.Votes.Add(new CastVote
        {
            RequestId = asked.RequestId,
            Participant = seat,
            CaseId = asked.CaseId,
            Vote = request.Vote,
            Text = request.Text,
            On = act.On,
            ActorId = act.Actor.Id,
        });
        var outcome = VoteRules.Decide(poll, [.. votes.Select(Polls.Ballot), new Ballot(Polls.Group(seat), request.Vote)]);
        var done = await act.DoneAsync(header => new ApprovalVoted { Case = header, RequestId = asked.RequestId, Vote = Code.Of(request.Vote) }, ct);
        if (outcome is not null)
        {
            desk.Close(asked, outcome, new Dictionary<string, string>(), act.Case.Card.Version);
        }

        return done;
    }
}
