using LostCases.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LostCases.Platform;

/// <summary>The bus: one quorum queue per process, every consumer inside the inbox's transaction.</summary>
public static class Messaging
{
    private static readonly Type[] CaseEvents =
        [.. typeof(ICaseEvent).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICaseEvent)))];

    /// <summary>A process that only listens and has no inbox: its consumers may be repeated without harm.</summary>
    public static IServiceCollection AddListening(this IServiceCollection services, PlatformOptions options, params Type[] consumers) =>
        services.AddBus(options, consumers, hasInbox: false);

    internal static void Add(IServiceCollection services, PlatformOptions options, Type[] consumers, bool cases)
    {
        Type[] all = cases ? [.. consumers, .. StepConsumers(), .. CardConsumers([.. consumers, .. StepConsumers()])] : consumers;
        services.AddBus(options, [.. all.Distinct()], hasInbox: true);
    }

    private static IServiceCollection AddBus(this IServiceCollection services, PlatformOptions options, Type[] consumers, bool hasInbox) =>
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumers(consumers);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                var stopping = context.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
                rabbit.Host(new Uri(options.RabbitMq), host => host.OnRefreshConnectionFactory = broker => BrokerPort.WaitAsync(broker, stopping));
                rabbit.DeployTopologyOnly = options.DeployOnly;
                rabbit.ConfigureJsonSerializerOptions(Json.Configure);
                if (consumers.Length == 0)
                {
                    return;
                }

                rabbit.ReceiveEndpoint(options.Owner, endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.SetQueueArgument("x-delivery-limit", 50);
                    endpoint.SetQueueArgument("x-dead-letter-exchange", $"{options.Owner}_dead");
                    endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
                    endpoint.SetQueueArgument("x-overflow", "reject-publish");
                    endpoint.BindDeadLetterQueue($"{options.Owner}_dead", $"{options.Owner}_dead", d => d.SetQuorumQueue());
                    endpoint.PrefetchCount = 16;
                    endpoint.ConfigureChannel(c => c.UseFilter(new ClosedChannelFilter(TimeSpan.FromSeconds(30), context.GetRequiredService<ILogger<ClosedChannelFilter>>())));
                    // While the database is away the message in hand waits; with the prefetch full the broker sends no more.
                    endpoint.UseMessageRetry(r =>
                    {
                        r.Handle<Exception>(IsTransient);
                        r.Interval(100_000, TimeSpan.FromSeconds(2));
                    });
                    endpoint.UseMessageRetry(r =>
                    {
                        r.Ignore<Exception>(IsTransient);
                        r.Intervals(50, 100, 200, 500, 1000, 2000);
                    });
                    if (hasInbox)
                    {
                        endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
                    }

                    endpoint.ConfigureConsumers(context);
                });
            });
        });

    private static Type[] StepConsumers() =>
    [
        typeof(OpenStepConsumer), typeof(CancelStepsConsumer), typeof(ReportStepsConsumer), typeof(StepOpenedConsumer), typeof(StepClosedConsumer),
        typeof(SuspensionConsumer),
    ];

    private static IEnumerable<Type> CardConsumers(Type[] consumers)
    {
        var handled = consumers.SelectMany(c => c.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(i => i.GetGenericArguments()[0])
            .ToHashSet();
        return CaseEvents.Append(typeof(PastCasesImported)).Where(e => !handled.Contains(e)).Select(e => typeof(CardOnlyConsumer<>).MakeGenericType(e));
    }

    private static bool IsTransient(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => false,
        NpgsqlException { IsTransient: true } => true,
        DbUpdateException { InnerException: { } inner } => IsTransient(inner),
        InvalidOperationException { InnerException: NpgsqlException inner } => IsTransient(inner),
        TimeoutException => true,
        _ => false,
    };
}
