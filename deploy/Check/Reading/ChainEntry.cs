using System.Data.Common;
using System.Text.Json;
using LostCases.Platform;

namespace LostCases.Check.Reading;

/// <summary>An event as its audit entry holds it.</summary>
/// <param name="Owner">Who published it.</param>
/// <param name="Name">Type of event.</param>
/// <param name="Sequence">Its number among the owner's events of the case.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Facts">The owner's facts after it.</param>
internal sealed record CaseEvent(string Owner, string Name, long Sequence, DateTimeOffset At, IReadOnlyDictionary<string, string> Facts);

/// <summary>An audit entry with the schema it stands in.</summary>
internal sealed record ChainEntry(string Schema, AuditEntry Entry)
{
    /// <summary>Every chain of every schema, those of one subject together, each by its numbers.</summary>
    internal const string Query =
        """
        select '$s' as schema, subject, number, at, action, actor_id, organisation_id, detail, previous_hash, hash from $s.audit_entry
        """;

    internal static ChainEntry Read(DbDataReader row) => new(row.GetString(0), new AuditEntry
    {
        Subject = row.GetGuid(1),
        Number = row.GetInt64(2),
        At = row.GetFieldValue<DateTimeOffset>(3),
        Action = row.GetString(4),
        ActorId = row.IsDBNull(5) ? null : row.GetGuid(5),
        OrganisationId = row.IsDBNull(6) ? null : row.GetGuid(6),
        Detail = row.GetString(7),
        PreviousHash = row.GetString(8),
        Hash = row.GetString(9),
    });

    /// <summary>The event the entry is about; null where it is about none.</summary>
    /// <exception cref="JsonException">The detail is not what an event looks like.</exception>
    internal CaseEvent? Event()
    {
        if (!CaseEvents.Names.Contains(Entry.Action))
        {
            return null;
        }

        using var detail = JsonDocument.Parse(Entry.Detail);
        if (!detail.RootElement.TryGetProperty("case", out var header)
            || !header.TryGetProperty("sequence", out var sequence)
            || !header.TryGetProperty("slice", out var slice)
            || !slice.TryGetProperty("facts", out var facts)
            || !header.TryGetProperty("id", out var id) || id.GetGuid() != Entry.Subject)
        {
            throw new JsonException("No header of this case.");
        }

        var told = facts.EnumerateObject().ToDictionary(f => string.Intern(f.Name), f => f.Value.GetString() ?? "");
        return new CaseEvent(Schema, Entry.Action, sequence.GetInt64(), Entry.At, told);
    }
}
