namespace LostCases.Governance.Changes;

/// <summary>A difference in words.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record Sentence(string Zh, string En)
{
    /// <summary>In the caller's language.</summary>
    public string In(string language) => language == "en" ? En : Zh;
}
