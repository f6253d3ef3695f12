namespace LostCases.Architecture.Tests;

public sealed class When_code_talks_to_the_bus
{
    [Fact]
    public void Only_the_dispatcher_does() => Assert.Empty(Repository.Product
        .Where(p => p.Folder != "workflows/Elsa")
        .SelectMany(p => CodeRules.BusCalls(Repository.Compiled(p.Name, p.Folder))));

    [Fact]
    public void The_dispatcher_is_where_it_was() => Assert.Contains(
        Repository.Compiled("Platform", "services/shared/Platform").Calls,
        c => c is { Caller: "LostCases.Platform.OutboxDispatcher", Type: "MassTransit.ISendEndpoint", Member: "Send" });

    [Fact]
    public void Publishing_sending_and_answering_elsewhere_are_objected_to() => Assert.Equal(
        [
            "LostCases.Planted.TalksToTheBus calls MassTransit.ConsumeContext.RespondAsync",
            "LostCases.Planted.TalksToTheBus calls MassTransit.IPublishEndpoint.Publish",
            "LostCases.Planted.TalksToTheBus calls MassTransit.ISendEndpoint.Send",
        ],
        CodeRules.BusCalls(PlantedAssembly.Read()).Order(StringComparer.Ordinal));
}
