namespace LostCases.Harness;

/// <summary>What people fill in: one person pursued, with a self-criticism.</summary>
public sealed partial class Office
{
    private const string AsReported = "见报告";

    /// <summary>A finding; the texts stand for its reason and for the three factors.</summary>
    public static object Finding(string text = AsReported, string weighed = AsReported)
    {
        var factor = new { scale = 3, text = weighed };
        return new
        {
            conclusion = "PURSUE",
            mustGrounds = new[] { "IMPROPER_DUTY" },
            factors = new { consequence = factor, nature = factor, fault = factor },
            reason = text,
            exemptionConsidered = true,
            proposedSanctions = new[] { "WRITTEN_SELF_CRITICISM" },
        };
    }

    /// <summary>A completed investigation with one finding.</summary>
    public static Dictionary<string, object?> Investigation(Guid agency, string text = AsReported, string weighed = AsReported) => new()
    {
        ["causes"] = new[] { new { code = "C-EVID", main = true, text } },
        ["narrative"] = text,
        ["handlingOpinion"] = text,
        ["unitProposed"] = false,
        ["persons"] = new[] { new { name = "某甲", role = "OTHER_DIRECTLY_RESPONSIBLE", belongsTo = agency, authority = "AGENCY", finding = Finding(text, weighed) } },
    };

    /// <summary>The decision on it.</summary>
    public static Dictionary<string, object?> Disposition(Guid findingId, string documentNo = "示例处〔2026〕1号") => new()
    {
        ["documentNo"] = documentNo,
        ["decisions"] = new[] { new { findingId, result = "PURSUE", sanctions = new[] { "WRITTEN_SELF_CRITICISM" } } },
    };

    /// <summary>The closing, with the proof that it was carried out.</summary>
    public static Dictionary<string, object?> Closing(Guid findingId, Guid documentId) => new()
    {
        ["executions"] = new[] { new { findingId, sanction = "WRITTEN_SELF_CRITICISM", executedOn = Today, documentId } },
        ["copiesHeldBy"] = new[] { "LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY" },
    };
}
