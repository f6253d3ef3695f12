using System.Globalization;

namespace LostCases.Portal;

/// <summary>
/// How far the demo's loader is (演示数据装载进度): it writes "done total" into a file every few seconds and removes it at the end. One that
/// has not been written for a while was left by a loader that was killed, and says nothing.
/// </summary>
internal sealed class DemoLoading(PortalSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    /// <summary>Cases loaded and cases there will be; null while nothing is being loaded.</summary>
    internal (int Done, int Total)? Read()
    {
        if (!settings.IsDemo || settings.DemoFolder.Length == 0)
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(settings.DemoFolder, "progress"));
        try
        {
            return file.Exists && file.LastWriteTimeUtc > (time.GetUtcNow() - Stale).UtcDateTime && File.ReadAllText(file.FullName).Split(' ') is [var done, var total]
                ? (int.Parse(done, CultureInfo.InvariantCulture), int.Parse(total, CultureInfo.InvariantCulture))
                : null;
        }
        catch (IOException)
        {
            return null; // removed at this moment
        }
    }
}
