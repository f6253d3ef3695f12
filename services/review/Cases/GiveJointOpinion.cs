using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>A member of a joint review gives its opinion (联合审核意见), by an account of its own; once.</summary>
public sealed record GiveJointOpinion : ActRequest
{
    /// <summary>Opinion.</summary>
    public required JointOpinion Opinion { get; init; }

    /// <summary>In words; required for dissent.</summary>
    [StringLength(4000)]
    public string? Text { get; init; }

    internal static async Task<IResult> HandleAsync(GiveJointOpinion request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var joint = await db.JointReviews.Include(j => j.Members).Where(j => j.CaseId == caseId).OrderBy(j => j.Number).LastOrDefaultAsync(ct);
        var member = joint?.Members.Find(m => m.OrganisationId == act.Actor.OrganisationId);
        if (await act.RefuseAsync(
            ct,
            JointReviewRules.Speak(member is not null, member?.Opinion is not null, request.Opinion, request.Text),
            DateRules.NotBefore("on", act.On, joint?.StartedOn)) is { } refusal)
        {
            return refusal;
        }

        (member!.Opinion, member.Text, member.On, member.GivenBy) = (request.Opinion, request.Text, act.On, act.Actor.Id);
        return await act.DoneAsync(
            header => new JointOpinionGiven { Case = header, OrganisationId = member.OrganisationId, Opinion = Code.Of(request.Opinion) }, ct);
    }
}
