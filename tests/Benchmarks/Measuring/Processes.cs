using System.Globalization;
using LostCases.Harness;

namespace LostCases.Benchmarks.Measuring;

/// <summary>What one process of the system, with its children, has used and holds.</summary>
internal sealed record Usage(double CpuSeconds, double Megabytes);

/// <summary>The running system as <c>/proc</c> shows it, by the process ids its start left behind.</summary>
internal static class Processes
{
    /// <summary>Of <c>/proc</c>.</summary>
    internal const double TicksPerSecond = 100;

    internal static readonly string[] OfServers = ["postgres", "rabbitmq", "epmd"];

    /// <summary>Resident memory, of what processes have in common each its share (PSS).</summary>
    internal static SortedDictionary<string, Usage> Read()
    {
        var all = Directory.GetDirectories("/proc").Select(d => Path.GetFileName(d)!).Where(n => char.IsAsciiDigit(n[0])).Select(Stat).OfType<ProcessStat>().ToList();
        var found = new SortedDictionary<string, Usage>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Installation.State, "run"), "*.pid"))
        {
            var (name, leader) = (Path.GetFileNameWithoutExtension(file), int.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture));
            var members = With(leader, all);
            found[name] = new Usage(members.Sum(m => m.Ticks) / TicksPerSecond, members.Sum(m => Kilobytes(m.Id)) / 1024);
        }

        return found;
    }

    private static List<ProcessStat> With(int leader, List<ProcessStat> all)
    {
        var members = all.Where(p => p.Id == leader).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(all.Where(p => p.Parent == members[i].Id));
        }

        return members;
    }

    private static ProcessStat? Stat(string id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            // Own time and that of children that have ended: of these only the parent knows.
            return new ProcessStat(int.Parse(id, CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static double Kilobytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(l => l.StartsWith("Pss:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private sealed record ProcessStat(int Id, int Parent, long Ticks);
}
