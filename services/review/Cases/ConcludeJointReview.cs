using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Concludes a joint review (联合审核结束, T11): every member has spoken and the minutes are attached.</summary>
public sealed record ConcludeJointReview : ActRequest
{
    /// <summary>Conclusion in words.</summary>
    [StringLength(8000, MinimumLength = 1)]
    public required string Conclusion { get; init; }

    /// <summary>The minutes (纪要), uploaded here before.</summary>
    public Guid? MinutesDocumentId { get; init; }

    internal static async Task<IResult> HandleAsync(ConcludeJointReview request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var joint = await db.JointReviews.Include(j => j.Members).Where(j => j.CaseId == caseId).OrderBy(j => j.Number).LastOrDefaultAsync(ct);
        var members = joint?.Members.ConvertAll(m => new MemberFacts(m.Group, m.Opinion)) ?? [];
        var groups = members.GroupBy(m => m.Group).ToList();
        var minutes = await db.Documents.AnyAsync(d => d.CaseId == caseId && d.Id == request.MinutesDocumentId && d.Kind == "MINUTES", ct);
        var asked = await db.StepRequests.Where(r => r.CaseId == caseId && r.Step == "JointReview" && r.Status == StepStatus.Open).ToListAsync(ct);
        var absent = asked.SelectMany(r => r.Request.Participants).Select(Permit.Parse)
            .FirstOrDefault(p => joint?.Members.Exists(m => m.Opinion is not null && Means(p, m, act.Case.Card)) == false);
        if (await act.RefuseAsync(
            ct,
            ReviewRules.ConcludeJoint([.. groups.Select(g => Code.Of(g.Key))], [.. groups.Where(g => g.All(m => m.Opinion is not null)).Select(g => Code.Of(g.Key))]),
            JointReviewRules.Conclude(members, asked.Select(r => r.Request.Quorum).Max(), minutes),
            absent is null ? new Accepted() : new Refused("JOINT_OPINION_MISSING", "N2.5.2-g", absent.Relation),
            DateRules.NotBefore("on", act.On, joint?.Members.Max(m => m.On))) is { } refusal)
        {
            return refusal;
        }

        (joint!.ConcludedOn, joint.Conclusion, joint.MinutesDocumentId) = (act.On, request.Conclusion, request.MinutesDocumentId);
        act.Case.Set(Fact.JointConcluded, joint.Number).Answer("JointReview");
        return await act.DoneAsync(header => new JointReviewConcluded { Case = header, Number = joint.Number }, ct);
    }

    /// <summary>Whether the member is the unit that the step's definition asks for besides the statutory ones.</summary>
    private static bool Means(Permit asked, JointMember member, CaseCard card) => Guid.TryParse(asked.Relation, out var organisation)
        ? organisation == member.OrganisationId
        : asked.Relation == Code.Of(member.Group) || card.Has(member.OrganisationId, asked.Relation);
}
