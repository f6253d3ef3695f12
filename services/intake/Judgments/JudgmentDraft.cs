using System.ComponentModel.DataAnnotations;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.Judgments;

/// <summary>What is known of a judgment while it is being registered: the fields of <see cref="RegisterJudgment"/>, none of them required.</summary>
public sealed record JudgmentDraft : ActRequest
{
    /// <summary>Case number (案号) as far as it is typed.</summary>
    [StringLength(60)]
    public string? CaseNo { get; init; }

    /// <summary>The court.</summary>
    public Guid? CourtId { get; init; }

    /// <summary>Instance (审级).</summary>
    public Instance? Instance { get; init; }

    /// <summary>Kind of document (文书种类).</summary>
    public DocType? DocType { get; init; }

    /// <summary>Date the document was made.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>The losing agency (败诉行政机关).</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Implementing body where it differs (实施主体).</summary>
    public Guid? ImplementingBodyId { get; init; }

    /// <summary>Result for this agency (裁判结果).</summary>
    public LossResult? Result { get; init; }

    /// <summary>The administrative act (涉诉行政行为).</summary>
    [StringLength(300)]
    public string? ActName { get; init; }

    /// <summary>Date of the act.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>What that date is.</summary>
    public ActDateBasis? ActDateBasis { get; init; }

    /// <summary>Service on the losing agency (送达).</summary>
    public DateOnly? ServedOnAgency { get; init; }

    /// <summary>Service on each other party with a right to appeal.</summary>
    [MaxLength(100)]
    public IReadOnlyList<DateOnly> ServedOnOthers { get; init; } = [];

    /// <summary>Whether anybody appealed (上诉).</summary>
    public bool Appealed { get; init; }

    /// <summary>Service of the ruling that let the appeal be withdrawn.</summary>
    public DateOnly? AppealWithdrawnServedOn { get; init; }

    /// <summary>Effective date on the court's certificate (生效证明).</summary>
    public DateOnly? CertifiedOn { get; init; }

    /// <summary>People who handled the lawsuit or authorised mediation.</summary>
    [MaxLength(100)]
    public IReadOnlyList<Guid> RestrictedPersons { get; init; } = [];

    internal IEnumerable<DateOnly> Services =>
        [.. new[] { ServedOnAgency }.OfType<DateOnly>(), .. ServedOnOthers, .. new[] { AppealWithdrawnServedOn }.OfType<DateOnly>()];

    /// <summary>What decides when the judgment takes effect; null until that is known.</summary>
    internal JudgmentFacts? Facts => (Instance, DocType, ServedOnAgency) is ({ } instance, { } docType, { } served)
        ? new()
        {
            Instance = instance,
            DocType = docType,
            ServedOnAgency = served,
            ServedOnOthers = ServedOnOthers,
            Appealed = Appealed,
            AppealWithdrawnServedOn = AppealWithdrawnServedOn,
            CertifiedOn = CertifiedOn,
        }
        : null;

    /// <summary>Names of the fields a registration requires and this lacks, as they are sent.</summary>
    internal IReadOnlyList<string> Missing => [.. new (object? Value, string Name)[]
    {
        (Blank(CaseNo), "caseNo"), (CourtId, "courtId"), (Instance, "instance"), (DocType, "docType"), (Result, "result"), (AgencyId, "agencyId"),
        (Blank(ActName), "actName"), (ActDate, "actDate"), (MadeOn, "madeOn"), (ServedOnAgency, "servedOnAgency"),
    }.Where(f => f.Value is null).Select(f => f.Name)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
