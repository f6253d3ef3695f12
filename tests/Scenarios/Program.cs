using System.Text.Json;
using LostCases.Scenarios;

var file = args.LastOrDefault(a => a.EndsWith(".json", StringComparison.Ordinal)) ?? throw new ArgumentException("--mode rules|system [--only S01,S22] FILE");
var mode = Option("--mode") ?? "rules";
var only = Option("--only")?.Split(',');
using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file));
var (passed, failed) = (0, 0);
foreach (var scenario in document.RootElement.EnumerateArray().Select(e => new Scenario(e)).Where(s => only?.Contains(s.Id) != false))
{
    var differences = await Attempt.DifferencesAsync(scenario, mode);
    (passed, failed) = differences.Count == 0 ? (passed + 1, failed) : (passed, failed + 1);
    Console.WriteLine(differences.Count == 0 ? $"{scenario.Id} passed" : $"{scenario.Id} FAILED {string.Join(" | ", differences)}");
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 && passed > 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
