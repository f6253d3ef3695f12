namespace LostCases.Demo;

/// <summary>From the feedback to the end, and the ways a case leaves the straight path.</summary>
internal sealed partial class CaseWork
{
    private async Task DisposeAsync()
    {
        if (schedule.Has(Moment.Received))
        {
            await clerk.ActAsync(await Officer, "disposition/receive-feedback", "ReceiveFeedback", _forms.On(Moment.Received));
        }

        if (schedule.Has(Moment.Transferred))
        {
            await clerk.ActAsync(await Officer, "disposition/transfer-finding", "", async () => _forms.On(
                Moment.Transferred,
                ("findingId", (await FindingsAsync()).First(f => f.Conclusion == "TRANSFER").Id),
                ("organId", roster[line.Organ!].Id),
                ("materials", Materials)));
        }

        if (schedule.Has(Moment.Disposed))
        {
            await clerk.ActAsync(await Officer, line.Organ is null ? "disposition/record-disposition" : "disposition/record-disposition-pending-transfer", "Dispose", async () => _forms.On(
                Moment.Disposed,
                ("documentNo", _words.DecisionNo),
                ("decisions", (await FindingsAsync()).Select(f => Forms.Decision(f.Id, f.Conclusion)).OfType<object>())));
        }
    }

    /// <summary>The joint conference corrects what was decided (纠正).</summary>
    private async Task CorrectAsync()
    {
        if (!schedule.Has(Moment.CorrectionOrdered))
        {
            return;
        }

        var secretariat = await roster.SecretariatAsync();
        var conference = await clerk.NounAsync(secretariat, "/api/oversight/conferences", "conference", _forms.On(
            Moment.CorrectionOrdered, ("regular", true), ("minutes", "听取上半年败诉案件责任追究情况，研究对一件处理偏轻的案件提出纠正意见，部署行政执法质量提升行动。")));
        await clerk.ActAsync(secretariat, "disposition/order-correction", "", _forms.On(
            Moment.CorrectionOrdered,
            ("reasons", "对审核人不予追究的理由不充分：批评教育发生在裁判生效之后，不属于“经批评教育后改正”。"),
            ("requiredAction", "对审核人的责任重新作出认定和处理，并书面报告联席会议。"),
            ("conferenceId", conference)));
        await clerk.ActAsync(await Officer, "disposition/receive-correction", "", _forms.On(Moment.CorrectionReceived));
    }

    private async Task CloseAsync()
    {
        if (!schedule.Has(Moment.Closed))
        {
            return;
        }

        await clerk.ActAsync(await Reviewer, "intake/close-case", "CloseCase", async () => _forms.On(
            Moment.Closed,
            ("executions", await ExecutionsAsync()),
            ("copiesHeldBy", line.IsMunicipal ? MunicipalHolders : [.. MunicipalHolders, "FILING_BODY"])));
    }

    private async Task<List<object>> ExecutionsAsync()
    {
        var executions = new List<object>();
        foreach (var (id, name, conclusion) in await FindingsAsync())
        {
            foreach (var sanction in Forms.Sanctions(conclusion))
            {
                var proof = await clerk.UploadAsync(await Reviewer, "intake", "SELF_CRITICISM", Narrative.SelfCriticism(name), $".{executions.Count}");
                executions.Add(new { findingId = id, sanction, executedOn = schedule[Moment.Closed], documentId = proof });
            }
        }

        return executions;
    }

    /// <summary>A retrial with stay suspends the case; one that reverses the judgment ends it.</summary>
    private async Task InterruptAsync()
    {
        if (schedule.Has(Moment.Suspended))
        {
            await clerk.ActAsync(await Reviewer, "intake/suspend", "", _forms.On(
                Moment.Suspended, ("ground", "RETRIAL_ORDERED_WITH_STAY"), ("reason", "上级法院裁定再审，再审期间中止原判决的执行。")));
        }

        if (schedule.Has(Moment.Retried))
        {
            await clerk.ActAsync(await Reviewer, "intake/record-retrial", "", _forms.On(
                Moment.Retried, ("caseNo", schedule.Number(line.Retrial!)), ("result", "CLAIM_DISMISSED")));
            var judgment = await clerk.UploadAsync(await Reviewer, "intake", "JUDGMENT", _words.RetrialPaper, ".retrial");
            await clerk.ActAsync(await Reviewer, "intake/terminate", "", _forms.On(
                Moment.Terminated, ("ground", "RETRIAL_REVERSED"), ("reason", "再审判决撤销原判决，驳回原告诉讼请求，本机关不再败诉。"), ("documentId", judgment)));
        }
    }

    /// <summary>The findings with what the line concludes about each, in the order of the persons.</summary>
    private async Task<List<(Guid Id, string Name, string Conclusion)>> FindingsAsync()
    {
        var persons = (await clerk.ReadAsync(await Officer, "investigation")).GetProperty("persons").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("findingId").GetGuid());
        return [.. line.People.Select((conclusion, i) => (persons[Narrative.PersonName(i)], Narrative.PersonName(i), conclusion))];
    }
}
