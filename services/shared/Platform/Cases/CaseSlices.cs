using LostCases.Contracts;

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
}
