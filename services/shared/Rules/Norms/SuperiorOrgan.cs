namespace LostCases.Rules;

/// <summary>The superior that decides on the responsibility of a unit (上一级行政机关, N2.5.1-h, GAP-03).</summary>
/// <param name="Kind">Which organ it is.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="Outside">Whether it is outside the city, so that its decision is recorded for it (系统外登记).</param>
public sealed record SuperiorOrgan(SuperiorKind Kind, string Name, bool Outside)
{
    /// <summary>The superior of an organisation of the level; null where the organisation can never be a losing agency.</summary>
    public static SuperiorOrgan? Of(AgencyLevel level, Policy? policy = null) => level switch
    {
        AgencyLevel.CountyUnit or AgencyLevel.MuniUnit when policy?.UnitSuperior == UnitSuperior.SuperiorDepartment =>
            new(SuperiorKind.SuperiorInLine, "上一级主管部门", level == AgencyLevel.MuniUnit),
        AgencyLevel.Township or AgencyLevel.Subdistrict or AgencyLevel.CountyUnit or AgencyLevel.CountyDevZone or AgencyLevel.CountyLegalBody =>
            new(SuperiorKind.CountyGov, "县（市、区）人民政府", false),
        AgencyLevel.CountyGov or AgencyLevel.MuniUnit or AgencyLevel.MuniDevZone or AgencyLevel.MuniLegalBody =>
            new(SuperiorKind.MuniGov, "市人民政府", false),
        AgencyLevel.MuniGov => new(SuperiorKind.ProvincialGov, "省人民政府", true),
        AgencyLevel.VerticalNational or AgencyLevel.VerticalProvincial => new(SuperiorKind.SuperiorInLine, "本系统上一级机关", true),
        AgencyLevel.Court or AgencyLevel.OrgDept or AgencyLevel.Discipline or AgencyLevel.Other => null,
    };
}
