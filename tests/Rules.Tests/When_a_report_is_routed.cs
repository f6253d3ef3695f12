namespace LostCases.Rules.Tests;

/// <summary>Who reviews (报审路由), 二（五）2, N2.5.2-b, N2.5.2-c, GAP-01, GAP-02.</summary>
[Trait("Clause", "N2.5.2")]
public sealed class When_a_report_is_routed
{
    [Theory]
    [InlineData(AgencyLevel.CountyGov, "MUNI_LEGAL", "N2.5.2-b", false)]
    [InlineData(AgencyLevel.MuniUnit, "MUNI_LEGAL", "N2.5.2-b", false)]
    [InlineData(AgencyLevel.Township, "COUNTY_LEGAL", "N2.5.2-c", true)]
    [InlineData(AgencyLevel.Subdistrict, "COUNTY_LEGAL", "N2.5.2-c", true)]
    [InlineData(AgencyLevel.CountyUnit, "COUNTY_LEGAL", "N2.5.2-c", true)]
    [InlineData(AgencyLevel.MuniGov, "MUNI_LEGAL+JOINT_REQUIRED+PROVINCIAL_COPY", "GAP-01", false)]
    [InlineData(AgencyLevel.MuniLegalBody, "JOINT_CONFERENCE_MEMBER_OTHER_THAN_SELF", "GAP-01", false)]
    [InlineData(AgencyLevel.CountyLegalBody, "MUNI_LEGAL", "GAP-01", false)]
    [InlineData(AgencyLevel.VerticalNational, "SUPERIOR_IN_LINE+MUNI_LEGAL_COPY", "GAP-02", false)]
    [InlineData(AgencyLevel.VerticalProvincial, "SUPERIOR_IN_LINE+MUNI_LEGAL_COPY", "GAP-02", false)]
    [InlineData(AgencyLevel.MuniDevZone, "MUNI_LEGAL", "GAP-02", false)]
    [InlineData(AgencyLevel.CountyDevZone, "COUNTY_LEGAL", "GAP-02", true)]
    public void Each_level_has_its_reviewing_body_and_only_a_county_review_is_filed(AgencyLevel level, string route, string clause, bool filed)
    {
        var actual = Routing.For(level, Policy.Default);
        Assert.NotNull(actual);
        Assert.Equal((route, clause, filed), (actual.FullCode, actual.Clause, actual.CountyFiling));
    }

    [Theory]
    [InlineData(AgencyLevel.Court)]
    [InlineData(AgencyLevel.OrgDept)]
    [InlineData(AgencyLevel.Discipline)]
    [InlineData(AgencyLevel.Other)]
    public void An_organisation_that_is_no_losing_agency_has_no_route(AgencyLevel level) => Assert.Null(Routing.For(level, Policy.Default));

    [Fact]
    public void The_routes_are_those_agreed()
    {
        var agreed = AgreedMachine.Read().Routing;
        var actual = Policy.Default.Routes.ToDictionary(r => Code.Of(r.Key), r => (r.Value.FullCode, r.Value.Clause));
        Assert.Equal(agreed.OrderBy(r => r.Key), actual.OrderBy(r => r.Key));
    }

    [Fact]
    public void A_route_the_notice_does_not_give_is_marked_as_such() => Assert.All(
        Policy.Default.Routes.Values,
        r => Assert.Equal(r.Clause is not ("N2.5.2-b" or "N2.5.2-c"), r.NotInNotice));

    [Fact]
    [Trait("Clause", "GAP-01")]
    public void Nobody_reviews_itself()
    {
        Assert.NotEqual(ReviewBody.MuniLegal, Routing.For(AgencyLevel.MuniLegalBody, Policy.Default)!.Body);
        Assert.NotEqual(ReviewBody.CountyLegal, Routing.For(AgencyLevel.CountyLegalBody, Policy.Default)!.Body);
    }
}
