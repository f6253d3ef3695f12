namespace LostCases.Demo;

/// <summary>The requests people send, as the services' OpenAPI documents describe them.</summary>
internal sealed class Forms(DemoCase line, Schedule schedule, Roster roster)
{
    private const string Why = "演示数据按相对日期补录";
    private readonly Narrative _words = new(line, schedule, roster);

    /// <summary>An act of the moment, with its content.</summary>
    internal Dictionary<string, object?> On(Moment moment, params (string Name, object? Value)[] content) => On(schedule[moment], content);

    /// <summary>An act of the day, with its content.</summary>
    internal static Dictionary<string, object?> On(DateOnly day, params (string Name, object? Value)[] content) =>
        content.Append(("on", day)).Append(("backdatingReason", Why)).ToDictionary(c => c.Item1, c => c.Item2);

    /// <summary>The registration (登记).</summary>
    internal Dictionary<string, object?> Registration() => On(
        Moment.Registered,
        ("caseNo", schedule.CaseNo),
        ("courtId", roster[line.Court].Id),
        ("instance", line.Instance == Rules.Instance.First ? "FIRST" : "SECOND"),
        ("docType", "JUDGMENT"),
        ("madeOn", schedule.MadeOn),
        ("agencyId", roster[line.Agency].Id),
        ("implementingBodyId", line.Implementing is { } body ? roster[body].Id : null),
        ("result", line.Result),
        ("actName", _words.Act),
        ("actDate", schedule.ActDate),
        ("servedOnAgency", schedule.ServedOn),
        ("certifiedOn", schedule.CertifiedOn));

    /// <summary>The completed investigation (调查完成).</summary>
    internal Dictionary<string, object?> Investigation() => On(
        Moment.Completed,
        ("causes", new[] { new { code = line.Cause, main = true, text = _words.Cause } }),
        ("narrative", _words.Analysis),
        ("handlingOpinion", _words.Handling),
        ("unitProposed", line.UnitInquiry),
        ("nominalAtFault", line.Implementing is null ? null : line.People.Count > 1),
        ("persons", line.People.Select((p, i) => new
        {
            name = Narrative.PersonName(i),
            role = i == 0 ? "OTHER_DIRECTLY_RESPONSIBLE" : "DIRECT_PERSON_IN_CHARGE",
            belongsTo = roster[i == 0 && line.Implementing is { } body ? body : line.Agency].Id,
            authority = p != "TRANSFER" ? "AGENCY" : line.IsMunicipal ? "MUNI_ORG_DEPT" : "COUNTY_ORG_DEPT",
            postAtAct = Narrative.Post(i, p),
            finding = Finding(p),
        })));

    /// <summary>What is decided on a finding that was concluded so; null where another organ decides.</summary>
    internal static object? Decision(Guid findingId, string conclusion) => conclusion == "TRANSFER" ? null : new
    {
        findingId,
        result = conclusion,
        sanctions = Sanctions(conclusion),
    };

    /// <summary>Forms of responsibility that go with a conclusion.</summary>
    internal static string[] Sanctions(string conclusion) => conclusion switch
    {
        "PURSUE" => ["WRITTEN_SELF_CRITICISM"],
        "TRANSFER" => ["CIRCULAR_CRITICISM"],
        _ => [],
    };

    private Dictionary<string, object?> Finding(string conclusion)
    {
        var finding = new Dictionary<string, object?>
        {
            ["conclusion"] = conclusion == "TRANSFER" ? "PURSUE" : conclusion,
            ["reason"] = _words.Reason(conclusion),
            ["exemptionConsidered"] = true,
            ["proposedSanctions"] = Sanctions(conclusion),
        };
        foreach (var (name, value) in Grounds(conclusion))
        {
            finding[name] = value;
        }

        return finding;
    }

    private (string Name, object Value)[] Grounds(string conclusion) => conclusion switch
    {
        "PURSUE" or "TRANSFER" =>
        [
            ("mustGrounds", new[] { line.Cause switch { "C-INACT" => "FAIL_DUTY", "C-LITI" => "IMPROPER_LITIGATION_CONDUCT", _ => "IMPROPER_DUTY" } }),
            ("faultDegree", "NEGLIGENT"),
            ("factors", new
            {
                consequence = new { scale = 2, text = "行政行为被依法纠正，未造成其他损失" },
                nature = new { scale = 3, text = "履行职责不正确，属于可以避免的工作失误" },
                fault = new { scale = 3, text = "一般过失" },
            }),
        ],
        "NOT_PURSUED" when line.Cause == "C-LAW" => [("notPursueGrounds", new[] { "LAW_INTERPRETATION_DIVERGENCE" }), ("legalSource", "上级主管部门关于新旧规定衔接适用的书面答复")],
        "NOT_PURSUED" =>
        [
            ("notPursueGrounds", new[] { "MINOR_CORRECTED" }),
            ("faultDegree", "SLIGHT"),
            ("educationRecord", "科室批评教育谈话记录一份，已存卷"),
            ("educatedOn", Schedule.Shift(schedule[Moment.Completed], -6)),
            ("correctedOn", Schedule.Shift(schedule[Moment.Completed], -3)),
        ],
        "EXEMPT" =>
        [
            ("exemption", "KEY_WORK_MISTAKE"),
            ("exemptionBasis", "市政府重点工作专项行动部署文件"),
            ("assessment", new
            {
                motive = "出于公心，没有谋取私利", conditions = "时限紧、任务重，无先例可循", procedure = "经集体研究决定", degree = "性质较轻",
                consequence = "后果可控", recovery = "已主动纠正并挽回影响",
            }),
            ("correctiveMeasures", _words.Measure),
            ("redLineCrossed", false),
        ],
        _ => [],
    };
}
