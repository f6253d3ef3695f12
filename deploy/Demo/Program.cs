using System.Runtime.InteropServices;
using LostCases.Demo;

if (Settings.FromEnvironment() is not { } settings || args is not ([] or ["--verify"]))
{
    Console.Error.WriteLine("deploy/up.sh runs this for a demo: it sets LOSTCASES__DEMO=1, PUBLICURL, GATEWAYURL, CREDENTIALS, ORGANISATIONS and DEMOFOLDER. --verify: looks whether everything promised is there.");
    return 2;
}

if (args is ["--verify"])
{
    return await Promises.VerifyAsync(settings, Console.WriteLine, default) ? 0 : 1;
}

using var stopping = new CancellationTokenSource();
using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
try
{
    var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").DateTime);
    return await new Loader(settings, today, Log).RunAsync(stopping.Token) ? 0 : 1;
}
catch (Exception) when (stopping.IsCancellationRequested)
{
    Log("Stopped; the next run goes on from here.");
    return 0;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

static void Log(string line) => Console.WriteLine($"{DateTimeOffset.UtcNow:u} {line}");
