using System.Security.Cryptography;
using LostCases.Check.Reading;
using LostCases.Platform;

namespace LostCases.Check.Invariants;

/// <summary>Every document's content lies in its owner's folder as it was stored, and nothing else does.</summary>
internal sealed class Documents(Database database, Report report, string? files)
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(3);

    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var schema in files is null ? [] : database.CaseOwners)
        {
            report.Checked(2);
            var owner = new DocumentFolder(new PlatformOptions { Owner = schema, Files = Path.Combine(files!, schema) });
            var known = new HashSet<string>();
            await foreach (var row in database.RowsAsync($"select id, case_id, length, sha256 from {schema}.document", ct))
            {
                var path = owner.PathOf(row.GetGuid(0));
                known.Add(Path.GetFullPath(path));
                var (caseId, expected) = (row.GetGuid(1), $"{row.GetInt64(2)} bytes, {row.GetString(3)}");
                var seen = await SeenAsync(path, ct);
                if (seen != expected)
                {
                    report.Add("documents.file", schema, caseId, $"{expected} in {path}", seen);
                }
            }

            Strangers(schema, known);
        }
    }

    private static async Task<string> SeenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return "no file";
        }

        await using var file = File.OpenRead(path);
        return $"{file.Length} bytes, {Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct))}";
    }

    private void Strangers(string schema, HashSet<string> known)
    {
        var folder = Path.Combine(files!, schema);
        var old = DateTime.UtcNow - Grace;
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            if (!known.Contains(Path.GetFullPath(path)) && File.GetLastWriteTimeUtc(path) < old)
            {
                report.Add("documents.orphan", schema, null, "a row for every file", path);
            }
        }
    }
}
