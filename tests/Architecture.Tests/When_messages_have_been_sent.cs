namespace LostCases.Architecture.Tests;

public sealed class When_messages_have_been_sent
{
    [Fact]
    public void Their_namespace_stays() => Assert.Empty(Repository.Product
        .Where(p => p.Folder != "workflows/Elsa")
        .SelectMany(p => CodeRules.Namespaces(p.Name, Repository.Compiled(p.Name, p.Folder))));

    [Fact]
    public void A_moved_namespace_is_objected_to() =>
        Assert.Contains("Contracts defines types in LostCases.Contracts.Moved", CodeRules.Namespaces("Contracts", PlantedAssembly.Read()));

    [Fact]
    public void A_message_outside_Contracts_is_objected_to() =>
        Assert.Equal(["Planted defines types in LostCases.Contracts.Moved"], CodeRules.Namespaces("Planted", PlantedAssembly.Read()));
}
