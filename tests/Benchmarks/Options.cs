using System.Globalization;

namespace LostCases.Benchmarks;

/// <summary>What is run and for how long; <c>--full</c> takes the long durations, a single option overrides either.</summary>
internal sealed record Options
{
    /// <summary>Pairs of floor and system at every number in flight, alternating.</summary>
    public required int Pairs { get; init; }

    /// <summary>Cases in flight.</summary>
    public required int[] InFlight { get; init; }

    /// <summary>Seconds of the system at each number in flight.</summary>
    public required int[] SystemSeconds { get; init; }

    /// <summary>Seconds of the floor.</summary>
    public required int FloorSeconds { get; init; }

    /// <summary>Seconds of cases that are not counted.</summary>
    public required int WarmUpSeconds { get; init; }

    /// <summary>Seconds in which nothing is asked.</summary>
    public required int IdleSeconds { get; init; }

    /// <summary>Seconds of an open loop at each of <see cref="Shares"/>.</summary>
    public required int OpenSeconds { get; init; }

    /// <summary>Shares of the capacity found at which cases begin, in percent.</summary>
    public required int[] Shares { get; init; }

    /// <summary>Of 100 cases, those with a joint review.</summary>
    public required int Joint { get; init; }

    /// <summary>Milliseconds between two looks at a person's to-dos.</summary>
    public required int LookEvery { get; init; }

    internal static Options Read(string[] words)
    {
        var full = words.Contains("--full");
        return new Options
        {
            Pairs = One("--pairs", full ? 5 : 3),
            InFlight = Many("--in-flight", [1, 8, 32]),
            SystemSeconds = Many("--system-seconds", full ? [120] : [14, 22, 34]),
            FloorSeconds = One("--floor-seconds", full ? 120 : 10),
            WarmUpSeconds = One("--warm-up-seconds", full ? 30 : 40),
            IdleSeconds = One("--idle-seconds", 30),
            OpenSeconds = One("--open-seconds", full ? 120 : 30),
            Shares = Many("--shares", full ? [50, 80] : [50]),
            Joint = One("--joint", 70),
            LookEvery = One("--look-every", 50),
        };

        int One(string name, int otherwise) => Many(name, [otherwise])[0];

        int[] Many(string name, int[] otherwise) => Array.IndexOf(words, name) is var at and >= 0 && at + 1 < words.Length
            ? [.. words[at + 1].Split(',').Select(w => int.Parse(w, CultureInfo.InvariantCulture))]
            : otherwise;
    }

    /// <summary>Seconds at the given place in <see cref="InFlight"/>; the last of the list goes for the rest.</summary>
    internal TimeSpan SystemTime(int place) => TimeSpan.FromSeconds(SystemSeconds[Math.Min(place, SystemSeconds.Length - 1)]);

    /// <summary>Whether the case of this number has a joint review: the share is spread evenly.</summary>
    internal bool IsJoint(long number) => number * Joint / 100 != (number + 1) * Joint / 100;
}
