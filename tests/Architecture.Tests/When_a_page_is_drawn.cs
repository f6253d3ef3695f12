namespace LostCases.Architecture.Tests;

public sealed class When_a_page_is_drawn
{
    private static readonly string[] Drawn = ["*.razor", "*.css", "*.cs", "*.cshtml"];

    [Fact]
    public void It_uses_the_products_own_components_and_colours() => Assert.Empty(Drawn
        .SelectMany(p => Repository.Files(p, "gateway/Portal"))
        .Where(f => !f.StartsWith("gateway/Portal/Ui/", StringComparison.Ordinal)
            && !f.StartsWith("gateway/Portal/wwwroot/lib/", StringComparison.Ordinal))
        .SelectMany(f => CodeRules.Pages(f, File.ReadAllText(Repository.In(f)))));

    [Fact]
    public void Bare_components_and_literal_colours_are_objected_to() => Assert.Equal(
        ["Page.razor:1: <MudButton", "Page.razor:2: <MudTextField", "Page.razor:3: #c00000", "Page.razor:4: rgb("],
        CodeRules.Pages("Page.razor", File.ReadAllText(Repository.Planted("Projects/Page.razor"))));
}
