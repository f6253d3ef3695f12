using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using LostCases.Steps;

namespace LostCases.Elsa.Steps;

/// <summary>
/// What Elsa must know of our boxes: one descriptor a step of the catalogue, and the two boxes that are not steps. Nothing is declared
/// here; how they look in Studio says Governance's palette.
/// </summary>
internal sealed class StepProvider : IActivityProvider
{
    /// <inheritdoc/>
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default) => new(
    [
        .. StepCatalogue.All.Select(s => Describe<Step>(s.TypeName, s.Zh, s.About, s.Outcomes, s.Inputs, evaluate: false)),
        Describe<Decide>(RoutingBoxes.Decide, evaluate: true),
        Describe<Meet>(RoutingBoxes.Meet, evaluate: true),
        Describe<Notify>(RoutingBoxes.Notify, evaluate: false),
    ]);

    private static ActivityDescriptor Describe<T>(RoutingBox box, bool evaluate)
        where T : Activity => Describe<T>(box.TypeName, box.Zh, box.About, [.. box.Ports.Select(p => p.Value)], box.Inputs, evaluate);

    private static ActivityDescriptor Describe<T>(string type, string zh, string about, IReadOnlyList<string> ports, IReadOnlyList<StepInput> inputs, bool evaluate)
        where T : Activity => new()
        {
            TypeName = type,
            ClrType = typeof(T),
            Namespace = "LostCases",
            Name = type[StepCatalogue.Prefix.Length..],
            Version = 1,
            Category = "败诉案件追责",
            DisplayName = zh,
            Description = about,
            Ports = [.. ports.Select(p => new Port { Name = p, DisplayName = p, Type = PortType.Flow })],
            Inputs = [.. inputs.Select(i => Describe(i, evaluate))],
            Constructor = context =>
            {
                var made = context.CreateActivity<T>();
                made.Activity.Type = type;
                return made;
            },
        };

    /// <summary>A setting, typed as Studio writes it. A step's are not worked out when it runs: Governance reads and sends them, so a list written by hand cannot stop a case here.</summary>
    private static InputDescriptor Describe(StepInput input, bool evaluate) => new()
    {
        Name = input.Name,
        DisplayName = input.Zh,
        Type = input.IsList ? typeof(ICollection<string>) : typeof(string),
        IsWrapped = true,
        IsSynthetic = true,
        AutoEvaluate = evaluate,
        UIHint = input.UiHint,
        DefaultSyntax = input.IsList ? "Object" : "Literal",
        ValueGetter = activity => activity.SyntheticProperties.GetValueOrDefault(input.Name),
        ValueSetter = (activity, value) => activity.SyntheticProperties[input.Name] = value!,
    };
}
