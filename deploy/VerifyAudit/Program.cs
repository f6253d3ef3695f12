using LostCases.VerifyAudit;

if (Arguments.Read(args) is not { } asked)
{
    Console.Error.WriteLine("deploy/verify-audit FILE… [--checkpoints FOLDER] [--key PUBLIC.pem]");
    return 2;
}

var all = true;
foreach (var path in asked.Files)
{
    var (holds, said) = Verification.Of(path, asked);
    all &= holds;
    Console.WriteLine($"{path}: {said}");
}

return all ? 0 : 1;
