using System.Globalization;
using LostCases.Intake.Data;
using LostCases.Rules;

namespace LostCases.Intake.Judgments;

/// <summary>What intake tells of a case from the judgment and the way it goes (登记事实).</summary>
internal static class RegisteredFacts
{
    /// <summary>The facts, by name; the scope is undecided.</summary>
    /// <param name="draft">What is said of the judgment; complete.</param>
    /// <param name="caseNo">Case number, normalised.</param>
    /// <param name="agency">The losing agency.</param>
    /// <param name="reading">What was judged of it.</param>
    /// <param name="inCity">Whether the agency belongs to the city.</param>
    /// <param name="on">Date of registration.</param>
    internal static Dictionary<string, string> Of(JudgmentDraft draft, string caseNo, Agency agency, JudgmentReading reading, bool inCity, DateOnly on)
    {
        var route = reading.Route!;
        var facts = new Dictionary<string, string>
        {
            [Fact.Scope] = "UNDECIDED",
            [Fact.CaseNo] = caseNo,
            [Fact.Result] = Code.Of(draft.Result!.Value),
            [Fact.AgencyLevel] = Code.Of(agency.Level),
            [Fact.ActDate] = Day(draft.ActDate!.Value),
            [Fact.ServedOn] = Day(draft.ServedOnAgency!.Value),
            [Fact.RegisteredOn] = Day(on),
            [Fact.Route] = route.FullCode,
            [Fact.RouteClause] = route.Clause,
            [Fact.County] = Truth(route.CountyFiling),
            [Fact.JointRequired] = Truth(route.JointRequired),
            [Fact.InCity] = Truth(inCity),
        };
        if (reading.Effective!.EffectiveOn is { } effectiveOn)
        {
            facts[Fact.EffectiveOn] = Day(effectiveOn);
        }

        return facts;
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Truth(bool value) => value ? "TRUE" : "FALSE";
}
