using LostCases.Contracts;

namespace LostCases.Steps;

/// <summary>Whose step it is where the definition names nobody (承办单位).</summary>
public static class StepOffice
{
    /// <summary>Chinese and English name of the office that a step waits for.</summary>
    public static (string Zh, string En) Of(StepKind kind, string? participants)
    {
        var named = (participants ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Participant).ToList();
        return named.Count > 0
            ? (string.Join('、', named.Select(n => n.Zh)), string.Join(", ", named.Select(n => n.En)))
            : Relation(kind.Name switch
            {
                "Review" or "JointReview" or "SendFeedback" or "FileWithCity" or "Approval" or "CloseCase" => Relations.ReviewBody,
                "DecideUnit" => Relations.Superior,
                _ => Relations.LosingAgency,
            });
    }

    /// <summary>A participant in words; one named by its organisation's id stays as it is.</summary>
    public static (string Zh, string En) Participant(string code) =>
        Participation.All.FirstOrDefault(o => o.Value == code) is { } option ? (option.Zh, option.En) : (code, code);

    private static (string, string) Relation(string relation) => relation switch
    {
        Relations.ReviewBody => ("审核机构", "Reviewing body"),
        Relations.Superior => ("上一级行政机关", "Superior organ"),
        _ => ("败诉行政机关", "Agency that lost"),
    };
}
