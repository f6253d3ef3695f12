namespace LostCases.Contracts;

/// <summary>The losing agency signed for the review opinion (T14 已签收).</summary>
public sealed record FeedbackReceived : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>SIGNED; what nobody signed for is told by <see cref="FeedbackDeemedReceived"/>.</summary>
    public required string Mode { get; init; }
}

/// <summary>Nobody signed for the review opinion in time: it counts as received (T14 视为签收, GAP-09).</summary>
public sealed record FeedbackDeemedReceived : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The day it counts as received; the time for disposing runs from it.</summary>
    public required DateOnly ReceivedOn { get; init; }
}

/// <summary>The agency recorded what it decided (T18 已处理).</summary>
public sealed record Disposed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first disposition; a correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>What was decided, finding by finding.</summary>
    public required IReadOnlyList<DisposedFinding> Findings { get; init; }
}

/// <summary>The decision on one finding.</summary>
public sealed record DisposedFinding
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>PURSUE, NOT_PURSUED, EXEMPT, NO_FAULT or TRANSFERRED.</summary>
    public required string Result { get; init; }

    /// <summary>Sanctions ordered (追责方式).</summary>
    public required IReadOnlyList<string> Sanctions { get; init; }
}

/// <summary>A finding was transferred to the organ that may decide it (T15 已移送).</summary>
public sealed record FindingTransferred : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The receiving organ; null where it is outside the system.</summary>
    public Guid? OrganId { get; init; }
}

/// <summary>The agency's own part is decided, transfers still wait (T16 本机关部分已处理).</summary>
public sealed record OwnPartDisposed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}

/// <summary>The competent organ decided on a transferred finding (T17 移送结果已登记).</summary>
public sealed record TransferResultRecorded : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>The joint conference ordered a correction (T20 已提出纠正意见); starts the correction's chain.</summary>
public sealed record CorrectionOrdered : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Identity of the correction: key of the workflow instance.</summary>
    public required Guid CorrectionId { get; init; }

    /// <summary>1 for the first, then counted up.</summary>
    public required int Number { get; init; }
}

/// <summary>The addressee signed for a correction (已签收纠正意见).</summary>
public sealed record CorrectionReceived : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The correction.</summary>
    public required Guid CorrectionId { get; init; }
}

/// <summary>A sanction was revoked after the loss had vanished (处理决定已撤销, GAP-13).</summary>
public sealed record SanctionsRevoked : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}

/// <summary>The competent organ recognised a person's exemption (已认定容错免责, N4.3-b).</summary>
public sealed record ExemptionRecognised : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>The competent organ refused to recognise a person's exemption (不予认定容错免责, N4.3-b).</summary>
public sealed record ExemptionRefused : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>A recognised exemption was cancelled by the organ that had recognised it (已取消容错免责认定, N4.3-c).</summary>
public sealed record ExemptionCancelled : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>Points were deducted in the work assessment of somebody exempted (已登记工作考核扣分, N4.3-d).</summary>
public sealed record DeductionRecorded : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>The receiving organ confirmed that a transfer has arrived (移送已回执, N2.4-c).</summary>
public sealed record TransferAcknowledged : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>The receiving organ sent a transfer back for want of authority (移送已退回, N2.5.3-b).</summary>
public sealed record TransferReturned : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }
}

/// <summary>A finding that came back was sent on to another organ (已改送, N2.5.3-b).</summary>
public sealed record TransferRedirected : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The receiving organ; null where it is outside the system.</summary>
    public Guid? OrganId { get; init; }
}
