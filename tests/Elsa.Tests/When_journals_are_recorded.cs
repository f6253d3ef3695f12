using System.Text.Json;
using LostCases.Governance.Data;
using LostCases.Governance.Running;
using LostCases.Simulator;
using LostCases.Workflows.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Elsa.Tests;

/// <summary>
/// Each walk of <see cref="Recordings"/> on real Elsa; its journal is what stands recorded. With <c>LOSTCASES_UPDATE_JOURNALS=1</c> it is
/// recorded anew.
/// </summary>
public sealed class When_journals_are_recorded(ChainOffice office) : IClassFixture<ChainOffice>
{
    private static readonly bool Anew = Environment.GetEnvironmentVariable("LOSTCASES_UPDATE_JOURNALS") == "1";

    public static TheoryData<string> Names { get; } = [.. Recordings.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Elsa_still_writes_what_is_recorded(string name)
    {
        var walked = await WalkAsync(Recordings.All[name]);
        if (Anew)
        {
            walked.Write();
        }

        Assert.Equal(JsonSerializer.Serialize(RecordedWalk.Read(name) with { Elsa = walked.Elsa }, Platform.Json.Options), JsonSerializer.Serialize(walked, Platform.Json.Options));
    }

    [Fact]
    public void Nothing_else_is_recorded() => Assert.Empty(RecordedWalk.All.Except(Recordings.All.Keys));

    /// <summary>Walks it on Elsa; what Elsa wrote is rolled back at the end.</summary>
    private async Task<RecordedWalk> WalkAsync(Recording recording)
    {
        var (definition, problems) = DefinitionReader.Read(recording.Model);
        Assert.Empty(problems);
        await using var scope = office.Service.Services.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Database.BeginTransactionAsync();
        var engine = scope.ServiceProvider.GetRequiredService<IEngine>();
        var run = new Run(Recording.InstanceOf(recording.Name), definition!, $"recorded:{recording.Name}", Guid.Empty, "recorded");
        await engine.KeepAsync([Twin.Version(run.VersionId, recording.Model)], CancellationToken.None);

        var steps = new List<Taken>();
        Advance? last = null;
        foreach (var command in recording.Commands.Prepend(Command.Start))
        {
            last = command.Do switch
            {
                "start" => await engine.StartAsync(run, recording.Facts, CancellationToken.None),
                "set" => await Twin.SetAsync(engine, run, last!.State, command.Box!),
                "cancel" => await engine.CancelAsync(run, last!.State, CancellationToken.None),
                _ => await engine.AnswerAsync(run, last!.State, command.Request(run.Id), command.Port!, command.Facts!, CancellationToken.None),
            };
            steps.Add(new Taken(command, Outcome.Of(last)));
        }

        return new RecordedWalk
        {
            Name = recording.Name,
            Elsa = typeof(global::Elsa.Workflows.IWorkflowRunner).Assembly.GetName().Version!.ToString(3),
            Definition = recording.Model,
            Instance = run.Id,
            Facts = recording.Facts,
            Steps = steps,
        };
    }
}
