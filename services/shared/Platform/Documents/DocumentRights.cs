namespace LostCases.Platform;

/// <summary>Who keeps and reads the documents a service holds of a case.</summary>
public sealed record DocumentRights
{
    /// <summary>Who adds documents and reads all of them.</summary>
    public Permit[] Keep { get; init; } = [];

    /// <summary>Who reads all of them and adds none.</summary>
    public Permit[] Read { get; init; } = [];

    /// <summary>Who adds documents and reads some.</summary>
    public DocumentShare[] Share { get; init; } = [];

    internal Permit[] Adders => [.. Keep, .. Share.Select(s => s.Who)];

    internal Permit[] Readers => [.. Adders, .. Read];

    /// <summary>Those of a case's documents the reader may see: all, or the kinds shared and what he has added himself.</summary>
    internal IQueryable<StoredDocument> VisibleTo(IQueryable<StoredDocument> documents, CaseReading reading)
    {
        var (actor, card) = (reading.Actor, reading.Card);
        var ofCase = documents.Where(d => d.CaseId == card.CaseId);
        if (Keep.Concat(Read).Any(p => p.Admits(actor, card)))
        {
            return ofCase;
        }

        var kinds = Share.Where(s => s.Who.Admits(actor, card)).SelectMany(s => s.Kinds).ToList();
        return ofCase.Where(d => kinds.Contains(d.Kind) || d.StoredBy == actor.Id);
    }
}

/// <summary>People who read documents of some kinds only, and their own.</summary>
/// <param name="Who">The people.</param>
/// <param name="Kinds">The kinds.</param>
public sealed record DocumentShare(Permit Who, params string[] Kinds);
