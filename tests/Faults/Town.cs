using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>A county with its people, made once while nothing is disturbed.</summary>
internal sealed class Town
{
    private readonly Office _office;
    private int _entered;

    private Town(Office office) => _office = office;

    internal HttpClient Officer { get; private set; } = null!;

    internal HttpClient Reviewer { get; private set; } = null!;

    internal HttpClient Court { get; private set; } = null!;

    internal HttpClient Organiser { get; private set; } = null!;

    /// <summary>Doors that people come through in turn; by default the one public address.</summary>
    internal IReadOnlyList<Uri> Doors { get; set; } = [Office.Address];

    internal Guid this[string organisation] => _office[organisation];

    internal static async Task<Town> OpenAsync()
    {
        var office = await Office.OpenAsync();
        await office.AddAsync("orgDept", "示例县委组织部", "ORG_DEPT", "county");
        return new Town(office)
        {
            Officer = await office.Officer,
            Reviewer = await office.Reviewer,
            Court = await office.Court,
            Organiser = await office.PersonAsync("orgDept", "ORG_LIAISON"),
        };
    }

    internal Dictionary<string, object?> Registration() => _office.Registration();

    /// <summary>The path behind the next door.</summary>
    internal Uri Enter(string path) => new(Doors[(int)((uint)Interlocked.Increment(ref _entered) % (uint)Doors.Count)], path);
}
