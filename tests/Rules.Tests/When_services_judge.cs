using System.Reflection;

namespace LostCases.Rules.Tests;

/// <summary>Where a rule takes the settings, a service gives it those of the case: the defaults are for whoever has no case.</summary>
[Trait("Clause", "N6-a")]
public sealed class When_services_judge
{
    private static readonly string[] Asking =
    [
        .. from type in typeof(ScopeTest).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.GetParameters().Any(p => p.ParameterType == typeof(Policy))
           select $"{type.Name}.{method.Name}(",
    ];

    [Fact]
    public void They_give_the_settings_of_the_case()
    {
        var calls = Source.Of("services").Where(f => !Source.Rules.Any(r => r.Name == f.Name)).SelectMany(f => Calls(f.Text).Select(c => (f.Name, Call: c))).ToList();
        Assert.True(calls.Count > 15, $"Only {calls.Count} calls were found in the source.");
        Assert.DoesNotContain(calls, c => !GivesSettings(c.Call));
    }

    [Fact]
    public void A_call_without_them_is_noticed() => Assert.Single(
        Calls("""return ClosingRules.Close(facts, Executed(1), []) ?? ClosingRules.Close(facts, Executed(1), [], act.Case.Policy);"""), c => !GivesSettings(c));

    private static bool GivesSettings(string call) => call.Contains("olicy", StringComparison.Ordinal);

    /// <summary>Each call of a rule that takes settings, to its closing parenthesis.</summary>
    private static IEnumerable<string> Calls(string text)
    {
        foreach (var name in Asking)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var (end, depth) = (at + name.Length, 1);
                for (; depth > 0; end++)
                {
                    depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
                }

                yield return text[at..end];
            }
        }
    }
}
