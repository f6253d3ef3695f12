using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>Unified social credit codes (统一社会信用代码), GB 32100-2015; domain 3.3.</summary>
[Trait("Clause", "3.3")]
public sealed class When_a_credit_code_is_checked
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] Valid =
        ["11330399MB9900005W", "11330399MB9900013P", "11330399MB9900021J", "12330399MB990003X7", "11330399MB9900048A"];

    [Fact]
    public void The_synthetic_codes_are_valid() => Assert.All(Valid, code => Assert.True(CreditCode.IsValid(code), code));

    [Fact]
    public void Changing_any_one_character_makes_it_invalid() => Assert.All(
        from code in Valid from place in Enumerable.Range(0, 18) from other in Alphabet where code[place] != other select (code, place, other),
        change => Assert.False(CreditCode.IsValid(Change(change.code, change.place, change.other)), $"{change}"));

    [Fact]
    public void A_character_outside_the_alphabet_makes_it_invalid() => Assert.All(
        from code in Valid from place in Enumerable.Range(0, 18) from other in "IOSVZaz-１ " select Change(code, place, other),
        code => Assert.False(CreditCode.IsValid(code), code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11330399MB9900005")]
    [InlineData("11330399MB9900005WW")]
    [InlineData(" 11330399MB9900005W")]
    [InlineData("11330399mb9900005w")]
    public void Another_length_or_small_letters_are_invalid(string? code) => Assert.False(CreditCode.IsValid(code));

    [Fact]
    public void Swapping_two_different_neighbours_makes_it_invalid() => Gen.Select(Gen.OneOf(Valid), Gen.Int[0, 16]).Sample((code, place) =>
    {
        var swapped = Change(Change(code, place, code[place + 1]), place + 1, code[place]);
        return CreditCode.IsValid(swapped) == (swapped == code);
    });

    private static string Change(string code, int place, char other) => $"{code[..place]}{other}{code[(place + 1)..]}";
}
