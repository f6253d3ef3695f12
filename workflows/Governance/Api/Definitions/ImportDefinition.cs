using System.Text.Json;
using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using LostCases.Simulator;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>
/// POST /elsa/api/workflow-definitions/import and /import-files: an exported definition becomes the draft of the chain it names, while nobody
/// else is editing that chain. It is published like any other draft.
/// </summary>
internal static class ImportDefinition
{
    private const int Most = 10;

    internal static async Task<IResult> HandleAsync(JsonElement model, Import import, HttpContext http, CancellationToken ct) =>
        await import.TakeAsync(model, http, ct) is { Refusal: { } refusal } ? refusal : TypedResults.Ok(new { Count = 1 });

    internal static async Task<IResult> FilesAsync(Import import, HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(ct)).Files is not { Count: > 0 and <= Most } files)
        {
            return NotOne(http);
        }

        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                using var json = await JsonDocument.ParseAsync(content, cancellationToken: ct);
                if ((await import.TakeAsync(json.RootElement, http, ct)).Refusal is { } refusal)
                {
                    return refusal;
                }
            }
            catch (JsonException)
            {
                return NotOne(http);
            }
        }

        return TypedResults.Ok(new { files.Count });
    }

    internal static IResult NotOne(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status400BadRequest, "NOT_A_DEFINITION", "请选择由本系统导出的流程定义文件（JSON）。", "Choose a definition exported from this system (JSON).");
}

/// <summary>Takes one exported definition as a draft.</summary>
internal sealed class Import(WorkflowDbContext db, DefinitionPublisher publisher, EditingLeases leases, ChangeDesk desk)
{
    /// <summary>What stands against it; null where it is the draft now.</summary>
    internal async Task<(IResult? Refusal, DefinitionVersion? Saved)> TakeAsync(JsonElement model, HttpContext http, CancellationToken ct)
    {
        var id = model.ValueKind == JsonValueKind.Object && Forbidden.IsReadable(model) && model.TryGetProperty("definitionId", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        if (!await db.Definitions.AnyAsync(d => d.DefinitionId == id, ct))
        {
            return (ImportDefinition.NotOne(http), null);
        }

        var actor = Actor.From(http.User);
        if (await leases.TakeAsync(id, actor, ct) is not { } lease)
        {
            return (LeaseProblem.Lost(http), null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (saved, problems) = await publisher.SaveAsync(model, publish: false, actor, ct);
        if (saved is null)
        {
            return (Refusals.NotSound(problems), null);
        }

        await desk.SupersedeAsync(id, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await leases.ReleaseAsync(id, lease.LeaseId, actor, ct);
        return (null, saved);
    }
}
