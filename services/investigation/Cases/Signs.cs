using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Investigation.Cases;

/// <summary>What of an investigation suggests joint review (GAP-16): told to the reviewing body as codes, which decides.</summary>
internal static class Signs
{
    internal static string Of(CaseSession session, InvestigationRecord? record, IEnumerable<CasePerson> persons, bool objects) => string.Join(
        '+',
        JointSuggestions.Of(
            new JointSigns
            {
                LosingAgency = Code.TryParse<AgencyLevel>(session.Card.Facts().Text(Fact.AgencyLevel), out var level) ? level : null,
                Findings = [.. persons.Select(p => p.Finding)],
                UnitSerious = record is { UnitProposed: true, UnitSerious: true },
                BodiesDisagree = record?.BodiesDisagree == true,
                AgencyObjects = objects,
            },
            session.Policy).Select(Code.Of));
}
