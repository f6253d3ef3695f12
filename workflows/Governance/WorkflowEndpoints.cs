using LostCases.Governance.Api;
using LostCases.Governance.Api.Definitions;
using LostCases.Governance.Api.Live;
using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Hosting;
using LostCases.Governance.Organisations;
using LostCases.Governance.Reconciling;
using LostCases.Governance.Repairing;
using LostCases.Governance.Running;
using LostCases.Governance.Studio;
using LostCases.Governance.Trying;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostCases.Governance;

/// <summary>What every workflow host offers: Elsa's API and hub as Studio calls them, Studio itself, the reconciler, the right to edit, changes that wait for approval.</summary>
public static class WorkflowEndpoints
{
    /// <summary>What the endpoints and consumers need.</summary>
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services
        .AddScoped<DefinitionStore>().AddScoped<DefinitionPublisher>().AddScoped<Runner>().AddScoped<Reconciler>()
        .AddScoped<EngineDesk>().AddEngineGuard()
        .AddScoped<EditingLeases>().AddScoped<ChangeDesk>().AddScoped<RepairDesk>().AddScoped<Import>()
        .AddHostedService<ReconcileSchedule>()
        .AddLiveInstances().AddWorkflowTokens();

    /// <summary>Before all other hosted services, so before the bus takes a message.</summary>
    private static IServiceCollection AddEngineGuard(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, EngineGuard>());
        return services;
    }

    /// <summary>Consumers the host registers.</summary>
    public static Type[] Consumers { get; } = [typeof(CaseConfirmedInScopeConsumer), typeof(UnitInquiryReferredConsumer), typeof(CorrectionOrderedConsumer), typeof(CaseTerminatedConsumer),
        typeof(StepAnsweredConsumer), typeof(StepsReportedConsumer), typeof(AgencyChangedConsumer)];

    /// <summary>Maps the calls below <c>/elsa</c>, and Studio.</summary>
    public static void MapGovernance(this WebApplication app)
    {
        app.MapElsa();
        app.MapLiveInstances();
        app.MapStudio();
        var own = app.MapGroup("/elsa/api/lostcases").RequireAuthorization();
        own.MapPost("/reconcile", ReconcileAsync).Needs(Rights.CancelInstances, "reconcile").Produces<object>(202);
        own.MapGet("/reconciliations", ReconciliationsAsync).Needs(Rights.ReadInstances, "list-reconciliations");
        own.MapPost("/tryouts", TryDefinition.HandleAsync).Needs(Rights.ReadDefinitions, "try-definition").ProducesProblem(400).ProducesProblem(404);
        own.MapPost("/backtests", RunBacktest.HandleAsync).Needs(Rights.ReadDefinitions, "backtest-definition").ProducesProblem(400).ProducesProblem(404);
        ChangeEndpoints.Map(own);
        RepairEndpoints.Map(own);
    }

    private static async Task<IResult> ReconciliationsAsync(WorkflowDbContext db, CancellationToken ct) => TypedResults.Ok(new
    {
        Items = await db.ReconciliationRuns.AsNoTracking().OrderByDescending(r => r.BeganAt).Take(50).ToListAsync(ct),
    });

    private static async Task<IResult> ReconcileAsync(
        ReconcileRequest request, WorkflowDbContext db, Reconciler reconciler, OutboxSignal signal, HttpContext http, CancellationToken ct)
    {
        var id = reconciler.Begin(request.CaseId, http.User.DisplayName ?? Actor.From(http.User).Id.ToString());
        await db.SaveChangesAsync(ct);
        signal.Raise();
        return TypedResults.Accepted((string?)null, new { ReconciliationId = id });
    }
}

/// <summary>Asks for a reconciliation.</summary>
/// <param name="CaseId">One case, or all where null.</param>
public sealed record ReconcileRequest(Guid? CaseId);
