using System.Text.Json;
using CsCheck;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>The simulator says what Elsa does: state, steps opened and journal, line by line, after every answer.</summary>
public sealed class When_both_engines_walk(ChainOffice office) : IClassFixture<ChainOffice>
{
    private static readonly Gen<(int Which, int Port)[]> Choices = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 30];
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
}
