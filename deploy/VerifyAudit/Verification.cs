using System.Security.Cryptography;

namespace LostCases.VerifyAudit;

/// <summary>What is said of one file.</summary>
/// <param name="Holds">Whether all of it holds.</param>
/// <param name="Said">What holds, or the first fault.</param>
internal sealed record Verification(bool Holds, string Said)
{
    /// <summary>Checks the file against the key and the checkpoints of its owner.</summary>
    internal static Verification Of(string path, Arguments asked)
    {
        var content = File.ReadAllBytes(path);
        if (AuditFile.HeaderOf(content) is not { } header)
        {
            return new(false, "line 1: it is no export of an audit trail");
        }

        // Only a plain name may lead to a file of the folder.
        var name = header.Owner.All(char.IsAsciiLetter) && asked.Checkpoints is { } folder ? Path.Combine(folder, header.Owner) : null;
        var pem = asked.Key ?? (name is null ? null : $"{name}.public.pem");
        if (pem is null || !File.Exists(pem))
        {
            return new(false, $"there is no public key of {header.Owner}; name the folder of checkpoints, or the key");
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(pem));
        var (checkpoints, fault) = name is not null && File.Exists($"{name}.jsonl")
            ? CheckpointFile.Read(File.ReadAllBytes($"{name}.jsonl"), header.Owner, key, header.At)
            : (CheckpointFile.None(), null);
        return fault is null ? Of(AuditFile.Check(content, key, checkpoints), header, checkpoints, key) : new(false, $"checkpoints, {fault}");
    }

    private static Verification Of(AuditFile file, AuditHeader header, CheckpointFile checkpoints, ECDsa key)
    {
        if (file.Fault is { } wrong)
        {
            return new(false, wrong.ToString());
        }

        var seen = checkpoints.Count == 0 ? "no checkpoint is older" : $"{checkpoints.Count} checkpoints agree, the last of {checkpoints.LastAt}";
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        return new(true, $"{file.Rows} rows of {file.Chains} chains hold as of {header.At}; {seen}; key {fingerprint}");
    }
}
