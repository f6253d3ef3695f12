using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using LostCases.Portal.Ui;

namespace LostCases.Portal.Review;

/// <summary>The agency's report as parts and passages: causes, analysis, each person's finding, proposal, answers to returns.</summary>
internal sealed class Report(Words words, CaseDetail detail, InvestigationView found, ReviewView review)
{
    /// <summary>The parts in the order they are read.</summary>
    internal IReadOnlyList<Part> Parts() => [.. Returns(), Causes(), Narrative(), .. found.Persons.Select(Person), Opinion()];

    /// <summary>What members of joint reviews said in words.</summary>
    internal IReadOnlyList<Passage> Said() => [.. review.JointReviews.SelectMany(j => j.Members
        .Where(m => !string.IsNullOrWhiteSpace(m.Text))
        .Select(m => new Passage(SaidKey(j, m), UnitName(detail, m.OrganisationId) ?? words.Code("group", m.Group), "", m.Text!)))];

    /// <summary>Key of what a member said.</summary>
    internal static string SaidKey(JointReviewHeld joint, JointMember member) => $"joint-{joint.Number}-{member.OrganisationId}";

    /// <summary>Name of an organisation of the case, where it has one.</summary>
    internal static string? UnitName(CaseDetail detail, Guid organisation) =>
        detail.Parties.FirstOrDefault(p => p.OrganisationId == organisation) is { Name.Length: > 0 } party ? party.Name : null;

    private IEnumerable<Part> Returns() => review.Returns.Where(r => r.ResubmittedOn is not null).Select(r => new Part(
        words.Format("bench.answered", r.Number), words.Format("case.returned", words.Document(r.On)),
        [.. r.Defects.Select((defect, n) => Answer(r.Number, n, defect))]));

    private Passage Answer(int number, int n, string defect)
    {
        var answer = found.Returns.FirstOrDefault(r => r.Number == number)?.Answers.ElementAtOrDefault(n);
        return new($"return-{number}-{n}", words.Format("bench.answerNth", n + 1), $"{n + 1}. {UserText.Clean(defect)}", answer ?? words["bench.noAnswer"]);
    }

    private Part Causes() => new(words["form.causes"], null, [.. found.Causes.Select((cause, n) => new Passage(
        $"cause-{n}", words["form.causes"], words[cause.Main ? "bench.mainCause" : "bench.otherCause"],
        string.IsNullOrWhiteSpace(cause.Text) ? words.Code("cause", cause.Code) : words.Format("bench.both", words.Code("cause", cause.Code), cause.Text)))]);

    private Part Narrative() => new(words["form.narrative"], null, Lines("narrative", words["form.narrative"], found.Narrative));

    private Part Opinion() => new(words["form.handlingOpinion"], found.UnitProposed is { } proposed ? words[proposed ? "bench.unitProposed" : "bench.unitNotProposed"] : null,
        Lines("opinion", words["form.handlingOpinion"], found.HandlingOpinion));

    private static IReadOnlyList<Passage> Lines(string key, string source, string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, n) => new Passage($"{key}-{n}", source, "", line))];

    private Part Person(Examined person, int n)
    {
        var finding = person.Finding;
        var told = new List<Passage>();
        void Tell(string label, string? text, params IReadOnlyList<string> clauses)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                var named = words[$"form.{label}"];
                told.Add(new($"finding-{n}-{label}", words.Format("bench.of", person.Name, named), named, text) { FindingId = person.FindingId, Clauses = clauses });
            }
        }

        Tell("conclusion", words.Code("conclusion", finding.Conclusion));
        Tell("grounds", Named(finding), person.Clauses);
        Tell("reason", finding.Reason);
        Tell("balancingReason", finding.BalancingReason, "N2.3-h");
        Tell("faultDegree", words.Code("faultDegree", finding.FaultDegree));
        Tell("consequenceText", finding.ConsequenceText);
        Tell("legalSource", finding.LegalSource);
        Tell("checksMade", finding.ChecksMade);
        Tell("educationRecord", finding.EducationRecord);
        Tell("exemptionBasis", finding.ExemptionBasis);
        Tell("assessment", Assessed(finding.Assessment), "N4.1-b");
        Tell("correctiveMeasures", finding.CorrectiveMeasures);
        Tell("factors", Weighed(finding.Factors), "N2.4-a");
        Tell("proposedSanctions", List(finding.ProposedSanctions.Select(s => s == "OTHER" && finding.OtherSanction is { } other ? other : words.Code("sanction", s))));
        var post = string.IsNullOrWhiteSpace(person.PostAtAct) ? "" : person.PostAtAct + words["list.comma"];
        return new(person.Name, $"{post}{words.Code("personRole", person.Role)}{words["list.comma"]}{words.Code("authority", person.Authority)}", told);
    }

    private string Named(Finding finding) => List(
        [
            .. finding.MustGrounds.Select(g => words.Code("mustGround", g)),
            .. finding.NotPursueGrounds.Select(g => words.Code("notPursueGround", g)),
            .. finding.Exemption is { } exempted ? [words.Code("exemption", exempted)] : Array.Empty<string>(),
        ]);

    private string? Weighed(FactorsWeighed? f) => f is null ? null : Sentences(
        ("effect", $"{f.Consequence.Scale}", f.Consequence.Text), ("nature", $"{f.Nature.Scale}", f.Nature.Text), ("faultWeight", $"{f.Fault.Scale}", f.Fault.Text));

    private string Sentences(params (string Label, string Scale, string Text)[] factors) =>
        string.Concat(factors.Select(f => words.Format("bench.factor", words[$"form.{f.Label}"], f.Scale, f.Text)));

    private string? Assessed(ExemptionAssessed? a) => a is null ? null : string.Concat(new[]
    {
        ("motive", a.Motive), ("conditions", a.Conditions), ("procedure", a.Procedure), ("degree", a.Degree), ("effect", a.Consequence), ("recovery", a.Recovery),
    }.Select(f => words.Format("bench.assessed", words[$"form.{f.Item1}"], f.Item2)));

    private string List(IEnumerable<string> said) => string.Join(words["list.comma"], said);
}
