using LostCases.Contracts;
using MassTransit;

namespace LostCases.Governance.Running;

/// <summary>A case in scope starts the main chain.</summary>
public sealed class CaseConfirmedInScopeConsumer(Runner runner) : IConsumer<CaseConfirmedInScope>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<CaseConfirmedInScope> context)
    {
        var confirmed = context.Message;
        var start = new ReportedStart
        {
            DefinitionId = "case-accountability",
            CaseId = confirmed.Case.Id,
            CaseCode = confirmed.Case.Code,
            StartKey = confirmed.ScopeDecisionId,
            Facts = Steps.RoutingFacts.AtStart.ToDictionary(f => f, f => confirmed.Case.Slice.Facts.GetValueOrDefault(f, "")),
            Sequence = confirmed.Case.Sequence,
        };
        return runner.StartAsync(start, confirmed.Case.Owner, context.CancellationToken);
    }
}

/// <summary>An answered step moves its instance on.</summary>
public sealed class StepAnsweredConsumer(Runner runner) : IConsumer<StepAnswered>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<StepAnswered> context) => runner.AnswerAsync(context.Message, context.CancellationToken);
}
