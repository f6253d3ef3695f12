using LostCases.Rules;

namespace LostCases.Demo.Tests;

public sealed class When_the_demo_is_planned
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private static readonly IReadOnlyList<DateOnly> Days = [.. Enumerable.Range(0, 365).Select(d => new DateOnly(2026, 1, 1).AddDays(d))];

    [Fact]
    public void Everything_happens_in_its_order_on_whatever_day_it_is_loaded() => Assert.Empty(Planned().SelectMany(p => OutOfOrder(p.Line, p.Plan, p.Today)));

    [Fact]
    public void The_effective_date_follows_from_the_service() => Assert.Empty(Planned()
        .Where(p => EffectiveDate.Of(
            new JudgmentFacts { Instance = p.Line.Instance, DocType = DocType.Judgment, ServedOnAgency = p.Plan.ServedOn, CertifiedOn = p.Plan.CertifiedOn },
            Calendar, Policy.Default).EffectiveOn != p.Plan[Moment.Effective])
        .Select(p => $"{p.Line.Key} on {p.Today}"));

    [Fact]
    public void The_limits_stand_as_promised_on_whatever_day_it_is_loaded() => Assert.All(Days, today =>
    {
        var standing = DemoCase.All.Select(l => Limit(l, today)).OfType<(ClockNature Nature, DateOnly DueOn)>().ToList();
        var (first, last) = (Schedule.DueOn(today, 0), Schedule.DueOn(today, 5));
        Assert.Equal(3, standing.Count(s => s.DueOn < today && s.Nature == ClockNature.Must));
        Assert.Equal(4, standing.Count(s => s.DueOn < today && s.Nature == ClockNature.Soft));
        Assert.Equal(0, standing.Count(s => s.DueOn < today && s.Nature == ClockNature.Configured));
        Assert.Equal(2, standing.Count(s => s.DueOn == first));
        Assert.Equal(6, standing.Count(s => s.DueOn > first && s.DueOn <= last));
    });

    [Fact]
    public void Case_numbers_are_numbers_and_each_agency_has_one_case_of_a_judgment()
    {
        var numbers = DemoCase.All.Select(l => (l.Agency, new Schedule(l, Days[200]).CaseNo)).ToList();
        Assert.All(numbers, n => Assert.True(CaseNumber.TryParse(n.CaseNo, out _), n.CaseNo));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Courts_and_places_are_fictional() => Assert.All(DemoCase.All, l => Assert.StartsWith("浙99", l.No, StringComparison.Ordinal));

    [Fact]
    public void A_page_is_a_PDF_whose_table_finds_its_objects()
    {
        var file = System.Text.Encoding.ASCII.GetString(Pdf.Of("审核意见书", "同意调查处理意见。"));
        Assert.StartsWith("%PDF-1.4\n", file, StringComparison.Ordinal);
        var table = file.IndexOf("xref\n", StringComparison.Ordinal);
        Assert.Contains($"startxref\n{table}\n%%EOF", file, StringComparison.Ordinal);
        Assert.All(
            file[table..].Split('\n').Where(l => l.EndsWith(" n ", StringComparison.Ordinal)).Select((l, i) => (At: int.Parse(l[..10], null), Number: i + 1)),
            o => Assert.StartsWith($"{o.Number} 0 obj\n", file[o.At..], StringComparison.Ordinal));
    }

    private static IEnumerable<(DemoCase Line, Schedule Plan, DateOnly Today)> Planned() =>
        Days.SelectMany(d => DemoCase.All.Select(l => (l, new Schedule(l, d), d)));

    private static IEnumerable<string> OutOfOrder(DemoCase line, Schedule plan, DateOnly today)
    {
        var dates = Enum.GetValues<Moment>().Where(plan.Has).Select(m => plan[m]).Prepend(plan.ServedOn).Prepend(plan.MadeOn).Prepend(plan.ActDate).Append(today).ToList();
        return dates.Zip(dates.Skip(1)).Any(p => p.First > p.Second) ? [$"{line.Key} on {today}: {string.Join(" ", dates)}"] : [];
    }

    /// <summary>The limit that runs in the line's state; the joint one of a suspended case is paused.</summary>
    private static (ClockNature Nature, DateOnly DueOn)? Limit(DemoCase line, DateOnly today)
    {
        if (Chain.Limit(line) is not var (start, kind) || (kind == ClockKind.Filing && !line.Unfiled))
        {
            return null;
        }

        var terms = Policy.Default.Clock(kind);
        return (terms.Nature, Clock.Read(terms, new Schedule(line, today)[start], [], Calendar).DueOn);
    }
}
