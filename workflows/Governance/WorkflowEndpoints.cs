using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Reconciling;
using LostCases.Governance.Running;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Governance;

/// <summary>Elsa's definition calls as Studio makes them, and the reconciler's.</summary>
public static class WorkflowEndpoints
{
    /// <summary>What the endpoints and consumers need.</summary>
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services
        .AddScoped<DefinitionStore>().AddScoped<DefinitionPublisher>().AddScoped<Runner>().AddScoped<Reconciler>();

    /// <summary>Consumers the host registers.</summary>
    public static Type[] Consumers { get; } = [typeof(CaseConfirmedInScopeConsumer), typeof(UnitInquiryReferredConsumer), typeof(CorrectionOrderedConsumer), typeof(CaseTerminatedConsumer),
        typeof(StepAnsweredConsumer), typeof(StepsReportedConsumer)];

    /// <summary>Maps the calls below <c>/elsa/api</c>; each asks for one of Elsa's permissions.</summary>
    public static void MapGovernance(this IEndpointRouteBuilder app)
    {
        var elsa = app.MapGroup("/elsa/api").RequireAuthorization();
        elsa.MapGet("/workflow-definitions", ListAsync).Produces<object>().Needs("read:workflow-definitions", "list-definitions");
        elsa.MapGet("/workflow-definitions/by-definition-id/{definitionId}", GetAsync).Produces<object>().Needs("read:workflow-definitions", "get-definition").ProducesProblem(404);
        elsa.MapPost("/workflow-definitions", SaveAsync).Produces<object>().Needs("write:workflow-definitions", "save-definition").ProducesProblem(400);
        elsa.MapPost("/lostcases/reconcile", ReconcileAsync).Produces<object>(202).Needs("cancel:workflow-instances", "reconcile");
    }

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string permission, string name) => endpoint
        .AddEndpointFilter((context, next) => context.HttpContext.User.FindAll("permissions").Any(c => c.Value == permission || c.Value == "*")
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Forbidden(context.HttpContext)))
        .WithName(name)
        .ProducesProblem(403);

    /// <summary>The newest version of each definition, or the published one of each.</summary>
    private static async Task<IResult> ListAsync(WorkflowDbContext db, string? versionOptions, CancellationToken ct)
    {
        var versions = await db.Definitions.AsNoTracking()
            .Where(d => versionOptions == "Published" ? d.IsPublished : d.IsLatest)
            .OrderBy(d => d.DefinitionId)
            .ToListAsync(ct);
        return TypedResults.Ok(new { Items = versions.Select(Summary), TotalCount = versions.Count });
    }

    /// <summary>One definition whole: its newest version, or the published one.</summary>
    private static async Task<IResult> GetAsync(WorkflowDbContext db, string definitionId, string? versionOptions, HttpContext http, CancellationToken ct)
    {
        var version = await db.Definitions.AsNoTracking()
            .SingleOrDefaultAsync(d => d.DefinitionId == definitionId && (versionOptions == "Published" ? d.IsPublished : d.IsLatest), ct);
        return version is null
            ? Problems.Bad(http, StatusCodes.Status404NotFound, "DEFINITION_NOT_FOUND", "没有这个流程定义。", "There is no such definition.")
            : TypedResults.Ok(Whole(version));
    }

    private static async Task<IResult> SaveAsync(
        SaveDefinition request, WorkflowDbContext db, DefinitionPublisher publisher, OutboxSignal signal, HttpContext http, CancellationToken ct)
    {
        if (request.Model.ValueKind != JsonValueKind.Object)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_BODY", "请求内容缺少流程定义（model）。", "The request lacks the definition (model).", "model");
        }

        var mayPublish = http.User.FindAll("permissions").Any(c => c.Value is "publish:workflow-definitions" or "*");
        if (request.Publish && !mayPublish)
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
            WorkflowDefinition = Whole(saved),
            AlreadyPublished = false,
            ConsumingWorkflowCount = 0,
            ValidationErrors = problems.Select(p => new { Message = p }),
        });
    }

    private static async Task<IResult> ReconcileAsync(ReconcileRequest request, WorkflowDbContext db, Reconciler reconciler, OutboxSignal signal, CancellationToken ct)
    {
        var id = reconciler.Begin(request.CaseId);
        await db.SaveChangesAsync(ct);
        signal.Raise();
        return TypedResults.Accepted((string?)null, new { ReconciliationId = id });
    }

    private static object Summary(DefinitionVersion v) => new
    {
        v.Id,
        v.DefinitionId,
        v.Name,
        v.Version,
        v.IsLatest,
        v.IsPublished,
        ToolVersion = "3.8.2",
        v.CreatedAt,
        IsReadonly = false,
    };

    private static JsonNode Whole(DefinitionVersion v)
    {
        var node = JsonNode.Parse(v.Model)!;
        node["id"] = v.Id;
        node["version"] = v.Version;
        node["isLatest"] = v.IsLatest;
        node["isPublished"] = v.IsPublished;
        node["createdAt"] = v.CreatedAt.ToString("O");
        node["isReadonly"] = false;
        node["isSystem"] = false;
        return node;
    }
}

/// <summary>Saving a definition as Studio does.</summary>
/// <param name="Model">The whole definition.</param>
/// <param name="Publish">Whether to publish it.</param>
public sealed record SaveDefinition(JsonElement Model, bool Publish);

/// <summary>Asks for a reconciliation.</summary>
/// <param name="CaseId">One case, or all where null.</param>
public sealed record ReconcileRequest(Guid? CaseId);
