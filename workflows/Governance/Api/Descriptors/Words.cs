namespace LostCases.Governance.Api.Descriptors;

/// <summary>A text in both languages.</summary>
internal sealed record Words(string Zh, string En)
{
    internal string In(string language) => language == "en" ? En : Zh;
}
