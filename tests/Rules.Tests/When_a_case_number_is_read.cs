using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>Case numbers (案号), domain 3.4.</summary>
[Trait("Clause", "3.4")]
public sealed class When_a_case_number_is_read
{
    private static readonly string[] Types =
    [
        "行初", "行终", "行申", "行再", "行监", "行抗", "行他", "行赔初", "行赔终", "行赔申", "行赔再", "行赔监", "行赔抗", "行赔他",
        "行辖", "行辖终", "赔辖", "赔辖终", "行审", "行审复",
    ];

    private static readonly Gen<string> Lawful = Gen.Select(
        Gen.Int[2016, 2099], Gen.OneOf("最高法", "浙", "浙03", "浙0399", "京01", "兵0401"), Gen.Bool, Gen.OneOf(Types), Gen.Int[1, 99_999_999], Gen.OneOf("", "之一", "之十二"))
        .Select((year, court, special, type, seq, suffix) => $"（{year}）{court}{(special ? "知" : "")}{type}{seq}号{suffix}");

    /// <summary>A number as somebody might type it: other brackets, full-width digits, blanks.</summary>
    private static readonly Gen<string> Typed = Gen.Select(Lawful, Gen.OneOf("()", "[]", "〔〕", "（）"), Gen.Bool, Gen.Bool).Select((number, brackets, wide, spaced) =>
    {
        var typed = number.Replace('（', brackets[0]).Replace('）', brackets[1]);
        typed = wide ? string.Concat(typed.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)) : typed;
        return spaced ? string.Join(' ', typed.ToCharArray()) + "\u3000\n" : typed;
    });

    [Theory]
    [InlineData("（2019）浙03行终123号", "（2019）浙03行终123号")]
    [InlineData("(2015)浙温行终字第123号", "（2015）浙温行终字第123号")]
    [InlineData("（2019）浙03行终123号之一", "（2019）浙03行终123号之一")]
    [InlineData("（2019）最高法知行终1号", "（2019）最高法知行终1号")]
    [InlineData("（2022）浙行再9号", "（2022）浙行再9号")]
    [InlineData("\uFEFF（2022）浙\u200B行再9号", "（2022）浙行再9号")]
    [InlineData("［2024］ 浙 0302 行初 ８８ 号", "（2024）浙0302行初88号")]
    [InlineData("〔2024〕浙0399行赔初99001号", "（2024）浙0399行赔初99001号")]
    [InlineData("（2014）温鹿行初字第7号-2", "（2014）温鹿行初字第7号-2")]
    [InlineData("（1998）温行赔字第12号之二", "（1998）温行赔字第12号之二")]
    public void It_has_one_written_form(string typed, string normalised)
    {
        Assert.True(CaseNumber.TryParse(typed, out var number));
        Assert.Equal(normalised, number.Normalised);
    }

    [Theory]
    [InlineData("（2019）浙03民终123号", "a civil case")]
    [InlineData("2019浙03行终123号", "no brackets")]
    [InlineData("（2019浙03行终123号", "one bracket")]
    [InlineData("（2019）浙03行终0123号", "a leading zero")]
    [InlineData("（2019）浙030行终123号", "a court code of three digits")]
    [InlineData("（2019）浙03行终号", "no sequence")]
    [InlineData("（2019）浙03行终123", "no 号")]
    [InlineData("（2015）浙03行终123号", "the new form before 2016")]
    [InlineData("（2019）浙03行终123456789号", "a sequence of nine digits")]
    [InlineData("（2019）浙03行终123号之", "an empty suffix")]
    [InlineData("（2019）浙03行终123号之1", "a suffix in digits")]
    [InlineData("（2019）港03行终123号", "no such court")]
    [InlineData("（2019）浙03行诉前调123号", "mediation before a lawsuit")]
    [InlineData("（2015）浙温行终第123号", "the old form without 字")]
    [InlineData("（2015）浙温行终字第0123号", "the old form with a leading zero")]
    [InlineData("温政发〔2018〕28号", "a document number")]
    [InlineData("见（2019）浙03行终123号", "something before")]
    [InlineData("（2019）浙03行终123号判决", "something after")]
    [InlineData("", "nothing")]
    [InlineData(null, "nothing at all")]
    public void Anything_else_is_refused(string? typed, string because) => Assert.False(CaseNumber.TryParse(typed, out _), because);

    [Theory]
    [InlineData("之")]
    [InlineData("行")]
    [InlineData("（2019）浙03行终1号之一")]
    [InlineData("9")]
    public void However_long_it_is_it_is_read_in_one_pass(string repeated)
    {
        var typed = $"（2015）{string.Concat(Enumerable.Repeat(repeated, 20_000))}字第1号";
        Assert.False(CaseNumber.TryParse(typed, out _));
        Assert.False(CaseNumber.TryParse($"（2019）浙03行终1号之{string.Concat(Enumerable.Repeat("一", 20_000))}x", out _));
    }

    [Theory]
    [InlineData("（2026）浙0302行初123号", Instance.First, "330302")]
    [InlineData("（2026）浙03行终123号", Instance.Second, "330300")]
    [InlineData("（2026）浙行赔再9号", Instance.Retrial, "330000")]
    [InlineData("（2026）浙03行赔终1号", Instance.Second, "330300")]
    [InlineData("（2026）浙0302行审1号", null, "330302")]
    [InlineData("（2026）浙03行辖终1号", null, "330300")]
    [InlineData("（2026）最高法行申1号", null, null)]
    [InlineData("（2026）最高法行再1号", Instance.Retrial, null)]
    [InlineData("（2026）兵0401行初1号", Instance.First, null)]
    [InlineData("（2015）浙温行终字第123号", Instance.Second, null)]
    public void It_tells_of_the_instance_and_of_where_the_court_is(string typed, Instance? instance, string? region)
    {
        Assert.True(CaseNumber.TryParse(typed, out var number));
        Assert.Equal((instance, region), (number.Instance, number.CourtRegion));
    }

    [Fact]
    public void However_it_is_typed_it_is_the_same_number() => Typed.Sample(typed =>
    {
        Assert.True(CaseNumber.TryParse(typed, out var number), typed);
        Assert.True(CaseNumber.TryParse(number.Normalised, out var again));
        Assert.Equal(number.Normalised, again.Normalised);
        Assert.Equal(number, again);
    });

    [Fact]
    public void Its_parts_are_those_it_was_written_with() =>
        Gen.Select(Gen.Int[2016, 2099], Gen.OneOf("浙", "浙03", "浙0399"), Gen.OneOf(Types), Gen.Int[1, 99_999_999]).Sample((year, court, type, seq) =>
        {
            Assert.True(CaseNumber.TryParse($"({year}){court}{type}{seq}号", out var number));
            Assert.Equal((year, court, type, seq), (number.Year, number.Court, number.Type, number.Sequence));
        });

    [Fact]
    public void Two_numbers_are_equal_exactly_when_their_written_form_is() => Gen.Select(Lawful, Lawful).Sample((a, b) =>
    {
        Assert.True(CaseNumber.TryParse(a, out var first) & CaseNumber.TryParse(b, out var second));
        Assert.Equal(a == b, first == second);
    });
}
