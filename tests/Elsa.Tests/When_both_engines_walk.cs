using System.Text.Json;
using CsCheck;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>The simulator says what Elsa does: state, steps opened and journal, line by line, after every answer.</summary>
public sealed class When_both_engines_walk(ChainOffice office) : IClassFixture<ChainOffice>
{
    private static readonly Gen<(int Which, int Port)[]> Choices = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 30];
    private static readonly int Seeds = int.TryParse(Environment.GetEnvironmentVariable("LOSTCASES_TEST_SEEDS"), out var n) ? n : 40;
    private static readonly Lazy<JsonElement> Shipped = new(() => JsonDocument.Parse(Drawing.Shipped).RootElement);

    [Fact]
    public Task The_shipped_chain_is_walked_alike() => Choices.SampleAsync(
        async choices => Assert.Null(await Twin.DifferenceAsync(office, Shipped.Value, choices)), iter: 30, threads: 1);

    [Fact]
    public Task Any_chain_of_the_allowed_subset_is_walked_alike() => Gen.Select(RandomChain.Gen, Choices).SampleAsync(
        async (chain, choices) =>
        {
            var difference = await Twin.DifferenceAsync(office, Drawing.Model(chain), choices);
            Assert.True(difference is null, $"{difference}\n{chain}");
        },
        iter: 60,
        threads: 1);

    /// <summary>The seeds are numbers from 1 on, so a run can be repeated by anybody; <c>LOSTCASES_TEST_SEEDS</c> says how many (40).</summary>
    [Fact]
    public async Task The_chains_of_the_first_seeds_are_walked_alike()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (random, chain) = (new PCG(3, (ulong)seed), RandomChain.Draw(seed));
            var choices = Enumerable.Range(0, (int)random.Next(31)).Select(_ => ((int)random.Next(101), (int)random.Next(101))).ToArray();
            var difference = await Twin.DifferenceAsync(office, Drawing.Model(chain), choices);
            Assert.True(difference is null, $"seed {seed}: {difference}\n{chain}");
        }
    }
}
