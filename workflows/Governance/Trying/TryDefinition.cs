using System.Globalization;
using System.Text.Json;
using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Platform;
using LostCases.Rules;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Trying;

/// <summary>
/// POST /elsa/api/lostcases/tryouts (试走): walks a sample case through a version step by step. Nothing is kept and nobody is asked: the
/// page sends all answers so far, and hears where they lead.
/// </summary>
/// <param name="VersionId">The version, draft or published.</param>
/// <param name="Facts">Facts the sample starts with.</param>
/// <param name="Answers">Answers so far, in order.</param>
internal sealed record TryDefinition(string? VersionId, IReadOnlyDictionary<string, string>? Facts, IReadOnlyList<TriedAnswer>? Answers)
{
    private const int Most = 500;

    internal static async Task<IResult> HandleAsync(TryDefinition request, WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        if (await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.VersionId, ct) is not { } version)
        {
            return Problems.NotFound(http);
        }

        using var model = JsonDocument.Parse(version.Model);
        var (definition, problems) = DefinitionReader.Read(model.RootElement);
        if (definition is null)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "DEFINITION_NOT_SOUND", string.Join(' ', problems), "The draft cannot be walked yet; see what the gate says of it.");
        }

        var answers = request.Answers ?? [];
        if (answers.Count > Most)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "TOO_MANY_ANSWERS", $"试走不超过 {Most} 步。", $"A try-out has at most {Most} steps.", "answers");
        }

        var language = Problems.Language(http);
        var advance = Interpreter.Start(definition, Guid.Empty, request.Facts ?? new Dictionary<string, string>());
        var journal = advance.Journal.ToList();
        foreach (var answer in answers)
        {
            if (advance.State.Waits.FirstOrDefault(w => w.StepId == answer.StepId) is not { } wait || !definition.Nodes[wait.StepId].Ports.Contains(answer.Port))
            {
                return Problems.Bad(http, StatusCodes.Status400BadRequest, "STEP_NOT_OPEN", $"环节 {answer.StepId} 没有等待办理，或者没有这个出口。", $"The step {answer.StepId} does not wait, or has no such port.", "answers");
            }

            advance = Interpreter.Answer(definition, advance.State, wait.RequestId, answer.Port, answer.Facts ?? new Dictionary<string, string>());
            journal.AddRange(advance.Journal);
        }

        return TypedResults.Ok(new
        {
            VersionId = version.Id,
            version.Name,
            version.Version,
            advance.State.Status,
            Waits = advance.State.Waits.Select(w => Waiting(definition.Nodes[w.StepId], w.Round, language)),
            Journal = journal.Where(l => l.Event is not ("Started" or "Suspended")).Select(l => Line(definition.Nodes[l.ActivityId], l, language)),
            Incidents = advance.State.Incidents.Select(i => i.Message),
            Visited = journal.Select(l => l.ActivityId).Distinct(),
            advance.State.Facts,
            Drawing = DrawnModel.Of(model.RootElement),
        });
    }

    private static object Waiting(Node node, int round, string language)
    {
        var step = node.Step!;
        var office = StepOffice.Of(step, node.Inputs.GetValueOrDefault("participants"));
        return new
        {
            StepId = node.Id,
            node.Title,
            Step = step.Name,
            Kind = language == "en" ? step.En : step.Zh,
            Round = round,
            Office = language == "en" ? office.En : office.Zh,
            LimitWorkingDays = Limits.Of(node),
            Ports = node.Ports.Select(p => new { Port = p, Name = language == "en" ? PortNames.Of(p).En : PortNames.Of(p).Zh }),
            Facts = step.Facts.Select(f => new { Fact = f, Name = language == "en" ? PortNames.OfFact(f).En : PortNames.OfFact(f).Zh }),
        };
    }

    private static object Line(Node node, JournalLine line, string language) => new
    {
        StepId = node.Id,
        node.Title,
        line.Event,
        Detail = line.Detail is { } port && node.Ports.Contains(port) ? (language == "en" ? PortNames.Of(port).En : PortNames.Of(port).Zh) : line.Detail,
    };
}

/// <summary>An answer of the person who tries a draft.</summary>
/// <param name="StepId">The box.</param>
/// <param name="Port">Port it is left by.</param>
/// <param name="Facts">Facts it sets.</param>
internal sealed record TriedAnswer(string StepId, string Port, IReadOnlyDictionary<string, string>? Facts = null);

/// <summary>The limit that holds at a box, in working days; null where none does.</summary>
internal static class Limits
{
    internal static int? Of(Node node)
    {
        var statutory = ChainLaw.Clock(node.Step!.Name) is { } clock ? Policy.Default.Clock(clock).Length : (int?)null;
        return int.TryParse(node.Inputs.GetValueOrDefault("limitWorkingDays"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? Math.Min(set, statutory ?? set) : statutory;
    }
}
