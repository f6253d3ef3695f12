using System.Text.Json.Nodes;
using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using LostCases.Portal.Texts;

namespace LostCases.Portal.Review;

/// <summary>What the workbench does with what is carried over, and for whom it is.</summary>
internal static class Bench
{
    /// <summary>Acts it sends itself; the others have pages of their own.</summary>
    internal static readonly string[] Own = ["complete-review", "return-for-supplement", "give-joint-opinion"];

    private const int MostDefects = 50;
    private const int LongestText = 2000;
    private const int LongestReasons = 8000;
    private static readonly string[] Relations = ["REVIEW_BODY", "JOINT_MEMBER"];

    /// <summary>For the reviewing body and the members of a joint review; what each may read and do the owners say.</summary>
    internal static bool IsFor(CaseDetail detail, Actor actor) => detail.Parties.Any(p => p.OrganisationId == actor.OrganisationId && Relations.Contains(p.Relation));

    internal static string Address(Guid caseId) => $"/cases/{caseId}/review";

    /// <summary>Adds the words as a defect of a return; says what came of it.</summary>
    internal static string AddDefect(ActForm form, Passage passage, string text, Words words)
    {
        var defects = List(form, "defects");
        var defect = words.Format("bench.cited", passage.Source, text);
        if (defects.Count >= MostDefects)
        {
            return words.Format("bench.tooMany", MostDefects);
        }

        if (defect.Length > LongestText)
        {
            return words.Format("bench.tooLong", LongestText);
        }

        defects.Add(defect);
        form.Errors.Remove("defects");
        return words.Format("bench.defectAdded", defects.Count);
    }

    /// <summary>Quotes the words where they belong: into the opinion on their finding, else into the opinion as a whole.</summary>
    internal static string Quote(ActForm form, Passage passage, string text, Words words)
    {
        var row = passage.FindingId is { } finding ? List(form, "perFinding").OfType<JsonObject>().FirstOrDefault(r => r["findingId"]?.ToString() == finding.ToString()) : null;
        var (into, name, most) = row is not null ? (row, "text", LongestText)
            : form.Act.Name == "give-joint-opinion" ? (form.Body, "text", 2 * LongestText)
            : (form.Body, "reasons", LongestReasons);
        var before = into[name]?.ToString() ?? "";
        var after = $"{before}{(before.Length == 0 || before.EndsWith('\n') ? "" : "\n")}{words.Format("bench.cited", passage.Source, text)}";
        if (after.Length > most)
        {
            return words.Format("bench.tooLong", most);
        }

        into[name] = after;
        form.Errors.Remove(name);
        return words.Format("bench.quoted", row is not null ? form.NameOf(passage.FindingId.ToString(), _ => "") : words[name == "reasons" ? "form.reasons" : "form.opinionText"]);
    }

    private static JsonArray List(ActForm form, string name)
    {
        if (form.Body[name] is JsonArray there)
        {
            return there;
        }

        var made = new JsonArray();
        form.Body[name] = made;
        return made;
    }
}
