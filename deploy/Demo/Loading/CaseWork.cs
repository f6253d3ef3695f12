namespace LostCases.Demo;

/// <summary>Takes one case from registration as far as its line says, each act by the person who does it in an office.</summary>
internal sealed partial class CaseWork(DemoCase line, Schedule schedule, Roster roster, Clerk clerk)
{
    private static readonly string[] Disputed = ["DISPUTED"];
    private static readonly string[] Materials = ["责任分析报告", "行政判决书", "审核意见书"];
    private static readonly string[] MunicipalHolders = ["LOSING_AGENCY", "REVIEW_BODY"];
    private readonly Narrative _words = new(line, schedule, roster);
    private readonly Forms _forms = new(line, schedule, roster);

    private Task<Person> Officer => roster.OfficerAsync(line.Agency);

    private Task<Person> Reviewer => roster.ReviewerAsync(line.Legal);

    private Task<Person> Leader => roster.LeaderAsync(line.Legal);

    /// <summary>Does what has not been done yet.</summary>
    internal async Task RunAsync()
    {
        await RegisterAsync();
        await BesideInvestigationAsync();
        await InvestigateAsync();
        await SubmitAsync();
        await JointReviewAsync();
        await InterruptAsync();
        await ReviewAsync();
        await DisposeAsync();
        await CorrectAsync();
        await CloseAsync();
    }

    /// <summary>Half of the cases come from the court, the others from the agency itself; then the legal body decides on scope.</summary>
    private async Task RegisterAsync()
    {
        var registrar = await (Chain.Between(line, 0, 1, 8) == 0 ? roster.LiaisonAsync(line.Court) : Officer);
        await clerk.RegisterAsync(registrar, _forms.Registration());
        await clerk.UploadAsync(registrar, "intake", "JUDGMENT", _words.Judgment);
        if (line.OutOfScope is { } reason)
        {
            await clerk.ActAsync(await Reviewer, "intake/confirm-out-of-scope", "", _forms.On(Moment.Scope, ("reason", reason)));
        }
        else if (schedule.Has(Moment.Scope))
        {
            await clerk.ActAsync(await Reviewer, "intake/confirm-in-scope", "", _forms.On(Moment.Scope));
        }
    }

    /// <summary>A copy of another judgment, a judicial suggestion, an inquiry into the unit.</summary>
    private async Task BesideInvestigationAsync()
    {
        if (line.Unregistered is { } other)
        {
            await clerk.NounAsync(await roster.LiaisonAsync(line.Court), "/api/intake/court-copies", "court-copy", _forms.On(
                Moment.Registered, ("caseNo", schedule.Number(other)), ("addresseeId", roster[line.Legal].Id)));
        }

        if (line.Suggestion is { } number)
        {
            await clerk.ActAsync(await roster.LiaisonAsync(line.Court), "intake/receive-judicial-suggestion", "", _forms.On(
                Moment.Scope,
                ("documentNo", number.Replace("{y}", $"{schedule.MadeOn.Year}", StringComparison.Ordinal)),
                ("kind", "GROSS_FAULT"),
                ("addressees", new[] { roster[line.Agency].Name }),
                ("copies", new[] { roster[line.Legal].Name }),
                ("subject", "建议规范先行登记保存程序，对违反法定程序的执法人员依法追究过错责任。")));
        }

        if (line.UnitInquiry)
        {
            await clerk.ActAsync(await Officer, "investigation/refer-unit-inquiry", "", Forms.On(
                Schedule.Shift(schedule[Moment.Scope], 2), ("reason", $"{_words.Act}由集体决定实施，拟提请上一级机关调查单位责任。")));
        }
    }

    private async Task InvestigateAsync()
    {
        if (schedule.Has(Moment.Completed))
        {
            await clerk.ActAsync(await Officer, "investigation/complete-investigation", "Investigate", _forms.Investigation());
        }

        if (line.MissingStamp)
        {
            await clerk.UploadAsync(await Officer, "investigation", "REPORT", _words.Report);
            await clerk.RefusedAsync(await Officer, "investigation/submit-report", "STAMP_MISSING", () => SubmissionAsync(Forms.On(schedule.Today)));
        }
    }

    private async Task SubmitAsync()
    {
        if (schedule.Has(Moment.Submitted))
        {
            await clerk.ActAsync(await Officer, "investigation/submit-report", "SubmitReport", () => SubmissionAsync(_forms.On(Moment.Submitted)));
        }

        if (schedule.Has(Moment.Accepted))
        {
            await clerk.ActAsync(await Reviewer, "review/accept-report", "Review", _forms.On(Moment.Accepted));
        }

        if (schedule.Has(Moment.Returned))
        {
            await clerk.ActAsync(await Reviewer, "review/return-for-supplement", "Review", _forms.On(Moment.Returned, ("defects", line.Defects)));
        }

        if (schedule.Has(Moment.Resubmitted))
        {
            await clerk.ActAsync(await Officer, "investigation/resubmit-report", "Supplement", _forms.On(Moment.Resubmitted, ("answers", line.Answered)));
        }
    }

    /// <summary>The report with the losing agency's stamp.</summary>
    private async Task<Dictionary<string, object?>> SubmissionAsync(Dictionary<string, object?> body)
    {
        var report = await clerk.UploadAsync(await Officer, "investigation", "REPORT", _words.Report);
        body["stamps"] = new[] { roster[line.Agency].Id };
        body["attachments"] = new[] { report, clerk.Judgment };
        return body;
    }

    private async Task JointReviewAsync()
    {
        if (!schedule.Has(Moment.JointStarted))
        {
            return;
        }

        await clerk.ActAsync(await Leader, "review/start-joint-review", "Review", _forms.On(
            Moment.JointStarted, ("marks", Disputed), ("reason", _words.JointReason), ("members", line.Members.Select(m => roster[m].Id))));
        foreach (var (member, opinion) in line.Members.Zip(line.Opinions))
        {
            await clerk.ActAsync(
                await roster.LiaisonAsync(member), "review/give-joint-opinion", "",
                () => Task.FromResult(_forms.On(Moment.JointOpinions, ("opinion", opinion), ("text", Narrative.JointOpinion(opinion)))), $"opinion.{member}");
        }

        if (schedule.Has(Moment.JointConcluded))
        {
            var minutes = await clerk.UploadAsync(await Reviewer, "review", "MINUTES", _words.Minutes);
            await clerk.ActAsync(await Reviewer, "review/conclude-joint-review", "JointReview", _forms.On(
                Moment.JointConcluded, ("conclusion", "同意责任单位的调查处理意见。"), ("minutesDocumentId", minutes)));
        }
    }

    private async Task ReviewAsync()
    {
        if (!schedule.Has(Moment.Reviewed))
        {
            return;
        }

        await clerk.ActAsync(await Leader, "review/complete-review", "Review", _forms.On(Moment.Reviewed, ("opinion", "AGREE"), ("reasons", _words.Opinion)));
        if (schedule.Has(Moment.Filed))
        {
            await clerk.ActAsync(await Reviewer, "review/file-with-city", "FileWithCity", _forms.On(Moment.Filed));
        }

        if (schedule.Has(Moment.FeedbackSent))
        {
            var opinion = await clerk.UploadAsync(await Reviewer, "review", "OPINION", _words.OpinionPaper);
            await clerk.ActAsync(await Reviewer, "review/send-feedback", "SendFeedback", _forms.On(Moment.FeedbackSent, ("opinionDocumentId", opinion)));
        }
    }
}
