namespace LostCases.Architecture.Tests;

public sealed class When_projects_refer_to_each_other
{
    [Fact]
    public void Project_files_follow_the_arrows() => Assert.Empty(Repository.Product.SelectMany(Arrows.Violations));

    [Fact]
    public void Compiled_code_follows_the_arrows() => Assert.Empty(Repository.Product
        .Where(p => p.Folder != "workflows/Elsa")
        .SelectMany(p => Arrows.Violations(p.Name, p.Folder, Repository.Compiled(p.Name, p.Folder))));

    [Fact]
    public void Every_project_is_looked_at() =>
        Assert.Superset(new HashSet<string> { "Rules", "Contracts", "Platform" }, Repository.Product.Select(p => p.Name).ToHashSet());

    [Fact]
    public void A_service_that_refers_to_another_is_objected_to() =>
        Assert.Equal(["Review → Intake"], Arrows.Violations(ProjectFile.Read(Repository.Planted("Projects/Review.csproj"), "services/review")));

    [Fact]
    public void A_package_in_Rules_is_objected_to() => Assert.Equal(
        ["Rules takes the package MassTransit.RabbitMQ"],
        Arrows.Violations(ProjectFile.Read(Repository.Planted("Projects/Rules.csproj"), "services/shared/Rules")));

    [Fact]
    public void A_project_nobody_laid_arrows_down_for_is_objected_to() => Assert.Equal(
        ["Review: no arrows are laid down for services/new"],
        Arrows.Violations(ProjectFile.Read(Repository.Planted("Projects/Review.csproj"), "services/new")));

    [Fact]
    public void A_forbidden_arrow_in_compiled_code_is_objected_to()
    {
        var planted = PlantedAssembly.Read();

        Assert.Contains("Rules → Contracts", Arrows.Violations("Rules", "services/shared/Rules", planted));
        Assert.Contains("Portal → Contracts", Arrows.Violations("Portal", "gateway/Portal", planted));
        Assert.Contains("Rules uses the assembly MassTransit.Abstractions", Arrows.Violations("Rules", "services/shared/Rules", planted));
    }
}

internal static class PlantedAssembly
{
    internal static CompiledAssembly Read() => Repository.Compiled("Planted", "tests/Architecture.Tests/Planted");
}
