using LostCases.Check.Reading;
using LostCases.Platform;
using Npgsql;

namespace LostCases.Check.Tests;

/// <summary>Corruptions by somebody who knows how hashes are made and puts chain, card and copies in order afterwards.</summary>
internal static class Forgeries
{
    internal static IReadOnlyList<Corruption> All { get; } =
    [
        new("an entry was written anew with a hash that fits", "audit.link", (connection, town) => RewriteAsync(connection, town.Case("reviewed"))),
        new("a case under review was closed in every table", "state.walk", (connection, town) => CloseAsync(connection, town)),
    ];

    private static async Task RewriteAsync(NpgsqlConnection connection, Guid subject)
    {
        var old = await EntryAsync(connection, "review", "subject = @subject and number = 2", subject);
        var forged = Copy(old, old.Number, old.Action, "{}", old.PreviousHash);
        await using var update = new NpgsqlCommand("update review.audit_entry set action = 'DocumentStored', detail = '{}', hash = @hash where subject = @subject and number = 2", connection);
        update.Parameters.AddWithValue("hash", Copy(forged, 2, "DocumentStored", "{}", old.PreviousHash).Hash);
        update.Parameters.AddWithValue("subject", subject);
        Assert.Equal(1, await update.ExecuteNonQueryAsync());
    }

    /// <summary>Appends a closing that nobody could have done, and lets every table agree with it.</summary>
    private static async Task CloseAsync(NpgsqlConnection connection, Town town)
    {
        var subject = town.Case("reviewed");
        var last = await EntryAsync(connection, "intake", "subject = @subject and action = 'CaseConfirmedInScope'", subject);
        var detail = System.Text.Json.Nodes.JsonNode.Parse(last.Detail)!;
        var sequence = detail["case"]!["sequence"]!.GetValue<long>() + 1;
        detail["case"]!["sequence"] = sequence;
        detail["case"]!["slice"]!["facts"]!["closedVersion"] = "1";
        var end = await EntryAsync(connection, "intake", "subject = @subject order by number desc limit 1", subject);
        await InsertAsync(connection, Copy(last, end.Number + 1, "CaseClosed", detail.ToJsonString(), end.Hash));
        await Corruption.RunAsync(connection, town,
            "update intake.audit_head h set number = e.number, hash = e.hash from (select * from intake.audit_entry where subject = '$reviewed' order by number desc limit 1) e where h.subject = '$reviewed'",
            $"update intake.case_card set version = {sequence} where case_id = '$reviewed'");
        foreach (var schema in new[] { "intake", "investigation", "review", "disposition", "notification", "oversight" })
        {
            await Corruption.RunAsync(connection, town,
                $"update {schema}.case_slice set sequence = {sequence}, slice = (select detail::jsonb->'case'->'slice' from intake.audit_entry where subject = '$reviewed' and action = 'CaseClosed') where case_id = '$reviewed' and owner = 'intake'");
        }
    }

    private static AuditEntry Copy(AuditEntry from, long number, string action, string detail, string previous)
    {
        AuditEntry With(string hash) => new()
        {
            Subject = from.Subject,
            Number = number,
            At = from.At,
            Action = action,
            ActorId = from.ActorId,
            OrganisationId = from.OrganisationId,
            Detail = detail,
            PreviousHash = previous,
            Hash = hash,
        };
        return With(With("").ComputeHash());
    }

    private static async Task<AuditEntry> EntryAsync(NpgsqlConnection connection, string schema, string which, Guid subject)
    {
#pragma warning disable CA2100 // Constants of this file.
        await using var command = new NpgsqlCommand($"{Database.In(schema, ChainEntry.Query)} where {which}", connection);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("subject", subject);
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return ChainEntry.Read(row).Entry;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, AuditEntry entry)
    {
        await using var insert = new NpgsqlCommand("insert into intake.audit_entry values (@1, @2, @3, @4, @5, @6, @7, @8, @9)", connection);
        object?[] values = [entry.Subject, entry.Number, entry.At, entry.Action, entry.ActorId, entry.OrganisationId, entry.Detail, entry.PreviousHash, entry.Hash];
        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters.AddWithValue($"{i + 1}", values[i] ?? DBNull.Value);
        }

        await insert.ExecuteNonQueryAsync();
    }
}
