using System.Text.Json;

namespace LostCases.Rules.Tests;

/// <summary>The state machine as agreed before the code (domain 2.2), from <c>Data/state-machine.json</c>.</summary>
internal sealed record AgreedMachine(
    IReadOnlyList<AgreedTransition> Transitions,
    IReadOnlyDictionary<string, (string Route, string Clause)> Routing,
    IReadOnlyDictionary<string, string> Superior)
{
    internal static AgreedMachine Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "state-machine.json")));
        return new AgreedMachine(
            [.. json.RootElement.GetProperty("transitions").EnumerateArray().Select(AgreedTransition.Read)],
            json.RootElement.GetProperty("routing").EnumerateObject().ToDictionary(r => r.Name, r => (r.Value[0].GetString()!, r.Value[1].GetString()!)),
            json.RootElement.GetProperty("superior").EnumerateObject().ToDictionary(r => r.Name, r => r.Value.GetString()!));
    }
}

/// <summary>One transition.</summary>
/// <param name="Id">T01 …</param>
/// <param name="Event">As the enum names it.</param>
/// <param name="From">States it starts from; empty where it begins a case.</param>
/// <param name="To">State it leads to; null where it leads back.</param>
internal sealed record AgreedTransition(string Id, Transition Event, IReadOnlyList<CaseState> From, CaseState? To)
{
    internal static AgreedTransition Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        Enum.Parse<Transition>(json.GetProperty("event").GetString()!, ignoreCase: true),
        [.. json.GetProperty("from").EnumerateArray().Select(s => s.GetString()!).Where(s => s != "[*]").Select(State)],
        json.GetProperty("to").GetString() is { } to && to[0] != '(' ? State(to) : null);

    private static CaseState State(string code) => Code.TryParse<CaseState>(code, out var state) ? state : throw new FormatException(code);
}
