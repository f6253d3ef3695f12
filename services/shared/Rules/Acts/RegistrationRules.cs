namespace LostCases.Rules;

/// <summary>Registration, T01.</summary>
public static class RegistrationRules
{
    /// <summary>An entrusted organisation is never the defendant: it stands in a case only as implementing body (N1-a, 行政诉讼法 26).</summary>
    public static Decision Defendant(AgencyKind kind) => kind switch
    {
        AgencyKind.EntrustedOrg => new Refused("ENTRUSTED_NOT_DEFENDANT", "N1-a"),
        AgencyKind.AdminOrgan or AgencyKind.AuthorisedOrg => new Accepted("N1-a", "N2.2-d"),
    };
}
