using LostCases.Rules;

namespace LostCases.Demo;

/// <summary>What is dated in a case, in the order it happens.</summary>
internal enum Moment
{
    /// <summary>生效.</summary>
    Effective,

    /// <summary>登记.</summary>
    Registered,

    /// <summary>甄别.</summary>
    Scope,

    /// <summary>调查完成.</summary>
    Completed,

    /// <summary>报审.</summary>
    Submitted,

    /// <summary>接收.</summary>
    Accepted,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>补充报审.</summary>
    Resubmitted,

    /// <summary>启动联合审核.</summary>
    JointStarted,

    /// <summary>联合审核意见.</summary>
    JointOpinions,

    /// <summary>联合审核结束.</summary>
    JointConcluded,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>登记再审裁判.</summary>
    Retried,

    /// <summary>终止.</summary>
    Terminated,

    /// <summary>审核完成.</summary>
    Reviewed,

    /// <summary>备案.</summary>
    Filed,

    /// <summary>反馈.</summary>
    FeedbackSent,

    /// <summary>签收.</summary>
    Received,

    /// <summary>移送.</summary>
    Transferred,

    /// <summary>处理.</summary>
    Disposed,

    /// <summary>提出纠正.</summary>
    CorrectionOrdered,

    /// <summary>签收纠正意见.</summary>
    CorrectionReceived,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>
/// When everything in a case happens. One date is fixed by what the line promises (the start of the limit that runs, or the last act);
/// the others lie before and after it at intervals that people take, never after today.
/// </summary>
internal sealed class Schedule
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private readonly Dictionary<Moment, DateOnly> _dates = [];
    private readonly DemoCase _case;
    private readonly DateOnly _today;

    /// <summary>Plans a case as of a day in Asia/Shanghai.</summary>
    internal Schedule(DemoCase line, DateOnly today)
    {
        (_case, _today) = (line, today);
        var moments = Chain.Of(line);
        var (anchor, on) = Anchor(moments);
        var at = moments.IndexOf(anchor);
        _dates[anchor] = on;
        for (var i = at - 1; i >= 0; i--)
        {
            _dates[moments[i]] = Shift(_dates[moments[i + 1]], -Chain.Gap(line, moments[i + 1]));
        }

        for (var i = at + 1; i < moments.Count; i++)
        {
            var next = Shift(_dates[moments[i - 1]], Chain.Gap(line, moments[i]));
            _dates[moments[i]] = next < _today ? next : _today;
        }

        var shared = line.SameJudgmentAs is { } other ? new Schedule(DemoCase.Of(other), today) : null;
        (ServedOn, CertifiedOn) = shared is null ? Served(_dates[Moment.Effective]) : (shared.ServedOn, shared.CertifiedOn);
        MadeOn = shared?.MadeOn ?? Shift(ServedOn, -Chain.Between(line, 3, 7, 5));
        ActDate = line.ActDate ?? shared?.ActDate ?? MadeOn.AddDays(-Chain.Between(line, 210, 330, 6));
    }

    /// <summary>When it happens.</summary>
    internal DateOnly this[Moment moment] => _dates[moment];

    /// <summary>Service on the agency (送达).</summary>
    internal DateOnly ServedOn { get; }

    /// <summary>Date on the court's certificate (生效证明), where the appeal period does not lead to the effective date by itself.</summary>
    internal DateOnly? CertifiedOn { get; }

    /// <summary>Date of the judgment.</summary>
    internal DateOnly MadeOn { get; }

    /// <summary>Date of the administrative act.</summary>
    internal DateOnly ActDate { get; }

    /// <summary>The day the dates are relative to.</summary>
    internal DateOnly Today => _today;

    /// <summary>The case number with its year; the court had opened the case some months before.</summary>
    internal string CaseNo => Number(_case.No);

    /// <summary>A number of the same year.</summary>
    internal string Number(string number) => $"（{MadeOn.AddMonths(-4).Year}）{number}号";

    /// <summary>Whether the moment is part of the case.</summary>
    internal bool Has(Moment moment) => _dates.ContainsKey(moment);

    /// <summary>The day that is so many working days away; a limit of 0 ends on the next working day where today is none.</summary>
    internal static DateOnly DueOn(DateOnly today, int workingDays) => workingDays switch
    {
        0 => Calendar.RollForward(today),
        > 0 => Shift(today, workingDays),
        < 0 => Shift(Calendar.IsWorkingDay(today) ? today : Shift(today, -1), workingDays),
    };

    /// <summary>The n-th working day after the date, or before it.</summary>
    internal static DateOnly Shift(DateOnly date, int workingDays)
    {
        if (workingDays >= 0)
        {
            return Calendar.AddWorkingDays(date, workingDays);
        }

        for (var left = -workingDays; left > 0;)
        {
            date = date.AddDays(-1);
            left -= Calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    private (Moment Anchor, DateOnly On) Anchor(List<Moment> moments)
    {
        if (_case.SameJudgmentAs is { } other)
        {
            return (Moment.Effective, new Schedule(DemoCase.Of(other), _today)[Moment.Effective]);
        }

        return _case.Due is { } due && Chain.Limit(_case) is { } limit
            ? (limit.Start, Shift(DueOn(_today, due), -Policy.Default.Clock(limit.Kind).Length))
            : (moments[^1], Shift(DueOn(_today, 0), -_case.Ago));
    }

    /// <summary>The day of service that the effective date follows from; a certificate where no working day does.</summary>
    private (DateOnly ServedOn, DateOnly? CertifiedOn) Served(DateOnly effective)
    {
        if (_case.Instance != Instance.First)
        {
            return (effective, null);
        }

        for (var served = effective.AddDays(-16); served > effective.AddDays(-30); served = served.AddDays(-1))
        {
            var reading = EffectiveDate.Of(
                new JudgmentFacts { Instance = Instance.First, DocType = DocType.Judgment, ServedOnAgency = served }, Calendar, Policy.Default);
            if (reading.EffectiveOn == effective && Calendar.IsWorkingDay(served))
            {
                return (served, null);
            }
        }

        return (Shift(effective, -14), effective);
    }
}
