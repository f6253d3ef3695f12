using LostCases.Contracts;
using LostCases.Rules;
using MassTransit;

namespace LostCases.Platform;

/// <summary>
/// Lets a case's suspension, resumption or end hold for this owner's clocks and says so: the case page waits for every owner.
/// What holds is read from the card, where the newest word of intake stands, so the order of arrival does not matter.
/// </summary>
internal sealed class SuspensionConsumer(CaseStore store, CaseSession session, PlatformOptions options)
    : IConsumer<CaseSuspended>, IConsumer<CaseResumed>, IConsumer<CaseTerminated>
{
    public Task Consume(ConsumeContext<CaseSuspended> context) => ApplyAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<CaseResumed> context) => ApplyAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<CaseTerminated> context) => ApplyAsync(context.Message, context.CancellationToken);

    private async Task ApplyAsync(ICaseEvent happened, CancellationToken ct)
    {
        if (options.Steps.Count == 0 || happened.Case.Owner == options.Owner)
        {
            return; // no clocks here, or done with the act
        }

        await session.BeginAsync((await store.FindAsync(happened.Case.Id, ct))!, ct);
        session.ApplySuspensions(session.Card.Suspensions);
        if (session.Card.Facts().Is(Fact.Terminated))
        {
            session.StopAll(happened.Case.On);
        }

        var facts = session.Card.Facts();
        if (facts.Text(Fact.Suspensions) is { } number)
        {
            session.Set(Fact.Applied(options.Owner), $"{number}:{facts.Text(Fact.Suspended)}");
        }
        await session.PublishAsync(header => new SliceChanged { Case = header }, happened.Case.On, actor: null, ct);
    }
}
