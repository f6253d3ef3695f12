namespace LostCases.Documents.Tests;

[Trait("Clause", "N4.3-c")]
public sealed class When_an_exemption_is_certified
{
    private static readonly ExemptionFacts Facts = new(
        "瓯越市委组织部", "某甲", "云江县综合行政执法局", "（2026）浙99行终1234号", "创新工作政策界限不明", "瓯组认〔2026〕3号", new DateOnly(2026, 11, 3), []);

    [Fact]
    public void It_says_who_by_whom_and_what_it_protects_from()
    {
        var text = Forms.PdfText(LetterPdf.Make(ExemptionLetter.Of(Facts, "LC-2026-000123", demo: false), Forms.Fonts));
        Assert.All(
            new[]
            {
                ExemptionLetter.Title, Facts.Organ, Facts.Person, Facts.Agency, Facts.CaseNo, Facts.Circumstance, Facts.Number, "2026年11月3日", "LC-2026-000123",
                "评先评优、选拔任用时不受影响", "干部考核不作为负面评价", "工作考核一般不予扣分",
            },
            expected => Assert.Contains(Forms.Bare(expected), text, StringComparison.Ordinal));
        Assert.DoesNotContain(AnnexWords.DemoLine, text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "N4.3-d")]
    public void A_deduction_stands_there_with_its_reason()
    {
        var letter = ExemptionLetter.Of(Facts with { Deductions = [(new(2026, 12, 1), 1.5m, "考核办法第九条")] }, "LC-2026-000123", demo: true);
        var text = Forms.PdfText(LetterPdf.Make(letter, Forms.Fonts));
        Assert.Contains("2026年12月1日，该同志工作考核扣1.5分，理由：考核办法第九条", text, StringComparison.Ordinal);
        Assert.Contains(AnnexWords.DemoLine, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_goes_on_on_another_page_and_the_same_facts_give_the_same_bytes()
    {
        var letter = ExemptionLetter.Of(Facts with { Deductions = [.. Enumerable.Range(1, 28).Select(n => (new DateOnly(2026, 12, n), 1m, "考核办法"))] }, "LC-2026-000123", demo: false);
        var pdf = LetterPdf.Make(letter, Forms.Fonts);
        Assert.InRange(Forms.PdfPages(pdf).Count, 2, 3);
        Assert.Contains("（盖章）", Forms.PdfPages(pdf)[^1], StringComparison.Ordinal);
        Assert.True(pdf.AsSpan().SequenceEqual(LetterPdf.Make(letter, Forms.Fonts)));
    }
}
