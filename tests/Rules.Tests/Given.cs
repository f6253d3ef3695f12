using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Lawful facts the tests start from and spoil in one place.</summary>
internal static class Given
{
    /// <summary>Date of the administrative act in these facts.</summary>
    internal static readonly DateOnly ActDate = Day("2021-12-20");

    internal static readonly Guid Agency = Guid.Parse("00000000-0000-0000-0000-00000000000a");

    internal static readonly Guid Implementing = Guid.Parse("00000000-0000-0000-0000-00000000000b");

    internal static SanctionFactors Factors { get; } = new(new(3, "造成执法被动"), new(2, "程序问题"), new(3, "一般过失"));

    /// <summary>A person pursued for improper performance.</summary>
    internal static FindingFacts Pursued { get; } = new()
    {
        Conclusion = Conclusion.Pursue,
        MustGrounds = [MustGround.ImproperDuty],
        ProposedSanctions = [SanctionType.WrittenSelfCriticism],
        Factors = Factors,
        Reason = "未听取陈述申辩，导致败诉",
        ExemptionConsidered = true,
    };

    /// <summary>A person not pursued because the law was read differently.</summary>
    internal static FindingFacts NotPursued { get; } = new()
    {
        Conclusion = Conclusion.NotPursued,
        NotPursueGrounds = [NotPursueGround.LawInterpretationDivergence],
        LegalSource = "某条例第十条",
        Reason = "对条款含义理解不一致",
        ExemptionConsidered = true,
    };

    /// <summary>A person immune for a mediation.</summary>
    internal static FindingFacts Mediated { get; } = NotPursued with
    {
        NotPursueGrounds = [NotPursueGround.MediationImmunity],
        FaultDegree = FaultDegree.Negligent,
        MediationAuthorised = true,
        MediationCourtLed = true,
        MediationByRules = true,
    };

    /// <summary>A person exempted for a mistake in key work.</summary>
    internal static FindingFacts Exempted { get; } = new()
    {
        Conclusion = Conclusion.Exempt,
        MustGrounds = [MustGround.ImproperDuty],
        Exemption = ExemptionCircumstance.KeyWorkMistake,
        ExemptionBasis = "上级重大项目部署文件",
        Assessment = new("积极履职", "时间紧", "集体研究", "一般", "可控", "已挽回"),
        CorrectiveMeasures = "补正程序",
        RedLineCrossed = false,
        Reason = "符合决策部署",
        ExemptionConsidered = true,
    };

    /// <summary>A complete investigation of one person of the losing agency.</summary>
    internal static InvestigationFacts Investigation { get; } = new()
    {
        Causes = ["C-PROC"],
        Persons = [new(Agency, Pursued)],
        UnitProposed = false,
        ActDate = ActDate,
    };

    internal static Decision Judge(FindingFacts finding) => FindingRules.Judge(finding, ActDate);

    /// <summary>The facts of a case, as names and values.</summary>
    internal static CaseFacts Facts(params (string Name, string Value)[] facts) => CaseFacts.From(facts.ToDictionary(f => f.Name, f => f.Value));
}

/// <summary>Short ways to say what a rule must answer.</summary>
internal static class Says
{
    internal static void Refused(string code, string clause, Decision decision, string? subject = null)
    {
        var refused = Assert.IsType<Refused>(decision);
        Assert.Equal((code, clause), (refused.Code, refused.Clause));
        if (subject is not null)
        {
            Assert.Equal(subject, refused.Subject);
        }
    }

    internal static void Accepted(Decision decision, params string[] basis)
    {
        var accepted = Assert.IsType<Accepted>(decision);
        Assert.Subset(accepted.Basis.ToHashSet(), basis.ToHashSet());
    }
}
