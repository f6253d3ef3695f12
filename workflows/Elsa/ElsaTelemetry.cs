using System.Diagnostics;
using Elsa.Workflows.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LostCases.Elsa;

/// <summary>Elsa's spans and counters beside ours: in the trace of the message that moved the case, and each with the case on it.</summary>
internal static class ElsaTelemetry
{
    internal static IServiceCollection AddElsaTelemetry(this IServiceCollection services) => services
        .ConfigureOpenTelemetryTracerProvider(Watch)
        .ConfigureOpenTelemetryMeterProvider(m => m.AddMeter(WorkflowInstrumentation.MeterName));

    internal static void Watch(TracerProviderBuilder traces) => traces.AddSource(WorkflowInstrumentation.ActivitySourceName).AddProcessor(new CaseOnSpans());

    /// <summary>Baggage is for what follows and not shown; as tags, id and number of the case can be searched for.</summary>
    private sealed class CaseOnSpans : BaseProcessor<Activity>
    {
        private static readonly string[] Names = ["case.id", "case.code"];

        public override void OnStart(Activity data)
        {
            if (data.Source.Name != WorkflowInstrumentation.ActivitySourceName)
            {
                return;
            }

            foreach (var name in Names)
            {
                data.SetTag(name, data.GetBaggageItem(name));
            }
        }
    }
}
