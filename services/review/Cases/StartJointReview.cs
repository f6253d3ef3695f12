using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>Begins a joint review (启动联合审核, T10); the review clock keeps running, and the first lengthens it by what the rules add (GAP-16).</summary>
public sealed record StartJointReview : ActRequest
{
    /// <summary>Why: MAJOR, DIFFICULT, COMPLEX, DISPUTED.</summary>
    [MaxLength(4)]
    public required IReadOnlyList<JointMark> Marks { get; init; }

    /// <summary>Reason in words.</summary>
    [StringLength(2000)]
    public required string Reason { get; init; }

    /// <summary>Units that take part: a court and an organisation department among them.</summary>
    [MaxLength(20)]
    public required IReadOnlyList<Guid> Members { get; init; }

    internal static async Task<IResult> HandleAsync(StartJointReview request, Guid caseId, CaseAct act, ReviewDbContext db, CancellationToken ct)
    {
        var wanted = request.Members.Distinct().ToList();
        var units = await db.Organisations.AsNoTracking().Where(o => wanted.Contains(o.Id)).ToListAsync(ct);
        var stranger = wanted.Except(units.Select(u => u.Id)).Cast<Guid?>().FirstOrDefault();
        var accepted = await db.Reviews.Where(r => r.CaseId == caseId).Select(r => r.AcceptedOn).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            stranger is { } unknown ? new Refused("AGENCY_UNKNOWN", "N2.5.2-g", unknown.ToString()) : new Accepted(),
            ReviewRules.StartJoint(
                [.. units.Select(u => Code.Of(Group(u)))],
                request.Reason,
                wanted.Exists(w => act.Case.Card.Has(w, Relations.LosingAgency) || act.Case.Card.Has(w, Relations.ImplementingBody)),
                request.Marks.Count > 0),
            DateRules.NotBefore("on", act.On, accepted)) is { } refusal)
        {
            return refusal;
        }

        var number = act.Case.Card.Facts().Count(Fact.JointStarted) + 1;
        var joint = new JointReview
        {
            CaseId = caseId,
            Number = number,
            Marks = [.. request.Marks.Distinct()],
            Reason = request.Reason,
            StartedOn = act.On,
            ExtendedByWorkingDays = act.Case.Extend(ClockKind.Review, Extension(number, act.Case.Policy)),
        };
        joint.Members.AddRange(units.Select(u => new JointMember { CaseId = caseId, Number = number, OrganisationId = u.Id, Group = Group(u) }));
        db.JointReviews.Add(joint);
        units.ForEach(u => act.Case.Bring(u.Id, Relations.JointMember));
        act.Case.Set(Fact.JointStarted, number).Set(Fact.JointFlagged, true).Answer("Review", "JointReview");
        return await act.DoneAsync(header => new JointReviewStarted { Case = header, Number = number, Flags = [.. joint.Marks.Select(Code.Of)] }, ct);
    }

    private static int Extension(int number, Policy policy) =>
        number == 1 ? ReviewRules.Limit(jointly: true, policy).Length - ReviewRules.Limit(jointly: false, policy).Length : 0;

    private static MemberGroup Group(Organisation unit) => Code.TryParse<AgencyLevel>(unit.Level, out var level)
        ? level switch
        {
            AgencyLevel.Court => MemberGroup.Court,
            AgencyLevel.OrgDept => MemberGroup.OrgDept,
            AgencyLevel.Discipline => MemberGroup.Discipline,
            _ => MemberGroup.Other,
        }
        : MemberGroup.Other;
}
