using System.Globalization;
using LostCases.Benchmarks;

// Options: see Options.cs and the README; tests/bench.sh sets the addresses.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
return new Report(await Measurement.RunAsync(Options.Read(args))).Write() ? 0 : 1;
