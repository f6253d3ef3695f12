using LostCases.Platform;
using Npgsql;
using Xunit.Abstractions;

namespace LostCases.Check.Tests;

/// <summary>A checker that never failed proves nothing: each corruption must be found under its name.</summary>
[Collection("one town")]
public sealed class When_something_is_spoiled(Town town, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Corruptions.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_found(string name)
    {
        var corruption = Corruptions.All.Single(c => c.Name == name);
        output.WriteLine(corruption.ToString());
        var report = await town.LookAsync(corruption.Spoil);
        Assert.True(report.Violations.Any(v => v.Invariant == corruption.Invariant), $"{corruption}; found: {string.Join('\n', report.Lines)}");
        Assert.All(report.Lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public async Task A_document_that_is_gone_is_found() =>
        await SpoilFileAsync("documents.file", path => File.Move(path, path + ".kept"), path => File.Move(path + ".kept", path));

    [Fact]
    public async Task A_byte_changed_in_a_document_is_found()
    {
        void Flip(string path)
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        await SpoilFileAsync("documents.file", Flip, Flip);
    }

    [Fact]
    public async Task A_file_that_its_owner_should_have_removed_is_found()
    {
        var path = Path.Combine(Town.Files, "review", "stray");
        try
        {
            await File.WriteAllTextAsync(path, "x");
            Assert.Empty((await town.LookAsync()).Lines);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-4));
            Assert.Contains((await town.LookAsync()).Violations, v => v.Invariant == "documents.orphan");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_chain_rewritten_from_its_first_entry_is_found_by_a_checkpoint()
    {
        using var auditor = await Office.AdministratorAsync("AUDIT_ADMIN");
        (await auditor.GetAsync(new Uri("/api/intake/audit/export", UriKind.Relative))).EnsureSuccessStatusCode(); // writes a checkpoint
        var report = await town.LookAsync(async (connection, _) =>
        {
            await using var find = new NpgsqlCommand("select subject from intake.audit_head where number = 1 and subject in (select subject from intake.audit_entry where action = 'AgencyChanged') limit 1", connection);
            var forged = new AuditEntry
            {
                Subject = (Guid)(await find.ExecuteScalarAsync())!,
                Number = 1,
                At = DateTimeOffset.UnixEpoch,
                Action = "AgencyChanged",
                Detail = "{}",
                PreviousHash = "",
                Hash = "2:",
            };
            await using var forge = new NpgsqlCommand(
                """
                update intake.audit_entry set at = '1970-01-01Z', detail = '{}', actor_id = null, organisation_id = null, hash = @hash where subject = @subject;
                update intake.audit_head set hash = @hash where subject = @subject;
                """, connection);
            forge.Parameters.AddWithValue("hash", forged.ComputeHash());
            forge.Parameters.AddWithValue("subject", forged.Subject);
            await forge.ExecuteNonQueryAsync();
        });

        Assert.Equal(["audit.checkpoint"], report.Violations.Select(v => v.Invariant));
    }

    private async Task SpoilFileAsync(string invariant, Action<string> spoil, Action<string> undo)
    {
        var path = Directory.EnumerateFiles(Path.Combine(Town.Files, "investigation"), "*", SearchOption.AllDirectories).First();
        spoil(path);
        try
        {
            Assert.Contains((await town.LookAsync()).Violations, v => v.Invariant == invariant);
        }
        finally
        {
            undo(path);
        }

        Assert.Empty((await town.LookAsync()).Lines);
    }
}
