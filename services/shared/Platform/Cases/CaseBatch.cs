using System.Diagnostics;
using LostCases.Contracts;

namespace LostCases.Platform;

/// <summary>
/// Many cases begun at once by their owner, for whom nothing waits: no clock runs, no step is answered, nobody else can know of them
/// yet. Each has its card and its chain as if begun alone; they are told together by the caller.
/// </summary>
public sealed class CaseBatch(CaseDbContext db, AuditTrail audit, PlatformOptions options, TimeProvider time)
{
    /// <summary>Begins one.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="code">Its system number.</param>
    /// <param name="slice">What its owner tells of it.</param>
    /// <param name="on">Business date.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="what">The event, from its header.</param>
    public T Begin<T>(Guid caseId, string code, CaseSlice slice, DateOnly on, Actor actor, Func<CaseHeader, T> what)
        where T : class, ICaseEvent
    {
        var header = new CaseHeader
        {
            Id = caseId,
            Code = code,
            Owner = options.Owner,
            Sequence = 1,
            On = on,
            RecordedAt = time.GetUtcNow(),
            ActorId = actor.Id,
            ActorOrganisationId = actor.OrganisationId,
            Slice = slice,
        };
        var card = new CaseCard { CaseId = caseId, Version = 1, LastTrace = Activity.Current?.Id };
        card.Take(header);
        db.Cards.Add(card);
        var happened = what(header);
        audit.Begin(caseId, typeof(T).Name, actor, happened);
        return happened;
    }
}
