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

/// <summary>A referral of the unit starts the unit's chain.</summary>
public sealed class UnitInquiryReferredConsumer(Runner runner) : IConsumer<UnitInquiryReferred>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<UnitInquiryReferred> context) => runner.StartAsync(
        Starts.Of("unit-responsibility", context.Message.Case, context.Message.InquiryId), context.Message.Case.Owner, context.CancellationToken);
}

/// <summary>A correction starts its own chain; the main one goes on, so that a pending filing survives.</summary>
public sealed class CorrectionOrderedConsumer(Runner runner) : IConsumer<CorrectionOrdered>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<CorrectionOrdered> context) => runner.StartAsync(
        Starts.Of("correction", context.Message.Case, context.Message.CorrectionId), context.Message.Case.Owner, context.CancellationToken);
}

/// <summary>A terminated case takes its chains with it.</summary>
public sealed class CaseTerminatedConsumer(Runner runner) : IConsumer<CaseTerminated>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<CaseTerminated> context) => runner.CancelAsync(context.Message.Case.Id, context.CancellationToken);
}

internal static class Starts
{
    internal static ReportedStart Of(string definitionId, CaseHeader header, Guid key) => new()
    {
        DefinitionId = definitionId,
        CaseId = header.Id,
        CaseCode = header.Code,
        StartKey = key,
        Facts = new Dictionary<string, string>(),
        Sequence = header.Sequence,
    };
}

/// <summary>An answered step moves its instance on.</summary>
public sealed class StepAnsweredConsumer(Runner runner) : IConsumer<StepAnswered>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<StepAnswered> context) => runner.AnswerAsync(context.Message, context.CancellationToken);
}
