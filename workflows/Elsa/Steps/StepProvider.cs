using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints.Dropdown;
using LostCases.Steps;

namespace LostCases.Elsa.Steps;

/// <summary>The palette: one descriptor a step of the catalogue, and the two boxes that are not steps. Nothing is declared here.</summary>
internal sealed class StepProvider : IActivityProvider
{
    private static readonly StepOption[] Operators = [new("Equals", "等于", "is"), new("NotEquals", "不等于", "is not"), new("Contains", "包含", "contains")];

    /// <inheritdoc/>
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default) => new(
    [
        .. StepCatalogue.All.Select(s => Describe<Step>(s.TypeName, s.Zh, $"{s.About} · {s.En} · {s.Clause}", s.Outcomes, s.Inputs)),
        Describe<Decide>(StepCatalogue.Decide, "判断", "按流转事实选择出口 · Decide by a fact", ["True", "False"],
        [
            new StepInput("fact", "事实", "Fact", "dropdown", [.. RoutingFacts.All.Select(f => new StepOption(f, f, f))]),
            new StepInput("operator", "比较", "Comparison", "dropdown", Operators),
            new StepInput("value", "值", "Value", "singleline"),
        ]),
        Describe<Meet>(StepCatalogue.Meet, "汇合", "同一分支的各条路径在此汇合 · Paths of one branch meet", ["Done"], []),
    ]);

    private static ActivityDescriptor Describe<T>(string type, string zh, string about, IReadOnlyList<string> ports, IReadOnlyList<StepInput> inputs)
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
            Inputs = [.. inputs.Select(Describe)],
            Constructor = context =>
            {
                var made = context.CreateActivity<T>();
                made.Activity.Type = type;
                return made;
            },
        };

    private static InputDescriptor Describe(StepInput input) => new()
    {
        Name = input.Name,
        DisplayName = input.Zh,
        Type = typeof(string),
        IsWrapped = true,
        IsSynthetic = true,
        UIHint = input.UiHint,
        DefaultSyntax = "Literal",
        ValueGetter = activity => activity.SyntheticProperties.GetValueOrDefault(input.Name),
        ValueSetter = (activity, value) => activity.SyntheticProperties[input.Name] = value!,
        UISpecifications = input.Options.Length == 0
            ? null
            : new Dictionary<string, object> { [input.UiHint] = new DropDownProps { SelectList = new SelectList([.. input.Options.Select(o => new SelectListItem(o.Zh, o.Value))]) } },
    };
}
