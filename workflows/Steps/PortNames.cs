namespace LostCases.Steps;

/// <summary>What the ports and the facts of a chain are called (出口和案件事实的名称).</summary>
public static class PortNames
{
    /// <summary>A port's Chinese and English name; a branch is called as its administrator calls it.</summary>
    public static (string Zh, string En) Of(string port) => port switch
    {
        "Done" => ("完成", "Done"),
        "Completed" => ("审核完成", "Completed"),
        "Returned" => ("退回补充", "Returned"),
        "JointReview" => ("转联合审核", "Joint review"),
        "Approved" => ("同意", "Approved"),
        "Rejected" => ("不同意", "Rejected"),
        "PendingTransfer" => ("待移送结果", "Results pending"),
        "True" => ("是", "Yes"),
        "False" => ("否", "No"),
        _ => (port, port),
    };

    /// <summary>A fact's Chinese and English name.</summary>
    public static (string Zh, string En) OfFact(string fact) =>
        RoutingFacts.All.Contains(fact) && RoutingFacts.InWords(fact) is var words ? (words.Zh, words.En) : (fact, fact);
}
