namespace LostCases.Portal.Data;

/// <summary>When a person was at the desk (上次办公时间): what is new is counted from the visit before.</summary>
internal sealed class DeskVisitRow
{
    /// <summary>The person's id (claim <c>sub</c>).</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Last sign of the visit before this one; null at the first.</summary>
    public DateTimeOffset? Before { get; set; }

    /// <summary>Last sign of this visit.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}
