namespace LostCases.Rules;

/// <summary>Handing a finding to the organ that has the authority (移送), N2.5.1-i, N2.5.3-b.</summary>
public static class TransferRules
{
    /// <summary>T15: another organ has the authority; who it is and the list of materials are recorded.</summary>
    public static Decision Send(FindingToDecide finding, string? organ, IReadOnlyList<string> materials) => finding switch
    {
        { IsOwn: true } => new Refused("TRANSFER_NOT_NEEDED", "N2.5.3-b"),
        { Transferred: true, ResultIn: false } => new Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b"),
        { ResultIn: true } => new Refused("NO_TRANSFER_PENDING", "N2.5.3-b"),
        _ when string.IsNullOrWhiteSpace(organ) => new Refused("TRANSFER_INCOMPLETE", "N2.4-c", "organ"),
        _ when materials.All(string.IsNullOrWhiteSpace) => new Refused("TRANSFER_INCOMPLETE", "N2.4-c", "materials"),
        _ => new Accepted("N2.4-c", "N2.5.3-b"),
    };

    /// <summary>The receiving organ confirms that the transfer has arrived, once (回执, N2.4-c).</summary>
    public static Decision Acknowledge(FindingToDecide finding, bool acknowledged) => finding switch
    {
        { Transferred: false } or { ResultIn: true } or { Returned: true } => new Refused("NO_TRANSFER_PENDING", "N2.5.3-b"),
        _ when acknowledged => new Refused("TRANSFER_ACKNOWLEDGED", "N2.4-c"),
        _ => new Accepted("N2.4-c"),
    };

    /// <summary>An organ without authority sends the transfer back and says why (退回, N2.5.3-b).</summary>
    public static Decision Return(FindingToDecide finding, string? reason) => finding switch
    {
        { Transferred: false } or { ResultIn: true } or { Returned: true } => new Refused("NO_TRANSFER_PENDING", "N2.5.3-b"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refused("REASON_REQUIRED", "N2.5.3-b"),
        _ => new Accepted("N2.5.3-b"),
    };

    /// <summary>What came back goes to another organ, with its list of materials (改送); not to the one that sent it back.</summary>
    public static Decision Redirect(FindingToDecide finding, bool toTheSame, string? organ, IReadOnlyList<string> materials) => finding switch
    {
        { Returned: false } or { ResultIn: true } => new Refused("TRANSFER_NOT_RETURNED", "N2.5.3-b"),
        _ when toTheSame => new Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", "organ"),
        _ => Send(finding with { Transferred = false, Returned = false }, organ, materials),
    };

    /// <summary>What the competent organ decided is a decision: it passes nothing on, and orders something where it pursues (N2.4-b).</summary>
    public static Decision Decided(Conclusion result, IReadOnlyList<SanctionType> sanctions) =>
        result == Conclusion.Transferred
            ? new Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", "result")
            : DispositionRules.Unfit(result, sanctions) ?? (Decision)new Accepted("N2.5.3-b");

    /// <summary>T17: the finding was transferred, has no result yet, and the competent organ's document is attached.</summary>
    public static Decision TakeResult(FindingToDecide finding, bool documentAttached) => finding switch
    {
        { Transferred: false } or { ResultIn: true } or { Returned: true } => new Refused("NO_TRANSFER_PENDING", "N2.5.3-b"),
        _ when !documentAttached => new Refused("ATTACHMENT_MISSING", "N2.5.3-b", "DECISION"),
        _ => new Accepted("N2.5.3-b"),
    };
}
