namespace LostCases.Rules;

/// <summary>Kind of unit in a joint review, N2.5.2-g.</summary>
public enum MemberGroup
{
    /// <summary>法院.</summary>
    Court,

    /// <summary>组织部门.</summary>
    OrgDept,

    /// <summary>纪检监察机关.</summary>
    Discipline,

    /// <summary>其他单位.</summary>
    Other,
}

/// <summary>What a unit says in a joint review; saying nothing of substance is an opinion too.</summary>
public enum JointOpinion
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>不同意.</summary>
    Disagree,

    /// <summary>弃权.</summary>
    Abstain,

    /// <summary>列席，不发表意见.</summary>
    AttendOnly,
}

/// <summary>A unit's part in a joint review.</summary>
/// <param name="Group">Kind of unit.</param>
/// <param name="Opinion">What it said; null while it has said nothing.</param>
public sealed record MemberFacts(MemberGroup Group, JointOpinion? Opinion);

/// <summary>What the members of a joint review do, N2.5.2-g.</summary>
public static class JointReviewRules
{
    /// <summary>A member speaks once, and says why where it dissents.</summary>
    public static Decision Speak(bool isMember, bool hasSpoken, JointOpinion opinion, string? text) => (isMember, hasSpoken) switch
    {
        (false, _) => new Refused("NOT_A_MEMBER", "N2.5.2-g"),
        (_, true) => new Refused("OPINION_ALREADY_GIVEN", "N2.5.2-g"),
        _ when opinion == JointOpinion.Disagree && string.IsNullOrWhiteSpace(text) => new Refused("REASON_REQUIRED", "N2.5.2-g"),
        _ => new Accepted("N2.5.2-g"),
    };

    /// <summary>
    /// T11, besides every opinion being in (<see cref="ReviewRules.ConcludeJoint"/>): the minutes are attached, and in each kind of unit
    /// as many have spoken on the matter as the step asks for. <paramref name="quorum"/> null asks for none.
    /// </summary>
    public static Decision Conclude(IReadOnlyList<MemberFacts> members, int? quorum, bool minutesAttached)
    {
        var thin = members.GroupBy(m => m.Group)
            .FirstOrDefault(g => quorum is { } needed && g.Count(m => m.Opinion is not (null or JointOpinion.AttendOnly)) < Math.Min(needed, g.Count()));
        return thin is not null ? new Refused("JOINT_QUORUM_MISSING", "N2.5.2-g", Code.Of(thin.Key))
            : !minutesAttached ? new Refused("MINUTES_MISSING", "N2.5.2-g")
            : new Accepted("N2.5.2-g");
    }
}
