using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Definitions;

/// <summary>What the host refuses, in the shape Studio shows: problem details with a list of errors.</summary>
internal static class Refusals
{
    private const string Errors = "errors";

    /// <summary>The definition is not sound; each error says what to correct.</summary>
    internal static IResult NotSound(IReadOnlyList<string> problems) => Results.Problem(
        title: string.Join(' ', problems),
        statusCode: StatusCodes.Status400BadRequest,
        type: "urn:lostcases:DEFINITION_NOT_SOUND",
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "DEFINITION_NOT_SOUND",
            [Errors] = new Dictionary<string, object> { ["definition"] = problems },
            ["validationErrors"] = problems.Select(p => new { Message = p }),
        });

    /// <summary>Publishing has become a change that waits for a second administrator.</summary>
    internal static IResult Requested(HttpContext http, ChangeRequest change, DefinitionVersion draft)
    {
        var sentence = Problems.Language(http) == "en"
            ? $"Version {draft.Version} is submitted and not yet in force: another administrator decides on it under “Changes”."
            : $"第 {draft.Version} 版已提交审批，尚未生效：请另一名流程管理员在“流程变更”中审批。";
        return Results.Problem(
            title: sentence,
            statusCode: StatusCodes.Status400BadRequest,
            type: "urn:lostcases:CHANGE_REQUESTED",
            extensions: new Dictionary<string, object?>
            {
                ["code"] = "CHANGE_REQUESTED",
                ["changeId"] = change.Id,
                [Errors] = new Dictionary<string, object> { ["publish"] = new[] { sentence } },
            });
    }

    /// <summary>Retracting, reverting, deleting, importing over and running are not one person's to do here.</summary>
    internal static IResult NotHere(HttpContext http, string zh, string en) => Results.Problem(
        title: Problems.Language(http) == "en" ? en : zh,
        statusCode: StatusCodes.Status400BadRequest,
        type: "urn:lostcases:NOT_HERE",
        extensions: new Dictionary<string, object?> { ["code"] = "NOT_HERE", [Errors] = new Dictionary<string, object> { ["action"] = new[] { Problems.Language(http) == "en" ? en : zh } } });
}
