using LostCases.Investigation.Cases;
using LostCases.Rules;

namespace LostCases.Investigation.Data;

/// <summary>A completed investigation (责任分析报告的结构化内容).</summary>
public sealed class InvestigationRecord
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Causes of the loss (败诉原因).</summary>
    public required List<CauseInput> Causes { get; init; }

    /// <summary>Analysis in words.</summary>
    public required string Narrative { get; init; }

    /// <summary>Handling opinion (调查处理意见) for the annex form.</summary>
    public required string HandlingOpinion { get; init; }

    /// <summary>Why nobody was examined.</summary>
    public string? NoPersonReason { get; init; }

    /// <summary>Whether responsibility of the unit is proposed (单位责任).</summary>
    public required bool UnitProposed { get; init; }

    /// <summary>Whether the unit's fault is proposed as serious (情节严重, N2.4-e); null where it is not said.</summary>
    public bool? UnitSerious { get; init; }

    /// <summary>Whether nominal and implementing body disagree on responsibility (GAP-16); null where it is not said.</summary>
    public bool? BodiesDisagree { get; init; }

    /// <summary>Whether the nominal body is at fault too (名义主体过错).</summary>
    public bool? NominalAtFault { get; init; }

    /// <summary>Date of completion: the day the head signed the report.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid CompletedBy { get; init; }
}

/// <summary>A person examined (涉案人员) with the finding (个人责任认定). Personal data: reading it is logged.</summary>
public sealed class CasePerson
{
    /// <summary>Identity of the person in this case.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Identity of the finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Role (责任人员类别).</summary>
    public required PersonRole Role { get; init; }

    /// <summary>Organisation at the time of the act.</summary>
    public required Guid BelongsTo { get; init; }

    /// <summary>Who has personnel authority today (干部管理权限).</summary>
    public required PersonnelAuthority Authority { get; init; }

    /// <summary>Post at the time of the act.</summary>
    public string? PostAtAct { get; init; }

    /// <summary>What was found.</summary>
    public required FindingFacts Finding { get; set; }
}

/// <summary>A submission of the report for review (报审).</summary>
public sealed class Submission
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Round { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Organisations whose stamp is on the annex form.</summary>
    public required List<Guid> Stamps { get; init; }

    /// <summary>Documents submitted.</summary>
    public required List<Guid> Attachments { get; init; }

    /// <summary>Who submitted.</summary>
    public required Guid SubmittedBy { get; init; }
}
