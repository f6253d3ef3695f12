using System.ComponentModel.DataAnnotations;
using LostCases.Rules;

namespace LostCases.Oversight.Conferences;

/// <summary>An item of the agenda (议程): analysing losses, a difficult case, a correction, or another.</summary>
public sealed record AgendaItem
{
    /// <summary>What is dealt with.</summary>
    public required AgendaKind Kind { get; init; }

    /// <summary>The case it is about; needed for difficult cases and corrections.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>In words, with what came of it.</summary>
    [StringLength(2000)]
    public required string Text { get; init; }
}
