using System.Globalization;
using CsCheck;

namespace LostCases.Elsa.Tests;

/// <summary>Chains by chance within the subset the gate allows: lines, detours by a fact, returns, forks with their join.</summary>
internal static class RandomChain
{
    /// <summary>A chain in the words of a drawing.</summary>
    internal static Gen<string> Gen { get; } = CsCheck.Gen.Int[0, int.MaxValue - 1].Select(Draw);

    /// <summary>The chain of a seed, always the same.</summary>
    internal static string Draw(int seed) => new Draft(seed).Draw();

    private sealed class Draft(int seed)
    {
        private static readonly string[] Steps = ["Investigate", "SubmitReport", "SendFeedback", "ReceiveFeedback", "FileWithCity", "CloseCase"];
        private readonly PCG _random = new(1, (ulong)seed);
        private readonly List<string> _boxes = ["start Elsa.Start", "end Elsa.End"];
        private readonly List<string> _arrows = [];
        private int _count;

        internal string Draw()
        {
            var last = Blocks("start", depth: 0);
            _arrows.Add($"{last} > end");
            return string.Join('\n', _boxes.Concat(_arrows));
        }

        /// <summary>Some blocks in a row; gives the port the row ends at.</summary>
        private string Blocks(string from, int depth)
        {
            for (var n = 1 + Pick(3); n > 0; n--)
            {
                from = (depth < 2 ? Pick(4) : 0) switch
                {
                    1 => Detour(from),
                    2 => Returns(from),
                    3 => Fork(from, depth),
                    _ => Step(from),
                };
            }

            return from;
        }

        private string Step(string from) => Box(from, Steps[Pick(Steps.Length)]);

        private string Detour(string from)
        {
            var decide = Box(from, "Decide fact=county operator=Equals value=TRUE");
            var step = Step($"{decide}:True");
            var meet = Box(step, "Meet");
            _arrows.Add($"{decide}:False > {meet}");
            return meet;
        }

        private string Returns(string from)
        {
            var review = Box(from, "Review");
            var supplement = Box($"{review}:Returned", "Supplement");
            var joint = Box($"{review}:JointReview", "JointReview");
            _arrows.Add($"{supplement} > {review}");
            _arrows.Add($"{joint} > {review}");
            return $"{review}:Completed";
        }

        private string Fork(string from, int depth)
        {
            var names = new[] { "A", "B", "C" }[..(2 + Pick(2))];
            var fork = Box(from, $"Elsa.FlowFork branches=[{string.Join(',', names.Select(n => $"\"{n}\""))}]");
            var ends = names.Select(n => Blocks($"{fork}:{n}", depth + 1)).ToList();
            var join = Box(ends[0], "Elsa.FlowJoin mode=WaitAll");
            _arrows.AddRange(ends.Skip(1).Select(e => $"{e} > {join}"));
            return join;
        }

        private string Box(string from, string what)
        {
            var id = $"b{(++_count).ToString(CultureInfo.InvariantCulture)}";
            _boxes.Add($"{id} {what}");
            _arrows.Add($"{from} > {id}");
            return id;
        }

        private int Pick(int below) => (int)_random.Next((uint)below);
    }
}
