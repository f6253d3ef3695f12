using System.ComponentModel.DataAnnotations;

namespace LostCases.Platform;

/// <summary>Each text of a list is no longer than <paramref name="max"/> characters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EachLengthAttribute(int max) : ValidationAttribute
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not IEnumerable<string?> texts || texts.All(t => t is null || t.Length <= max);
}
