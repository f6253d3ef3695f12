using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Investigation.Cases;

/// <summary>A cause of the loss (败诉原因).</summary>
/// <param name="Code">First-level code, domain 3.5.</param>
/// <param name="Main">Whether it is the main cause.</param>
/// <param name="Text">In words.</param>
public sealed record CauseInput(string Code, bool Main, [StringLength(4000)] string? Text);

/// <summary>A person examined and what was found.</summary>
public sealed record PersonInput
{
    /// <summary>Name.</summary>
    [StringLength(60, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Role (责任人员类别).</summary>
    public required PersonRole Role { get; init; }

    /// <summary>Organisation at the time of the act: the losing agency or the implementing body.</summary>
    public required Guid BelongsTo { get; init; }

    /// <summary>Who has personnel authority (干部管理权限).</summary>
    public required PersonnelAuthority Authority { get; init; }

    /// <summary>Post at the time of the act.</summary>
    [StringLength(120)]
    public string? PostAtAct { get; init; }

    /// <summary>The finding (个人责任认定).</summary>
    public FindingFacts? Finding { get; init; }
}

/// <summary>Completes the investigation (调查完成, T05).</summary>
public sealed record CompleteInvestigation : ActRequest
{
    /// <summary>Causes of the loss.</summary>
    [MaxLength(20)]
    public required IReadOnlyList<CauseInput> Causes { get; init; }

    /// <summary>Analysis in words.</summary>
    [StringLength(20000, MinimumLength = 1)]
    public required string Narrative { get; init; }

    /// <summary>Handling opinion for the annex form (调查处理意见).</summary>
    [StringLength(4000, MinimumLength = 1)]
    public required string HandlingOpinion { get; init; }

    /// <summary>Persons examined.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<PersonInput> Persons { get; init; }

    /// <summary>Why nobody was examined.</summary>
    [StringLength(2000)]
    public string? NoPersonReason { get; init; }

    /// <summary>Whether responsibility of the unit is proposed.</summary>
    public bool? UnitProposed { get; init; }

    /// <summary>Whether the unit's fault is proposed as serious (N2.4-e).</summary>
    public bool? UnitSerious { get; init; }

    /// <summary>Whether nominal and implementing body disagree on responsibility (GAP-16).</summary>
    public bool? BodiesDisagree { get; init; }

    /// <summary>Whether the nominal body is at fault too.</summary>
    public bool? NominalAtFault { get; init; }

    internal static async Task<IResult> HandleAsync(
        CompleteInvestigation request, Guid caseId, CaseAct act, InvestigationDbContext db, CancellationToken ct)
    {
        var card = act.Case.Card;
        var judged = InvestigationRules.Complete(request.Facts(card), act.Case.Policy);
        var started = act.Case.Deadlines.FirstOrDefault(d => d.Kind == Code.Of(ClockKind.Investigation))?.StartOn;
        if (await act.RefuseAsync(
            ct, request.Known(card), judged, DateRules.NotBefore("on", act.On, started)) is { } refusal)
        {
            return refusal;
        }

        var persons = request.Persons.Select(p => Person(p, caseId)).ToList();
        db.Persons.AddRange(persons);
        var record = request.Record(caseId, act);
        db.Investigations.Add(record);
        var findings = persons.ConvertAll(Summary);
        act.Case.Found(findings).Set(Fact.InvestigationCompleted, true).Set(Fact.JointSigns, Signs.Of(act.Case, record, persons, objects: false)).Answer("Investigate");
        act.Case.Stop(ClockKind.Investigation, act.On);
        act.Case.Start(ClockKind.Submit, act.On);
        return await act.DoneAsync(header => new InvestigationCompleted { Case = header, Findings = findings }, ct);
    }

    private InvestigationFacts Facts(CaseCard card) => new()
    {
        Causes = [.. Causes.Select(c => c.Code)],
        Persons = [.. Persons.Select(p => new ExaminedPerson(p.BelongsTo, p.Finding))],
        NoPersonReason = NoPersonReason,
        UnitProposed = UnitProposed,
        ImplementingBody = card.Party(Relations.ImplementingBody),
        NominalAtFault = NominalAtFault,
        ActDate = card.Facts().Date(Fact.ActDate)!.Value,
    };

    private Decision Known(CaseCard card)
    {
        var cause = Causes.FirstOrDefault(c => Rules.Causes.Name(c.Code) is null);
        var stranger = Persons.FirstOrDefault(p => !card.Has(p.BelongsTo, Relations.LosingAgency) && !card.Has(p.BelongsTo, Relations.ImplementingBody));
        return cause is not null ? new Refused("CAUSE_UNKNOWN", "N2.5.1-c", cause.Code)
            : stranger is not null ? new Refused("AGENCY_UNKNOWN", "N2.2", stranger.BelongsTo.ToString())
            : new Accepted();
    }

    private InvestigationRecord Record(Guid caseId, CaseAct act) => new()
    {
        CaseId = caseId,
        Causes = [.. Causes],
        Narrative = Narrative,
        HandlingOpinion = HandlingOpinion,
        NoPersonReason = NoPersonReason,
        UnitProposed = UnitProposed!.Value,
        UnitSerious = UnitSerious,
        BodiesDisagree = BodiesDisagree,
        NominalAtFault = NominalAtFault,
        CompletedOn = act.On,
        CompletedBy = act.Actor.Id,
    };

    private static CasePerson Person(PersonInput input, Guid caseId) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = caseId,
        FindingId = Guid.CreateVersion7(),
        Name = input.Name,
        Role = input.Role,
        BelongsTo = input.BelongsTo,
        Authority = input.Authority,
        PostAtAct = input.PostAtAct,
        Finding = input.Finding!,
    };

    internal static FindingSummary Summary(CasePerson person) => new()
    {
        FindingId = person.FindingId,
        PersonId = person.Id,
        Conclusion = Code.Of(person.Finding.Conclusion),
        Authority = Code.Of(person.Authority),
        Sanctions = [.. person.Finding.ProposedSanctions.Select(Code.Of)],
    };
}
