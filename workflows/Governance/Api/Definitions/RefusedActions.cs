using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Governance.Api.Definitions;

/// <summary>What Studio's menus offer and one person alone may not do here; each is refused with what to do instead.</summary>
internal static class RefusedActions
{
    internal static void Map(RouteGroupBuilder elsa)
    {
        var definitions = elsa.MapGroup("/workflow-definitions");
        definitions.MapPost("/{definitionId}/publish", Publish).Needs(Rights.PublishDefinitions, "publish-definition").ProducesProblem(400);
        definitions.MapPost("/{definitionId}/retract", Retract).Needs(Rights.RetractDefinitions, "retract-definition").ProducesProblem(400);
        definitions.MapDelete("/{definitionId}", Delete).Needs(Rights.DeleteDefinitions, "delete-definition").ProducesProblem(400);
        definitions.MapPost("/{definitionId}/revert/{version}", Revert).Needs(Rights.WriteDefinitions, "revert-definition").ProducesProblem(400);
        definitions.MapPost("/{definitionId}/execute", Execute).Needs(Rights.ExecuteDefinitions, "execute-definition").ProducesProblem(400);
        elsa.MapDelete("/workflow-definition-versions/{id}", Delete).Needs(Rights.DeleteDefinitions, "delete-definition-version").ProducesProblem(400);
        elsa.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", Publish).Needs(Rights.PublishDefinitions, "bulk-publish").ProducesProblem(400);
        elsa.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", Retract).Needs(Rights.RetractDefinitions, "bulk-retract").ProducesProblem(400);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", Delete).Needs(Rights.DeleteDefinitions, "bulk-delete").ProducesProblem(400);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-id", Delete).Needs(Rights.DeleteDefinitions, "bulk-delete-versions").ProducesProblem(400);

        // Refused to everybody, so no row of who may; the tests of the workflow host have them.
        elsa.MapPost("/bulk-actions/cancel/workflow-instances/by-id", Cancel).Needs(Rights.CancelInstances, "cancel-instances").ExcludeFromDescription();
        elsa.MapPost("/bulk-actions/delete/workflow-instances/by-id", Cancel).Needs(Rights.DeleteInstances, "bulk-delete-instances").ExcludeFromDescription();
        elsa.MapPost("/cancel/workflow-instances/{id}", Cancel).Needs(Rights.CancelInstances, "cancel-instance").ExcludeFromDescription();
        elsa.MapDelete("/workflow-instances/{id}", Cancel).Needs(Rights.DeleteInstances, "delete-instance").ExcludeFromDescription();
    }

    private static IResult Publish(HttpContext http) => Refusals.NotHere(http, "请打开该流程后在画布上点“发布”，提交另一名流程管理员审批。", "Open the chain and publish it from the canvas; another administrator decides on it.");

    private static IResult Retract(HttpContext http) => Refusals.NotHere(http, "已生效的流程不能撤回：新登记的案件须有流程可走。请发布新版本来替换。", "A chain in force is not retracted: new cases need one. Publish a new version in its place.");

    private static IResult Delete(HttpContext http) => Refusals.NotHere(http, "流程的各个版本须留存备查，不能删除。", "Versions of a chain are kept on record and not deleted.");

    private static IResult Revert(HttpContext http) => Refusals.NotHere(http, "已发布的版本不能回退：请导出旧版本，导入为草稿后提交审批。", "A published version is not reverted: export the old one, import it as a draft and submit it.");

    private static IResult Execute(HttpContext http) => Refusals.NotHere(http, "流程不能从画布直接运行：案件的流程由立案确认启动。", "A chain is not run from the canvas: the confirmation of a case starts it.");

    private static IResult Cancel(HttpContext http) => Problems.Bad(
        http, StatusCodes.Status403Forbidden, "TWO_PERSONS", "运行中的流程实例不能由一人取消或删除；案件终止须由立案机构依法办理。",
        "A running instance is not one person's to cancel or delete; a case is terminated by the office that registered it.");
}
