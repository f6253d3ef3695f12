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
        var facts = session.Card.Facts();
        if (facts.Suspension is { } newest && facts.Text(Fact.Applied(options.Owner)) == newest && !facts.Is(Fact.Terminated))
        {
            return; // told late, or once more
        }

        session.ApplySuspensions(session.Card.Suspensions);
        if (facts.Is(Fact.Terminated))
        {
            session.StopAll(happened.Case.On);
        }

        if (facts.Suspension is { } applied)
        {
            session.Set(Fact.Applied(options.Owner), applied);
        }

        await session.PublishAsync(header => new SliceChanged { Case = header }, happened.Case.On, actor: null, ct);
    }
}
