using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Rules;
using Microsoft.AspNetCore.Http;

namespace LostCases.Platform;

/// <summary>What every act's request may carry.</summary>
public abstract record ActRequest
{
    /// <summary>Business date where it is not today (补录); dates in Asia/Shanghai.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why the act is recorded later than it was done; required with an earlier <see cref="On"/>.</summary>
    [StringLength(500)]
    public string? BackdatingReason { get; init; }
}

/// <summary>The act in hand: who, on which case, on which date. Filled before the handler runs.</summary>
public sealed class CaseAct(StepDesk desk, IHttpContextAccessor http)
{
    /// <summary>Who acts.</summary>
    public Actor Actor { get; internal set; } = null!;

    /// <summary>The case acted on where it exists, even if this person may not see it.</summary>
    internal Guid? Subject { get; set; }

    /// <summary>The change to the case; null for acts that open one.</summary>
    public CaseSession Case { get; set; } = null!;

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today { get; internal set; }

    /// <summary>Business date of the act.</summary>
    public DateOnly On { get; internal set; }

    /// <summary>
    /// Whether the act is refused: first because the state does not allow its transition, then by the first decision that
    /// refuses, last because the chain has not opened its step (<see cref="ActMoment"/>). Null means go on.
    /// </summary>
    public async Task<IResult?> RefuseAsync(CancellationToken ct, params Decision[] decisions)
    {
        var (transition, step) = http.HttpContext!.GetEndpoint()?.Metadata.GetMetadata<ActMoment>() ?? new();
        if (transition is { } wanted && StateMachine.Check(wanted, Case.Card.State()) is Refused illegal)
        {
            return Problems.Refused(http.HttpContext!, illegal);
        }

        if (decisions.OfType<Refused>().FirstOrDefault() is { } refused)
        {
            return Refuse(refused);
        }

        if (step is null || await desk.IsOpenAsync(Case.Card.CaseId, step, ct))
        {
            return null;
        }

        var open = await desk.OpenAnywhereAsync(Case.Card.CaseId, ct);
        return Problems.Refused(
            http.HttpContext!,
            new Refused("STEP_NOT_OPEN", "", step),
            new Dictionary<string, object?> { ["open"] = open.Select(s => new { s.Step, s.OrganisationIds, s.Roles }) });
    }

    /// <summary>Refuses the act for a reason found in the handler, naming the field it is about.</summary>
    public IResult Refuse(Refused refused, string? field = null, params (string Name, object? Value)[] more)
    {
        var extensions = more.ToDictionary(m => m.Name, m => m.Value);
        extensions["field"] = field ?? refused.Subject;
        return Problems.Refused(http.HttpContext!, refused, extensions);
    }

    /// <summary>Date the case was registered; no later act can be earlier.</summary>
    public DateOnly? Registered() => Case.Card.Facts().Date(Fact.RegisteredOn);

    /// <summary>Publishes what happened and ends the act well: the answer carries the new version and state.</summary>
    public async Task<IResult> DoneAsync<T>(Func<CaseHeader, T> what, CancellationToken ct, object? detail = null)
        where T : class, ICaseEvent
    {
        await Case.PublishAsync(what, On, Actor, ct, detail);
        return Done();
    }

    /// <summary>Ends an act well whose event is published already, or that had nothing left to do.</summary>
    public IResult Done()
    {
        var card = Case.Card;
        return new ActDone(new ActAnswer(card.CaseId, card.Code, Code.Of(card.State()), card.Version), card.Version);
    }

    /// <summary>Ends an act without a case well: everything is committed, then the answer is written.</summary>
    public static IResult Done(object answer) => new ActDone(answer, null);
}

/// <summary>Answer to an act.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseCode">System number.</param>
/// <param name="State">State after the act as known to the service that took it.</param>
/// <param name="Version">The owner's version of the case; also in the ETag as <c>"owner.version"</c>.</param>
public sealed record ActAnswer(Guid CaseId, string CaseCode, string State, long Version);

/// <summary>A result the act filter commits before it is written.</summary>
internal sealed record ActDone(object Answer, long? Version) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Response.WriteAsJsonAsync(Answer, Answer.GetType(), Json.Options);
}
