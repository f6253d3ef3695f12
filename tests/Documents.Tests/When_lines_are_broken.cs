namespace LostCases.Documents.Tests;

public sealed class When_lines_are_broken
{
    private static readonly Lines Lines = new(AnnexLayout.Estimate);

    [Theory]
    [InlineData("一二三四五六", 4, "一二三四|五六")]
    [InlineData("一二三四，五六", 4, "一二三|四，五六")]
    [InlineData("一二三（四五）六", 4, "一二三|（四五）|六")]
    [InlineData("责任 of the agency 机关", 6, "责任 of the|agency 机关")]
    public void No_closing_mark_begins_and_no_opening_mark_ends_a_line(string text, int ems, string expected) =>
        Assert.Equal(expected, string.Join('|', Lines.Break([text], ems).Select(l => l.Text)));

    [Fact]
    public void The_first_line_of_a_paragraph_is_shorter_by_its_indent() =>
        Assert.Equal(["一二", "三四五六"], Lines.Break(["一二三四五六"], 4, indent: 2).Select(l => l.Text));

    [Fact]
    public void Nothing_is_wider_than_the_line_or_lost()
    {
        var text = new string('x', 100) + new string('，', 100) + "（（（（（（（" + new string('一', 50);
        var lines = Lines.Break([text], 10, indent: 2);
        Assert.All(lines, l => Assert.InRange(Lines.Width(l.Text), 0, 10));
        Assert.Equal(text, string.Concat(lines.Select(l => l.Text)));
    }
}
