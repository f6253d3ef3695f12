using LostCases.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Platform;

/// <summary>An act on a case and who may do it.</summary>
internal sealed record CaseActMark(string Name, Permit[] Permits);

/// <summary>Something told of a case and who may read it.</summary>
internal sealed record CaseReadingMark(string Name, Permit[] Permits)
{
    internal bool Admits(Actor actor, CaseCard card) => Permits.Length == 0 || Permits.Any(p => p.Admits(actor, card));
}

/// <summary>
/// What the person who asks can do on the case now (可办事项): admitted, in a state that allows it, at a step that is open. The law
/// may still refuse what is sent.
/// </summary>
/// <param name="Acts">Names of the acts, as in their addresses.</param>
/// <param name="Readings">Names of what the person may read of it here.</param>
/// <param name="Version">The owner's version of the case they were judged by, for <c>If-Match</c>.</param>
public sealed record PossibleActs(IReadOnlyList<string> Acts, IReadOnlyList<string> Readings, long Version)
{
    internal static async Task<PossibleActs> GetAsync(CaseReading reading, EndpointDataSource endpoints, StepDesk desk, CancellationToken ct)
    {
        var (actor, card, acts) = (reading.Actor, reading.Card, new List<string>());
        var open = await desk.OpenHereAsync(card.CaseId, ct);
        foreach (var endpoint in endpoints.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<CaseActMark>() is not { } act || endpoint.Metadata.GetMetadata<ActMoment>() is not { } moment)
            {
                continue;
            }

            var admitting = act.Permits.Where(p => p.Admits(actor, card)).ToList();
            if (admitting.Count > 0 && !ActFilter.IsConflicted(actor, card, admitting)
                && (moment.From is not { } transition || StateMachine.Check(transition, card.State()) is Accepted)
                && (moment.Step is null || open.Contains(moment.Step))
                && moment.Waits(card))
            {
                acts.Add(act.Name);
            }
        }

        var readings = endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<CaseReadingMark>()).OfType<CaseReadingMark>().Where(r => r.Admits(actor, card));
        return new(acts, [.. readings.Select(r => r.Name)], card.Version);
    }
}

/// <summary>Maps <see cref="PossibleActs"/>.</summary>
public static class PossibleActsEndpoint
{
    /// <summary><c>GET {group}/{caseId}/acts?atLeast=</c>, for whoever sees the case.</summary>
    public static void MapPossibleActs(this IEndpointRouteBuilder cases) => cases.MapGet("/{caseId:guid}/acts", PossibleActs.GetAsync).OfCase("possible-acts");
}
