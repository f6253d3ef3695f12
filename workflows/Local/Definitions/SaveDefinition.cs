using System.Text.Json;
using LostCases.Governance;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;

namespace LostCases.Local.Definitions;

/// <summary>POST /elsa/api/workflow-definitions: saves the draft and says what is wrong with it; publishes where asked.</summary>
/// <param name="Model">The whole definition.</param>
/// <param name="Publish">Whether to publish it.</param>
internal sealed record SaveDefinition(JsonElement Model, bool Publish)
{
    internal static async Task<IResult> HandleAsync(
        SaveDefinition request, WorkflowDbContext db, DefinitionPublisher publisher, OutboxSignal signal, HttpContext http, CancellationToken ct)
    {
        if (request.Model.ValueKind != JsonValueKind.Object)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_BODY", "请求内容缺少流程定义（model）。", "The request lacks the definition (model).", "model");
        }

        if (request.Publish && !http.User.Has(Rights.PublishDefinitions))
        {
            return Problems.Forbidden(http);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (saved, problems) = await publisher.SaveAsync(request.Model, request.Publish, Actor.From(http.User), ct);
        if (saved is null)
        {
            return TypedResults.BadRequest(new { Message = string.Join(' ', problems), ValidationErrors = problems.Select(p => new { Message = p }) });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return TypedResults.Ok(new
        {
            WorkflowDefinition = DefinitionView.Whole(saved),
            AlreadyPublished = false,
            ConsumingWorkflowCount = 0,
            ValidationErrors = problems.Select(p => new { Message = p }),
        });
    }
}
