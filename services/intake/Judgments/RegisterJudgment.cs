using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.Judgments;

/// <summary>Registers a judgment an agency lost (登记败诉裁判, T01): one case per losing agency.</summary>
public sealed record RegisterJudgment : ActRequest
{
    /// <summary>Case number (案号) as written on the document.</summary>
    [StringLength(60, MinimumLength = 8)]
    public required string CaseNo { get; init; }

    /// <summary>The court.</summary>
    public required Guid CourtId { get; init; }

    /// <summary>Instance (审级).</summary>
    public required Instance Instance { get; init; }

    /// <summary>Kind of document (文书种类).</summary>
    public required DocType DocType { get; init; }

    /// <summary>Date the document was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The losing agency (败诉行政机关).</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Implementing body where it differs (实施主体).</summary>
    public Guid? ImplementingBodyId { get; init; }

    /// <summary>Result for this agency (裁判结果).</summary>
    public required LossResult Result { get; init; }

    /// <summary>The administrative act (涉诉行政行为).</summary>
    [StringLength(300, MinimumLength = 2)]
    public required string ActName { get; init; }

    /// <summary>Date of the act.</summary>
    public required DateOnly ActDate { get; init; }

    /// <summary>What that date is.</summary>
    public ActDateBasis ActDateBasis { get; init; }

    /// <summary>Service on the losing agency (送达).</summary>
    public required DateOnly ServedOnAgency { get; init; }

    /// <summary>Service on each other party with a right to appeal.</summary>
    [MaxLength(100)]
    public IReadOnlyList<DateOnly> ServedOnOthers { get; init; } = [];

    /// <summary>Whether anybody appealed (上诉).</summary>
    public bool Appealed { get; init; }

    /// <summary>Service of the ruling that let the appeal be withdrawn.</summary>
    public DateOnly? AppealWithdrawnServedOn { get; init; }

    /// <summary>Effective date on the court's certificate (生效证明).</summary>
    public DateOnly? CertifiedOn { get; init; }

    /// <summary>People who handled the lawsuit or authorised mediation; they may not review.</summary>
    [MaxLength(100)]
    public IReadOnlyList<Guid> RestrictedPersons { get; init; } = [];

    /// <summary>The same as far as it is judged.</summary>
    internal JudgmentDraft Draft => new()
    {
        On = On,
        BackdatingReason = BackdatingReason,
        CaseNo = CaseNo,
        CourtId = CourtId,
        Instance = Instance,
        DocType = DocType,
        MadeOn = MadeOn,
        AgencyId = AgencyId,
        ImplementingBodyId = ImplementingBodyId,
        Result = Result,
        ActName = ActName,
        ActDate = ActDate,
        ActDateBasis = ActDateBasis,
        ServedOnAgency = ServedOnAgency,
        ServedOnOthers = ServedOnOthers,
        Appealed = Appealed,
        AppealWithdrawnServedOn = AppealWithdrawnServedOn,
        CertifiedOn = CertifiedOn,
        RestrictedPersons = RestrictedPersons,
    };
}
