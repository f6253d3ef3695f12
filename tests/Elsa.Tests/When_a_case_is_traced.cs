using System.Collections.Concurrent;
using System.Diagnostics;
using LostCases.Workflows.Tests;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LostCases.Elsa.Tests;

/// <summary>What Elsa does stands in the trace of the message that made it do it, and names the case.</summary>
public sealed class When_a_case_is_traced(ChainOffice office) : IClassFixture<ChainOffice>
{
    [Fact]
    public async Task Elsas_spans_are_in_the_messages_trace_and_carry_the_case()
    {
        var ended = new Ended();
        var builder = Sdk.CreateTracerProviderBuilder().AddSource("MassTransit", "LostCases").AddProcessor(ended);
        ElsaTelemetry.Watch(builder);
        using var provider = builder.Build();

        var known = await new ChainCase(office).StartAsync();
        await known.AnswerAsync("Investigate");
        Assert.Equal("submit-report#1", await known.WaitsAsync());

        var elsas = ended.Spans.Where(s => s.Source.Name == "Elsa.Workflows").ToList();
        Assert.Equal(2, elsas.Count(s => s.OperationName == "workflow.execute"));
        Assert.Contains(elsas, s => s.OperationName == "activity.execute");
        Assert.All(elsas, s =>
        {
            Assert.Equal((known.Id.ToString(), "BS-339924-2026-000001"), ($"{s.GetTagItem("case.id")}", s.GetTagItem("case.code")));
            Assert.Contains(ended.Spans, m => m.Source.Name == "MassTransit" && m.TraceId == s.TraceId && m.Kind == ActivityKind.Consumer);
        });
    }

    private sealed class Ended : BaseProcessor<Activity>
    {
        internal ConcurrentBag<Activity> Spans { get; } = [];

        public override void OnEnd(Activity data) => Spans.Add(data);
    }
}
