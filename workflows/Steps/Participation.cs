using LostCases.Contracts;

namespace LostCases.Steps;

/// <summary>Who may be asked by a step (参与方): an organisation by its relation to the case, and the role there.</summary>
public static class Participation
{
    /// <summary>What a check list offers, as <c>relation:role</c>.</summary>
    public static StepOption[] All { get; } =
    [
        new($"{Relations.ReviewBody}:{Roles.Reviewer}", "审核机构：审核员", "Reviewing body: reviewer"),
        new($"{Relations.ReviewBody}:{Roles.ReviewLeader}", "审核机构：负责人", "Reviewing body: leader"),
        new($"{Relations.FilingBody}:{Roles.Reviewer}", "备案机构：审核员", "Filing body: reviewer"),
        new($"{Relations.FilingBody}:{Roles.ReviewLeader}", "备案机构：负责人", "Filing body: leader"),
        new($"{Relations.Court}:{Roles.CourtLiaison}", "审理法院：联络员", "Court of the case: liaison"),
        new($"{Relations.JointMember}:{Roles.CourtLiaison}", "联合审核成员：法院联络员", "Joint member: court liaison"),
        new($"{Relations.JointMember}:{Roles.OrgLiaison}", "联合审核成员：组织部门联络员", "Joint member: organisation department"),
        new($"{Relations.JointMember}:{Roles.DisciplineLiaison}", "联合审核成员：纪检监察联络员", "Joint member: discipline organ"),
        new($"{Relations.Superior}:{Roles.SuperiorHandler}", "上一级行政机关：承办人", "Superior organ: handler"),
    ];
}
