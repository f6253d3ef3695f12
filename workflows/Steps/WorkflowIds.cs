using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LostCases.Steps;

/// <summary>Ids that follow from what they name: starting or asking twice is the same thing once.</summary>
public static class WorkflowIds
{
    /// <summary>Instance of a definition for a case, by the key of its start fact.</summary>
    public static Guid Instance(string definitionId, Guid caseId, Guid startKey) => Hash($"{definitionId}|{caseId:N}|{startKey:N}");

    /// <summary>Request of a step in a round.</summary>
    public static Guid Request(Guid instanceId, string stepId, int round) =>
        Hash($"{instanceId:N}|{stepId}|{round.ToString(CultureInfo.InvariantCulture)}");

    private static Guid Hash(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
