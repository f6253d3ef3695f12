using LostCases.Contracts;
using MassTransit;

namespace LostCases.Planted
{
    /// <summary>Talks to the bus directly, which only the dispatcher may.</summary>
    public sealed class TalksToTheBus(IPublishEndpoint bus, ISendEndpointProvider queues) : IConsumer<AgencyChanged>
    {
        /// <summary>Publishes from a lambda in an async method, answers, and sends.</summary>
        public async Task Consume(ConsumeContext<AgencyChanged> context)
        {
            Func<Task> publish = () => bus.Publish(context.Message);
            await publish();
            await context.RespondAsync(context.Message);
            var queue = await queues.GetSendEndpoint(new Uri("queue:planted"));
            await queue.Send(context.Message);
        }
    }

    /// <summary>Looks at the clock and at files, which Rules may not.</summary>
    public static class LooksAround
    {
        /// <summary>Reads the time twice and a file once.</summary>
        public static string Look(TimeProvider time) => $"{DateTime.UtcNow} {time.GetUtcNow()} {File.ReadAllText("planted.txt")}";
    }
}

namespace LostCases.Contracts.Moved
{
    /// <summary>A message whose namespace, and so its identity on the wire, has moved.</summary>
    public sealed record MovedMessage(Guid Id);
}
