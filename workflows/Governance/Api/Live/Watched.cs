using System.Collections.Concurrent;
using System.Globalization;

namespace LostCases.Governance.Api.Live;

/// <summary>Which instances somebody looks at just now, by connection.</summary>
internal sealed class Watched
{
    private readonly ConcurrentDictionary<string, Guid> _byConnection = new();

    /// <summary>All of them.</summary>
    internal IReadOnlySet<Guid> All => _byConnection.Values.ToHashSet();

    /// <summary>Name of the group of those who look at an instance.</summary>
    internal static string Group(Guid instance) => string.Create(CultureInfo.InvariantCulture, $"instance-{instance:N}");

    internal void Add(string connection, Guid instance) => _byConnection[connection] = instance;

    internal void Remove(string connection) => _byConnection.TryRemove(connection, out _);
}
