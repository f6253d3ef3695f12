using System.Globalization;
using LostCases.Benchmarks;
using LostCases.Benchmarks.Engines;
using LostCases.Benchmarks.Lists;

// Options: see Options.cs and the README; tests/bench.sh sets the addresses.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["--lists", var cases] => await ListLoad.RunAsync(int.Parse(cases, CultureInfo.InvariantCulture)),
    ["--engines", ..] => await EngineLoad.RunAsync(Options.Read(args)),
    _ => new Report(await Measurement.RunAsync(Options.Read(args))).Write(),
} ? 0 : 1;
