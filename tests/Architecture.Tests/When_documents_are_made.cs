namespace LostCases.Architecture.Tests;

/// <summary>The same data give the same bytes: nothing comes from a clock or from the machine.</summary>
public sealed class When_documents_are_made
{
    private static CompiledAssembly Documents => Repository.Compiled("Documents", "services/shared/Documents");

    [Fact]
    public void They_look_at_no_clock() => Assert.Empty(CodeRules.Clocks(Documents));

    [Fact]
    public void They_touch_nothing_outside() => Assert.Empty(CodeRules.Outside(Documents));
}
