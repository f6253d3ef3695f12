using System.Globalization;
using System.Text;
using LostCases.Notification.Data;
using LostCases.Rules;

namespace LostCases.Notification.Mail;

/// <summary>What mails say, in Chinese and below in English: the case's number, the limit and where to act; never a name, a person or what was found.</summary>
internal static class MailText
{
    private const string Product = "败诉案件追责容错协同平台";

    /// <summary>Subject and text about a notice.</summary>
    internal static (string Subject, string Body) Of(Notice notice, string caseCode, string publicUrl)
    {
        var (zh, en) = About(notice);
        var link = $"{publicUrl.TrimEnd('/')}/cases/{notice.CaseId}";
        return ($"【{Product}】{zh}（{caseCode}）",
            $"""
            案件 {caseCode}：{zh}。
            {Due(notice)}请登录办理：{link}

            Case {caseCode}: {en}.
            {link}

            本邮件由系统自动发出，请勿回复。通知方式可在“通知设置”中更改。
            Sent by the system; do not reply. Change what you receive under "Notification settings".
            """);
    }

    /// <summary>Subject and text of a digest.</summary>
    internal static (string Subject, string Body) Digest(DateOnly on, IReadOnlyList<DigestLine> todos, IReadOnlyList<DigestLine> notices, string publicUrl)
    {
        var body = new StringBuilder();
        void List(string zh, string en, IReadOnlyList<DigestLine> lines)
        {
            body.Append(CultureInfo.InvariantCulture, $"{zh}（{lines.Count}）· {en}").AppendLine();
            foreach (var line in lines.Take(Most))
            {
                body.Append("  ").Append(line.CaseCode).Append("  ").Append(line.Zh).Append(" / ").AppendLine(line.En);
            }

            if (lines.Count > Most)
            {
                body.Append(CultureInfo.InvariantCulture, $"  …… 另有 {lines.Count - Most} 项 / {lines.Count - Most} more").AppendLine();
            }

            body.AppendLine();
        }

        List("等我办理", "Waiting for me", todos);
        List("提醒、催办与督办", "Reminders and supervision", notices);
        body.Append(publicUrl.TrimEnd('/')).AppendLine("/desk").AppendLine();
        body.Append("本邮件由系统自动发出，请勿回复。 Sent by the system; do not reply.");
        return ($"【{Product}】{on:yyyy年M月d日}摘要：待办 {todos.Count} 项，提醒 {notices.Count} 项", body.ToString());
    }

    /// <summary>A notice in words.</summary>
    internal static (string Zh, string En) About(Notice notice)
    {
        var (limitZh, limitEn) = Code.TryParse<ClockKind>(notice.Kind, out var kind) ? Labels(kind) : ("", "");
        return notice.Stage switch
        {
            "URGED" => ($"催办：{Step(notice.Kind).Zh}", $"Urged: {Step(notice.Kind).En}"),
            "PASSED" => ($"{Word(notice)}：{limitZh}期限已超 {notice.WorkingDays} 个工作日", $"{limitEn} limit passed by {notice.WorkingDays} working days"),
            _ when notice.WorkingDays == 0 => ($"提醒：{limitZh}期限今天到期", $"{limitEn} limit ends today"),
            _ => ($"提醒：{limitZh}期限还有 {notice.WorkingDays} 个工作日", $"{limitEn} limit ends in {notice.WorkingDays} working days"),
        };
    }

    /// <summary>A step of the chain in words; its code where this version does not know it.</summary>
    internal static (string Zh, string En) Step(string step) => step switch
    {
        "Screen" => ("甄别是否列入", "Decide on scope"),
        "Investigate" => ("完成调查", "Complete the investigation"),
        "SubmitReport" => ("报送审核", "Submit the report"),
        "Supplement" => ("补充后重新报审", "Supplement and resubmit"),
        "Review" => ("审核", "Review"),
        "JointReview" => ("联合审核", "Joint review"),
        "DecideUnit" => ("决定单位责任", "Decide on the unit"),
        "SendFeedback" => ("反馈审核意见", "Send the feedback"),
        "FileWithCity" => ("报市备案", "File with the city"),
        "ReceiveFeedback" => ("签收审核意见", "Sign for the feedback"),
        "Dispose" => ("作出处理", "Decide"),
        "AwaitTransferResults" => ("登记移送结果", "Record results of transfers"),
        "Redispose" => ("按纠正意见重新处理", "Decide anew"),
        "CloseCase" => ("办结归档", "Close the case"),
        "Approval" => ("会签", "Approval"),
        _ => (step, step),
    };

    private const int Most = 50;

    private static string Word(Notice notice) => notice.Step is "LEGAL_BODY" or "SECRETARIAT" ? "督办" : "催办";

    private static string Due(Notice notice) => notice.DueOn is { } due ? $"到期日：{due:yyyy-MM-dd}。" : "";

    private static (string Zh, string En) Labels(ClockKind kind) => kind switch
    {
        ClockKind.Investigation => ("调查", "Investigation"),
        ClockKind.Submit => ("报审", "Submission"),
        ClockKind.Review => ("审核", "Review"),
        ClockKind.Feedback => ("反馈", "Feedback"),
        ClockKind.Filing => ("备案", "Filing"),
        ClockKind.Disposition => ("处理", "Disposition"),
        ClockKind.Resubmit => ("补正", "Resubmission"),
        ClockKind.Redisposition => ("重新处理", "New disposition"),
        ClockKind.UnitDecision => ("单位责任", "Decision on the unit"),
        ClockKind.TransferFollowup => ("移送跟踪", "Follow-up of a transfer"),
        ClockKind.SuggestionReply => ("司法建议回复", "Reply to a suggestion"),
        _ => ("", ""),
    };
}

/// <summary>A line of a digest.</summary>
internal sealed record DigestLine(string CaseCode, string Zh, string En);
