using System.Text.Json;
using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using LostCases.Simulator;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Definitions;

/// <summary>
/// POST /elsa/api/workflow-definitions: saves the draft and says what is wrong with it. Studio's publishing button comes here too: a
/// sound draft becomes a change that a second administrator decides on, and the answer is a refusal that says so.
/// </summary>
/// <param name="Model">The whole definition.</param>
/// <param name="Publish">Whether it is to be published.</param>
internal sealed record SaveDefinition(JsonElement Model, bool Publish)
{
    internal static async Task<IResult> HandleAsync(
        SaveDefinition request, WorkflowDbContext db, DefinitionPublisher publisher, EditingLeases leases, ChangeDesk desk, HttpContext http, CancellationToken ct)
    {
        if (request.Model.ValueKind != JsonValueKind.Object || !Forbidden.IsReadable(request.Model))
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_BODY", "请求内容缺少流程定义（model），或者其中有不能保存的字符。", "The request lacks the definition (model), or has characters in it that cannot be kept.", "model");
        }

        if (request.Publish && !http.User.Has(Rights.PublishDefinitions))
        {
            return Problems.Forbidden(http);
        }

        var actor = Actor.From(http.User);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await leases.HeldAsync(Id(request.Model), http.Lease, actor, ct) is null)
        {
            return LeaseProblem.Lost(http);
        }

        var (saved, problems) = await publisher.SaveAsync(request.Model, publish: false, actor, ct);
        if (saved is null)
        {
            return Refusals.NotSound(problems);
        }

        var change = request.Publish && problems.Count == 0 ? await desk.RequestAsync(saved, actor, ct, http.User.DisplayName) : null;
        if (change is null)
        {
            await desk.SupersedeAsync(saved.DefinitionId, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return change is not null ? Refusals.Requested(http, change, saved)
            : request.Publish ? Refusals.NotSound(problems)
            : TypedResults.Ok(new
            {
                WorkflowDefinition = DefinitionView.Whole(saved),
                AlreadyPublished = false,
                ConsumingWorkflowCount = 0,
                ValidationErrors = problems.Select(p => new { Message = p }),
            });
    }

    private static string Id(JsonElement model) =>
        model.TryGetProperty("definitionId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
}
