using LostCases.Rules;

namespace LostCases.Intake.Data;

/// <summary>An organisation (机关): courts, legal bodies and departments included. This service is its master.</summary>
public sealed class Agency
{
    /// <summary>Identity; people's accounts refer to it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts changes.</summary>
    public long Version { get; set; } = 1;

    /// <summary>Name (名称).</summary>
    public required string Name { get; set; }

    /// <summary>Short name (简称).</summary>
    public required string ShortName { get; set; }

    /// <summary>Level (层级).</summary>
    public required AgencyLevel Level { get; set; }

    /// <summary>Nature (性质, N1-a).</summary>
    public AgencyKind Kind { get; set; }

    /// <summary>Government it belongs to (所属政府); drives routing.</summary>
    public Guid? ParentGovId { get; set; }

    /// <summary>Superior organ (上一级行政机关) where it is not the government.</summary>
    public Guid? SuperiorId { get; set; }

    /// <summary>Division code, GB/T 2260.</summary>
    public string? RegionCode { get; set; }

    /// <summary>Unified social credit code (统一社会信用代码).</summary>
    public string? CreditCode { get; set; }
}

/// <summary>Working-day calendar that new cases of a city's agencies begin with, where it is not the national one.</summary>
public sealed class CityCalendar
{
    /// <summary>The city's government.</summary>
    public required Guid CityId { get; init; }

    /// <summary>Version of the calendar.</summary>
    public required string CalendarVersion { get; set; }

    /// <summary>Document the local order was given by (依据文件).</summary>
    public required string DocumentNo { get; set; }
}
