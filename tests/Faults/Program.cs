using LostCases.Faults;

// --cases N --kills N --seed N: cases go from judgment to closing while processes are killed; every case must end as an undisturbed one does.
var cases = Number("--cases", 12);
var kills = Number("--kills", 20);
var seed = Number("--seed", Environment.TickCount & int.MaxValue);
Console.WriteLine($"{cases} cases, {kills} kills, seed {seed}");

var town = await Town.OpenAsync();
var calm = await new Walk(town, number: 0).RunAsync();
Console.WriteLine($"undisturbed: {calm}");

var killer = new Killer(kills, new Random(seed));
var walks = new Crowd(town, cases).RunAsync();
var disturbing = killer.RunAsync();
var ends = await walks;
killer.Stop();
await disturbing;

foreach (var (number, end) in ends.Where(e => e.End != calm))
{
    Console.WriteLine($"case {number}: {end}");
}

var well = ends.Count(e => e.End == calm);
Console.WriteLine($"killed: {killer}");
Console.WriteLine($"{well} passed, {ends.Length - well} failed");
return well == ends.Length ? 0 : 1;

int Number(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
