namespace LostCases.Check;

/// <summary>Something that does not hold.</summary>
/// <param name="Invariant">Name of the invariant, e.g. <c>audit.hash</c>.</param>
/// <param name="Schema">Owner's schema.</param>
/// <param name="Subject">The case, or what else it is about; null where it is about none.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Seen">What was there.</param>
public sealed record Violation(string Invariant, string Schema, Guid? Subject, string Expected, string Seen)
{
    /// <summary>The one line it is printed as.</summary>
    public string Line(IReadOnlyDictionary<Guid, string> codes)
    {
        var subject = Subject is { } id ? codes.GetValueOrDefault(id, id.ToString()) : "-";
        return $"{Invariant} {Schema} {subject}: expected {OneLine(Expected)}; seen {OneLine(Seen)}";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>What was checked and what was found.</summary>
public sealed class Report
{
    private readonly List<Violation> _violations = [];

    /// <summary>Checks made: one for each invariant and schema.</summary>
    public int Checks { get; private set; }

    /// <summary>Everything that does not hold.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>System numbers of the cases the violations are about.</summary>
    public IReadOnlyDictionary<Guid, string> Codes { get; internal set; } = new Dictionary<Guid, string>();

    /// <summary>One line for each violation.</summary>
    public IEnumerable<string> Lines => _violations.Select(v => v.Line(Codes));

    internal void Checked(int times = 1) => Checks += times;

    internal void Add(string invariant, string schema, Guid? subject, string expected, string seen) =>
        _violations.Add(new Violation(invariant, schema, subject, expected, seen));
}
