using LostCases.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>Brings the case card up to date with an arriving event and opens the steps that were waiting for it.</summary>
internal sealed class CaseSlices(OwnerDbContext db, CaseStore store, StepDesk desk, PlatformOptions options)
{
    internal async Task ApplyAsync(ICaseEvent happened, CancellationToken ct)
    {
        if (db is not CaseDbContext || happened.Case.Owner == options.Owner)
        {
            return;
        }

        var card = await store.TakeAsync(happened.Case.Id, ct);
        await desk.NoteClosedAsync(card.CaseId, happened.Case.ClosedSteps, ct);
        if (happened is CaseRegistered registered)
        {
            card.Restrict(registered.RestrictedPersons);
        }

        if (card.Take(happened.Case))
        {
            await desk.OpenWaitingAsync(card, ct);
        }
    }

    /// <summary>Adds many cases that come here for the first time, with few questions; those that a later event has outrun are taken one by one.</summary>
    internal async Task ApplyAsync(PastCasesImported told, CancellationToken ct)
    {
        if (db is not CaseDbContext cases || told.Cases.Any(c => c.Case.Owner == options.Owner))
        {
            return;
        }

        var ids = told.Cases.Select(c => c.Case.Id).ToList();
        var known = await cases.Cards.AsNoTracking().Where(c => ids.Contains(c.CaseId)).Select(c => c.CaseId).ToListAsync(ct);
        foreach (var past in told.Cases)
        {
            if (known.Contains(past.Case.Id))
            {
                await ApplyAsync(past, ct);
                continue;
            }

            var card = new CaseCard { CaseId = past.Case.Id };
            card.Take(past.Case);
            cases.Cards.Add(card);
        }
    }
}
