using System.Security.Cryptography;
using System.Text;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.VerifyAudit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LostCases.Services.Tests;

/// <summary>The exported trail and the checkpoints, read by the verifier that knows nothing of the product.</summary>
public sealed class When_an_audit_trail_is_exported(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Spoilings = 1000;
    private static readonly Person Auditor = new(null, Roles.AuditAdmin);
    private readonly string _folder = Directory.CreateTempSubdirectory("lostcases-checkpoints-").FullName;
    private readonly ECDsa _key = ECDsa.Create();
    private IntakeOffice _office = null!;

    public async Task InitializeAsync()
    {
        _office = new IntakeOffice { Settings = { ["LostCases:Checkpoints"] = _folder, ["LostCases:CheckpointKey"] = "for this test" } };
        await _office.InitializeAsync();
        for (var n = 0; n < 6; n++)
        {
            var id = await _office.RegisterAsync();
            await _office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/reopen-scope", new { reason = "见通知书" });
            await _office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-in-scope", new { });
        }

        await CheckpointAsync();
        _key.ImportFromPem(await File.ReadAllTextAsync(Path.Combine(_folder, "intake.public.pem")));
    }

    public async Task DisposeAsync()
    {
        _key.Dispose();
        await _office.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_holds_agrees_with_the_checkpoints_and_tells_nothing_of_a_case()
    {
        var content = await ExportAsync();

        var file = AuditFile.Check(content, _key, await CheckpointsAsync());

        Assert.Null(file.Fault);
        Assert.Equal(await _office.Database.CountAsync("intake.audit_entry"), file.Rows);
        Assert.DoesNotContain("浙99行终", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.DoesNotContain("见通知书", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_thousand_changes_deletions_swaps_and_cuts_each_is_found_and_the_first_bad_row_is_named()
    {
        var content = await ExportAsync();
        var checkpoints = await CheckpointsAsync();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Assert.Null(AuditFile.Check(content, _key, checkpoints).Fault);

        for (var n = 0; n < Spoilings; n++)
        {
            var (spoiled, line, how) = (n % 4) switch
            {
                0 => Change(content, random),
                1 => Delete(content, random),
                2 => Swap(content, random),
                _ => Cut(content, random),
            };
            var fault = AuditFile.Check(spoiled, _key, checkpoints).Fault;
            Assert.True(fault is not null, $"not found: {how}, seed {seed}");
            Assert.True(line is null || fault.Line == line, $"{how}: line {line} is the first bad one, not {fault}; seed {seed}");
        }
    }

    [Theory]
    [InlineData("action = 'CaseClosed'", "is not that of its content")]
    [InlineData("at = at + interval '1 ms'", "is not that of its content")]
    [InlineData("detail = '{}'", "is not that of its content")]
    public async Task A_row_changed_in_the_database_is_named(string change, string fault)
    {
        await _office.Database.RunAsync($"update intake.audit_entry set {change} where number = 1 and subject = (select max(subject::text)::uuid from intake.audit_entry where number > 1)");

        var found = AuditFile.Check(await ExportAsync(), _key, CheckpointFile.None()).Fault;

        Assert.NotNull(found?.Row);
        Assert.Contains(fault, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_rewritten_from_its_first_entry_contradicts_a_checkpoint()
    {
        await using (var scope = _office.Service.Services.CreateAsyncScope())
        {
            var chain = scope.ServiceProvider.GetRequiredService<IntakeDbContext>().Audit.Where(a => a.Number == 1).OrderBy(a => a.Subject).First();
            var forged = new AuditEntry
            {
                Subject = chain.Subject,
                Number = 1,
                At = chain.At,
                Action = "NothingHappened",
                Detail = "{}",
                PreviousHash = "",
                Hash = "2:",
            }.ComputeHash();
            await _office.Database.RunAsync(
                $"""
                delete from intake.audit_entry where subject = '{chain.Subject}' and number > 1;
                update intake.audit_entry set action = 'NothingHappened', actor_id = null, organisation_id = null, detail = '{"{}"}', hash = '{forged}' where subject = '{chain.Subject}';
                update intake.audit_head set number = 1, hash = '{forged}' where subject = '{chain.Subject}';
                """);
        }

        var content = await ExportAsync();
        var found = AuditFile.Check(content, _key, await CheckpointsAsync()).Fault;

        Assert.Null(AuditFile.Check(content, _key, CheckpointFile.None()).Fault); // alone it is a chain like any other
        Assert.Contains("a checkpoint has", found?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_that_was_changed_or_taken_out_is_found()
    {
        await _office.RegisterAsync();
        await CheckpointAsync();
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "intake.jsonl"));
        Assert.True(lines.Length > 1);

        Assert.NotNull(Read([.. lines[1..]]).Fault);
        Assert.NotNull(Read([lines[0].Replace("\"number\":", "\"number\":1", StringComparison.Ordinal), .. lines[1..]]).Fault);
        Assert.Null(Read(lines).Fault);
    }

    [Fact]
    public async Task Without_anything_new_there_is_no_new_checkpoint()
    {
        var before = await File.ReadAllTextAsync(Path.Combine(_folder, "intake.jsonl"));
        await CheckpointAsync();
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_folder, "intake.jsonl")));
    }

    [Fact]
    public async Task Only_the_audit_administrator_gets_it()
    {
        foreach (var (who, status) in new[] { (IntakeOffice.Reviewer, 403), (new Person(null, Roles.SysAdmin), 403), (Auditor, 200) })
        {
            using var client = _office.Service.As(who);
            using var export = await client.GetAsync(new Uri("/api/intake/audit/export", UriKind.Relative));
            using var state = await client.GetAsync(new Uri("/api/intake/audit", UriKind.Relative));
            Assert.Equal((status, status), ((int)export.StatusCode, (int)state.StatusCode));
        }
    }

    private static (byte[], long?, string) Change(byte[] content, Random random)
    {
        var at = random.Next(content.Length);
        var spoiled = (byte[])content.Clone();
        spoiled[at] = (byte)(spoiled[at] + random.Next(1, 256));
        return (spoiled, RowAt(content, at), $"byte {at} {content[at]} to {spoiled[at]}");
    }

    private static (byte[], long?, string) Delete(byte[] content, Random random)
    {
        var lines = Lines(content);
        var at = random.Next(lines.Count);
        return (Join(lines.Where((_, i) => i != at)), IsRow(lines[at]) ? at + 1 : null, $"line {at + 1} deleted");
    }

    private static (byte[], long?, string) Swap(byte[] content, Random random)
    {
        var lines = Lines(content);
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count - 1));
        other += other >= one ? 1 : 0;
        (lines[one], lines[other]) = (lines[other], lines[one]);
        var first = Math.Min(one, other);
        return (Join(lines), IsRow(lines[one]) && IsRow(lines[other]) ? first + 1 : null, $"lines {one + 1} and {other + 1} swapped");
    }

    private static (byte[], long?, string) Cut(byte[] content, Random random)
    {
        var left = random.Next(content.Length);
        return (content[..left], null, $"cut after {left} bytes");
    }

    private static long? RowAt(byte[] content, int at)
    {
        var lines = Lines(content);
        var line = content.AsSpan(0, at).Count((byte)'\n');
        return IsRow(lines[line]) ? line + 1 : null;
    }

    private static bool IsRow(string line) => line.Contains("\"detailSha256\"", StringComparison.Ordinal);

    private static List<string> Lines(byte[] content) => [.. Encoding.UTF8.GetString(content).TrimEnd('\n').Split('\n')];

    private static byte[] Join(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    private (CheckpointFile Checkpoints, Fault? Fault) Read(string[] lines) => CheckpointFile.Read(Join(lines), "intake", _key);

    private async Task<CheckpointFile> CheckpointsAsync()
    {
        var (checkpoints, fault) = CheckpointFile.Read(await File.ReadAllBytesAsync(Path.Combine(_folder, "intake.jsonl")), "intake", _key);
        Assert.Null(fault);
        return checkpoints;
    }

    private Task CheckpointAsync() => _office.Service.Services.GetRequiredService<Checkpoints>().WriteAsync(CancellationToken.None);

    private async Task<byte[]> ExportAsync()
    {
        using var client = _office.Service.As(Auditor);
        return await client.GetByteArrayAsync(new Uri("/api/intake/audit/export", UriKind.Relative));
    }
}
