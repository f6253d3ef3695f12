using LostCases.Governance.Api;
using LostCases.Governance.Api.Live;
using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Hosting;
using LostCases.Governance.Reconciling;
using LostCases.Governance.Running;
using LostCases.Governance.Studio;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostCases.Governance;

/// <summary>What every workflow host offers: Elsa's API and hub as Studio calls them, Studio itself, the reconciler, the right to edit, changes that wait for approval.</summary>
public static class WorkflowEndpoints
{
    /// <summary>What the endpoints and consumers need.</summary>
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services
        .AddScoped<DefinitionStore>().AddScoped<DefinitionPublisher>().AddScoped<Runner>().AddScoped<Reconciler>()
        .AddScoped<EditingLeases>().AddScoped<ChangeDesk>()
        .AddScoped<EngineDesk>().AddEngineGuard()
        .AddLiveInstances().AddWorkflowTokens();

    /// <summary>Before all other hosted services, so before the bus takes a message.</summary>
    private static IServiceCollection AddEngineGuard(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, EngineGuard>());
        return services;
    }

    /// <summary>Consumers the host registers.</summary>
    public static Type[] Consumers { get; } = [typeof(CaseConfirmedInScopeConsumer), typeof(UnitInquiryReferredConsumer), typeof(CorrectionOrderedConsumer), typeof(CaseTerminatedConsumer),
        typeof(StepAnsweredConsumer), typeof(StepsReportedConsumer)];

    /// <summary>Maps the calls below <c>/elsa</c>, and Studio.</summary>
    public static void MapGovernance(this WebApplication app)
    {
        app.MapElsa();
        app.MapLiveInstances();
        app.MapStudio();
        var own = app.MapGroup("/elsa/api/lostcases").RequireAuthorization();
        own.MapPost("/reconcile", ReconcileAsync).Needs(Rights.CancelInstances, "reconcile").Produces<object>(202);
        ChangeEndpoints.Map(own);
    }

    private static async Task<IResult> ReconcileAsync(ReconcileRequest request, WorkflowDbContext db, Reconciler reconciler, OutboxSignal signal, CancellationToken ct)
    {
        var id = reconciler.Begin(request.CaseId);
        await db.SaveChangesAsync(ct);
        signal.Raise();
        return TypedResults.Accepted((string?)null, new { ReconciliationId = id });
    }
}

/// <summary>Asks for a reconciliation.</summary>
/// <param name="CaseId">One case, or all where null.</param>
public sealed record ReconcileRequest(Guid? CaseId);
