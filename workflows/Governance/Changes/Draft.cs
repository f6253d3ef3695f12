using System.Text.Json;
using LostCases.Governance.Data;
using LostCases.Governance.Gate;
using LostCases.Governance.Organisations;
using LostCases.Simulator;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Changes;

/// <summary>A draft beside the version in force: what it changes in sentences, what the gate says, and the drawing for lighting the path.</summary>
internal static class Draft
{
    internal static async Task<object> ViewAsync(WorkflowDbContext db, DefinitionVersion draft, string language, CancellationToken ct)
    {
        var before = await db.Definitions.AsNoTracking()
            .Where(d => d.DefinitionId == draft.DefinitionId && d.PublishedAt != null && d.Version < draft.Version)
            .OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        using var model = JsonDocument.Parse(draft.Model);
        var (now, faults) = DefinitionReader.Read(model.RootElement);
        var old = before is null ? null : Read(before);
        var named = await NamedParticipants.OfAsync(db, ct);
        string Told(Sentence sentence) => named.Aggregate(sentence.In(language), (text, option) => text.Replace(option.Value, language == "en" ? option.En : option.Zh, StringComparison.Ordinal));
        return new
        {
            draft.DefinitionId,
            VersionId = draft.Id,
            draft.Name,
            draft.Version,
            draft.Hash,
            IsDraft = draft.PublishedAt is null,
            BaseVersion = before?.Version,
            Sentences = old is null || (now ?? DefinitionReader.Sketch(model.RootElement)) is not { } drawn ? [] : ChangeSentences.Between(old, drawn).Select(Told).ToList(),
            Problems = now is null
                ? faults.Select(f => new Refused(null, null, f, [])).ToList()
                : LawfulEditGate.Examine(now).Select(f => new Refused(f.Rule.ToString(), f.Clause, language == "en" ? f.En : f.Zh, f.Path)).ToList(),
            Drawing = DrawnModel.Of(model.RootElement),
        };
    }

    private static Definition? Read(DefinitionVersion version)
    {
        using var json = JsonDocument.Parse(version.Model);
        return DefinitionReader.Read(json.RootElement).Definition;
    }

    private sealed record Refused(string? Rule, string? Clause, string Text, IReadOnlyList<string> Path);
}
