using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using LostCases.Portal.Ui;

namespace LostCases.Portal.Notices;

/// <summary>How the desk and the case page speak of notices.</summary>
internal static class NoticeWords
{
    /// <summary>提醒 before the due day, 催办 of those who are to act, 督办 by those above them.</summary>
    internal static string Kind(Words words, NoticeTold notice) => words[notice switch
    {
        { Stage: "URGED" } => "reminder.byHand",
        { Stage: "APPROACHING" } => "reminder.remind",
        { Step: "LEGAL_BODY" or "SECRETARIAT" } => "reminder.supervise",
        _ => "reminder.urge",
    }];

    /// <summary>How it stood on the day it was told of.</summary>
    internal static string Standing(Words words, NoticeTold notice) => notice switch
    {
        { Stage: "URGED" } => words["reminder.byHand"],
        { Stage: "PASSED" } => words.Format(notice.Nature == "MUST" ? "deadline.late" : "deadline.exceeded", notice.WorkingDays),
        { WorkingDays: 0 } => words["deadline.today"],
        _ => words.Format("deadline.left", notice.WorkingDays),
    };

    /// <summary>Colour only for what is late or urged.</summary>
    internal static Tone Tone(NoticeTold notice) => notice.Stage == "APPROACHING" && notice.WorkingDays > 0 ? Ui.Tone.Plain
        : notice.Nature == "MUST" ? Ui.Tone.Late
        : Ui.Tone.Exceeded;

    /// <summary>What it is about: a limit, or what was urged.</summary>
    internal static string About(Words words, NoticeTold notice) => notice.Stage == "URGED"
        ? words.Code("act", notice.Kind)
        : words.Format("reminder.limit", words.Code("clock", notice.Kind));

    /// <summary>Where the limit stands in the notice; empty where it comes from a setting.</summary>
    internal static string Clause(Words words, NoticeTold notice) =>
        Notice.Find(notice.Clause) is not { } clause ? "" : words.Language == Languages.English ? clause.AtEn : clause.At;

    /// <summary>The most pressing first: what is late longest, then what was urged, then what is near.</summary>
    internal static IEnumerable<NoticeTold> Ordered(IEnumerable<NoticeTold> notices) => notices
        .OrderBy(n => n.Stage switch { "PASSED" when n.Nature == "MUST" => 0, "PASSED" => 1, "URGED" => 2, _ => 3 })
        .ThenByDescending(n => n.Stage == "PASSED" ? n.WorkingDays : -n.WorkingDays)
        .ThenBy(n => n.CaseCode, StringComparer.Ordinal);
}
