using System.Security.Cryptography;
using LostCases.VerifyAudit;

if (Arguments.Read(args) is not { } asked)
{
    Console.Error.WriteLine("deploy/verify-audit FILE… [--checkpoints FOLDER] [--key PUBLIC.pem]");
    return 2;
}

var all = true;
foreach (var path in asked.Files)
{
    var (holds, said) = Look(path);
    all &= holds;
    Console.WriteLine($"{path}: {said}");
}

return all ? 0 : 1;

(bool, string) Look(string path)
{
    var content = File.ReadAllBytes(path);
    if (AuditFile.HeaderOf(content) is not { } header)
    {
        return (false, "line 1: it is no export of an audit trail");
    }

    // Only a plain name may lead to a file of the folder.
    var name = header.Owner.All(char.IsAsciiLetter) && asked.Checkpoints is { } folder ? Path.Combine(folder, header.Owner) : null;
    var pem = asked.Key ?? (name is null ? null : $"{name}.public.pem");
    if (pem is null || !File.Exists(pem))
    {
        return (false, $"there is no public key of {header.Owner}; name the folder of checkpoints, or the key");
    }

    using var key = ECDsa.Create();
    key.ImportFromPem(File.ReadAllText(pem));
    var (checkpoints, fault) = name is not null && File.Exists($"{name}.jsonl")
        ? CheckpointFile.Read(File.ReadAllBytes($"{name}.jsonl"), header.Owner, key, header.At)
        : (CheckpointFile.None(), null);
    if (fault is not null)
    {
        return (false, $"checkpoints, {fault}");
    }

    var file = AuditFile.Check(content, key, checkpoints);
    var seen = checkpoints.Count == 0 ? "no checkpoint is older" : $"{checkpoints.Count} checkpoints agree, the last of {checkpoints.LastAt}";
    return file.Fault is { } wrong
        ? (false, wrong.ToString())
        : (true, $"{file.Rows} rows of {file.Chains} chains hold as of {header.At}; {seen}; key {Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))}");
}
