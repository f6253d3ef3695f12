namespace LostCases.Rules;

/// <summary>Who reviews the report (报审路由).</summary>
/// <param name="Body">Kind of reviewing body.</param>
/// <param name="Clause">Clause, or the open question the route is the default for.</param>
public sealed record ReviewRoute(ReviewBody Body, string Clause)
{
    /// <summary>Joint review is compulsory on this route (GAP-01).</summary>
    public bool JointRequired { get; init; }

    /// <summary>A copy goes to the provincial legal body for information (GAP-01).</summary>
    public bool ProvincialCopy { get; init; }

    /// <summary>A copy goes to the municipal legal body (GAP-02).</summary>
    public bool MuniLegalCopy { get; init; }

    /// <summary>The notice says nothing about this level (通知未规定).</summary>
    public bool NotInNotice => Clause.StartsWith("GAP", StringComparison.Ordinal);

    /// <summary>A county review is filed with the city (备案, N2.5.2-i).</summary>
    public bool CountyFiling => Body == ReviewBody.CountyLegal;

    /// <summary>The route as one code, e.g. <c>MUNI_LEGAL+JOINT_REQUIRED+PROVINCIAL_COPY</c>.</summary>
    public string FullCode => string.Join('+', new[]
    {
        Code.Of(Body),
        JointRequired ? "JOINT_REQUIRED" : null,
        ProvincialCopy ? "PROVINCIAL_COPY" : null,
        MuniLegalCopy ? "MUNI_LEGAL_COPY" : null,
    }.OfType<string>());
}

/// <summary>Routes a losing agency's report to its reviewing body.</summary>
public static class Routing
{
    /// <summary>The route for the level; null where the organisation can never be a losing agency (a court, for instance).</summary>
    public static ReviewRoute? For(AgencyLevel level, Policy policy) => policy.Routes.GetValueOrDefault(level);
}
