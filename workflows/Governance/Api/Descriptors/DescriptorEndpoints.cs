using LostCases.Governance.Data;
using LostCases.Governance.Organisations;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Governance.Api.Descriptors;

/// <summary>GET /elsa/api/descriptors/… and /features/installed: what Studio asks before it draws.</summary>
internal static class DescriptorEndpoints
{
    private static readonly object Nothing = new { Items = Array.Empty<object>(), Count = 0 };

    internal static void Map(RouteGroupBuilder elsa)
    {
        var descriptors = elsa.MapGroup("/descriptors");
        descriptors.MapGet("/activities", async (WorkflowDbContext db, HttpContext http, CancellationToken ct) => List(Palette.In(Problems.Language(http), await NamedParticipants.OfAsync(db, ct)))).Needs(Rights.ReadAll, "list-activity-descriptors");
        descriptors.MapGet("/expression-descriptors", (HttpContext http) => List(Expressions(Problems.Language(http)))).Needs(Rights.ReadAll, "list-expression-descriptors");
        descriptors.MapGet("/storage-drivers", () => Nothing).Needs(Rights.ReadAll, "list-storage-drivers");
        descriptors.MapGet("/variables", () => Nothing).Needs(Rights.ReadAll, "list-variable-types");
        descriptors.MapGet("/workflow-activation-strategies", () => Nothing).Needs(Rights.ReadAll, "list-activation-strategies");
        descriptors.MapGet("/log-persistence-strategies", () => Nothing).Needs(Rights.ReadAll, "list-log-persistence-strategies");
        descriptors.MapGet("/incident-strategies", () => Nothing).Needs(Rights.ReadAll, "list-incident-strategies");
        descriptors.MapGet("/commit-strategies/workflows", () => Nothing).Needs(Rights.ReadAll, "list-commit-strategies");
        elsa.MapGet("/features/installed", () => List(Features)).Needs(Rights.ReadAll, "list-features");
    }

    /// <summary>What Studio shows a page or a button for. No JavaScript, C#, Liquid, HTTP or timers.</summary>
    private static readonly object[] Features =
    [
        .. new[] { "Workflows", "Flowchart", "WorkflowRuntime", "WorkflowManagement", "WorkflowDefinitions", "WorkflowInstances", "WorkflowsApi", "RealTimeWorkflowUpdates" }
            .Select(n => new { Name = n, Namespace = "Elsa", FullName = $"Elsa.{n}", DisplayName = n, Description = "" }),
    ];

    private static IResult List<T>(IReadOnlyCollection<T> items) => TypedResults.Ok(new { Items = items, items.Count });

    /// <summary>Fixed values only: a setting that is worked out by code is refused, so Studio offers none. Its editor stops where none
    /// but these two exists, so there is JSON; a setting given so is refused like any other that is not fixed.</summary>
    private static object[] Expressions(string language) =>
    [
        new { Type = "Literal", DisplayName = new Words("固定值", "Literal").In(language), IsSerializable = true, IsBrowsable = false, Properties = new { } },
        new { Type = "Object", DisplayName = new Words("列表", "Object").In(language), IsSerializable = true, IsBrowsable = false, Properties = new { MonacoLanguage = "json" } },
        new { Type = "Json", DisplayName = "JSON", IsSerializable = true, IsBrowsable = true, Properties = new { MonacoLanguage = "json" } },
    ];
}
