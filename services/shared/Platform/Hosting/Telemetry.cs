using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LostCases.Platform;

/// <summary>Traces and metrics; every span of work on a case carries its id and number.</summary>
public static class Telemetry
{
    /// <summary>Source of the product's own spans.</summary>
    public static ActivitySource Source { get; } = new("LostCases");

    /// <summary>
    /// Puts the case on the current span and into the baggage of what follows. A case is many traces over months: with
    /// <paramref name="before"/>, the W3C context of the act before, the traces are linked one to the next.
    /// </summary>
    public static void Mark(Guid caseId, string caseCode, string? before = null)
    {
        if (Activity.Current is not { } activity)
        {
            return;
        }

        activity.SetTag("case.id", caseId).SetTag("case.code", caseCode);
        activity.SetBaggage("case.id", caseId.ToString()).SetBaggage("case.code", caseCode);
        if (ActivityContext.TryParse(before, null, out var last) && last.TraceId != activity.TraceId)
        {
            activity.AddLink(new ActivityLink(last));
        }
    }

    internal static void Add(WebApplicationBuilder builder, string process)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService($"lostcases-{process}"))
            .WithMetrics(m => m
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("MassTransit", "Npgsql", "LostCases")
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.WithTracing(t => t
                .AddSource("LostCases", "MassTransit")
                .AddAspNetCoreInstrumentation()
                .AddNpgsql()
                .AddOtlpExporter())
                .WithLogging(l => l.AddOtlpExporter());
        }
    }
}
