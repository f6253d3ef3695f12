using System.Text.Json;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>What a scenario leaves out and the product asks for; no guard is relaxed.</summary>
internal static class Completion
{
    /// <summary>A finding with what its conclusion needs besides what the scenario says.</summary>
    internal static FindingFacts Finding(JsonElement finding)
    {
        var conclusion = Parse<Conclusion>(finding, "conclusion")!.Value;
        var grounds = finding.TryGetProperty("grounds", out var given) ? given.EnumerateArray().Select(g => g.GetString()).ToList() : [];
        return new FindingFacts
        {
            Conclusion = conclusion,
            MustGrounds = [.. grounds.Where(g => Code.TryParse<MustGround>(g, out _)).Select(g => { _ = Code.TryParse<MustGround>(g, out var m); return m; })],
            NotPursueGrounds = [.. grounds.Where(g => Code.TryParse<NotPursueGround>(g, out _)).Select(g => { _ = Code.TryParse<NotPursueGround>(g, out var n); return n; })],
            Reason = finding.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
            FaultDegree = Parse<FaultDegree>(finding, "faultDegree"),
            SeriousConsequence = Is(finding, "seriousConsequence"),
            Exemption = Parse<ExemptionCircumstance>(finding, "exemption"),
            RiskFiledOn = finding.TryGetProperty("riskFiledOn", out var filed) ? Scenario.Date(filed.GetString()!) : null,
            MediationAuthorised = Is(finding, "authorised"),
            MediationCourtLed = Is(finding, "courtLed"),
            MediationByRules = true,
            LegalSource = "本机关所依据的法律规范",
            ProposedSanctions = conclusion == Conclusion.Pursue ? [SanctionType.WrittenSelfCriticism] : [],
            ExemptionConsidered = true,
            Factors = new SanctionFactors(new Weighed(3, "见责任分析报告"), new Weighed(3, "见责任分析报告"), new Weighed(3, "见责任分析报告")),
            Assessment = new ExemptionAssessment("积极履职", "客观条件受限", "程序正当", "性质较轻", "后果可控", "损失已挽回"),
            CorrectiveMeasures = "已整改",
            ExemptionBasis = "上级决策部署文件",
            RiskFilingCoversAct = true,
            RedLineCrossed = conclusion == Conclusion.Exempt ? false : null,
        };
    }

    /// <summary>A decision; without a stated result the person is pursued.</summary>
    internal static FindingDecision Decision(JsonElement decision, Guid findingId) => new()
    {
        FindingId = findingId,
        Result = Parse<Conclusion>(decision, "result") ?? Conclusion.Pursue,
        Sanctions = [.. decision.GetProperty("sanctions").EnumerateArray().Select(s => { _ = Code.TryParse<SanctionType>(s.GetString(), out var sanction); return sanction; })],
    };

    /// <summary>What a scenario's words mean as an opinion; anything but the three plain ones is recorded as said, without a side.</summary>
    internal static string Opinion(string said) => said switch { "同意" => "AGREE", "不同意" => "DISAGREE", "弃权" => "ABSTAIN", _ => "ATTEND_ONLY" };

    internal static T? Parse<T>(JsonElement element, string name)
        where T : struct, Enum =>
        element.TryGetProperty(name, out var value) && Code.TryParse<T>(value.GetString(), out var parsed) ? parsed : null;

    private static bool Is(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();
}
