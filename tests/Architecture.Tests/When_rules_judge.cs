namespace LostCases.Architecture.Tests;

public sealed class When_rules_judge
{
    private static CompiledAssembly Rules => Repository.Compiled("Rules", "services/shared/Rules");

    [Fact]
    public void They_look_at_no_clock() => Assert.Empty(CodeRules.Clocks(Rules));

    [Fact]
    public void They_touch_nothing_outside() => Assert.Empty(CodeRules.Outside(Rules));

    [Fact]
    public void A_clock_is_objected_to() => Assert.Equal(
        ["LostCases.Planted.LooksAround calls System.DateTime.get_UtcNow", "LostCases.Planted.LooksAround calls System.TimeProvider.GetUtcNow"],
        CodeRules.Clocks(PlantedAssembly.Read()).Order(StringComparer.Ordinal));

    [Fact]
    public void A_file_is_objected_to() =>
        Assert.Equal(["LostCases.Planted.LooksAround calls System.IO.File.ReadAllText"], CodeRules.Outside(PlantedAssembly.Read()));
}
