using System.Collections.Concurrent;
using LostCases.Harness;

namespace LostCases.Benchmarks.County;

/// <summary>The county whose people work on all cases, and how long each waited for the one before.</summary>
internal sealed class Town
{
    private readonly ConcurrentBag<double> _hops = [];

    private Town(Office office) => Office = office;

    internal Office Office { get; }

    internal HttpClient Court { get; private set; } = null!;

    internal HttpClient Personnel { get; private set; } = null!;

    internal Desk Officer { get; private set; } = null!;

    internal Desk Reviewer { get; private set; } = null!;

    internal int Looks => Officer.Looks + Reviewer.Looks;

    internal static async Task<Town> OpenAsync(TimeSpan lookEvery)
    {
        var town = new Town(await Office.OpenAsync());
        await town.Office.AddAsync("orgDept", "示例县委组织部", "ORG_DEPT", "county");
        town.Court = await town.Office.Court;
        town.Personnel = await town.Office.PersonAsync("orgDept", "ORG_LIAISON");
        town.Officer = new Desk(await town.Office.Officer, lookEvery);
        town.Reviewer = new Desk(await town.Office.Reviewer, lookEvery);
        return town;
    }

    /// <summary>Both desks at work until it is stopped.</summary>
    internal Task WorkAsync(CancellationToken stop) => Task.WhenAll(Officer.RunAsync(stop), Reviewer.RunAsync(stop));

    /// <summary>Milliseconds from an act being answered to the next person's to-do being seen.</summary>
    internal void Note(double hop) => _hops.Add(hop);

    /// <summary>What was noted, in order of size; the next begins anew.</summary>
    internal double[] TakeHops()
    {
        double[] taken = [.. _hops.Order()];
        _hops.Clear();
        return taken;
    }
}
