namespace LostCases.Steps;

/// <summary>What the ports and the facts of a chain are called (出口和案件事实的名称).</summary>
public static class PortNames
{
    /// <summary>A port's Chinese and English name; a branch is called as its administrator calls it.</summary>
    public static StepOption Of(string port) => port switch
    {
        "Done" => new(port, "完成", "Done"),
        "Completed" => new(port, "审核完成", "Completed"),
        "Returned" => new(port, "退回补充", "Returned"),
        "JointReview" => new(port, "转联合审核", "Joint review"),
        "Approved" => new(port, "同意", "Approved"),
        "Rejected" => new(port, "不同意", "Rejected"),
        "PendingTransfer" => new(port, "待移送结果", "Results pending"),
        "True" => new(port, "是", "Yes"),
        "False" => new(port, "否", "No"),
        _ => new(port, port, port),
    };

    /// <summary>A fact's Chinese and English name.</summary>
    public static StepOption OfFact(string fact) => RoutingFacts.All.Contains(fact) ? RoutingFacts.InWords(fact) : new(fact, fact, fact);
}
