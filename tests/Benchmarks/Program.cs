using System.Globalization;
using LostCases.Benchmarks;
using LostCases.Benchmarks.Lists;

// Options: see Options.cs and the README; tests/bench.sh sets the addresses.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return args is ["--lists", var cases]
    ? await ListLoad.RunAsync(int.Parse(cases, CultureInfo.InvariantCulture)) ? 0 : 1
    : new Report(await Measurement.RunAsync(Options.Read(args))).Write() ? 0 : 1;
