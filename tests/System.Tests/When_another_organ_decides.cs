namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_another_organ_decides
{
    [Fact]
    public async Task A_correction_meanwhile_does_not_end_the_wait_for_its_result()
    {
        var office = await Office.OpenAsync();
        await office.AddAsync("body", "示例县综合行政执法局", "COUNTY_UNIT", "county");
        await office.AddAsync("organ", "示例县纪委监委", "DISCIPLINE", "county");
        var findings = await ToDisposeAsync(office);
        await office.ActAsync(office.Officer, "disposition", "transfer-finding", "", new { findingId = findings["COUNTY_ORG_DEPT"], organId = office["organ"], materials = new[] { "调查报告" } });
        await office.ActAsync(office.Officer, "disposition", "record-disposition-pending-transfer", "Dispose", Office.Disposition(findings["AGENCY"]));
        await office.WaitAsync("AwaitTransferResults");

        await office.ActAsync(office.PersonAsync("legal", "SECRETARIAT"), "disposition", "order-correction", "",
            new { reasons = "处理偏轻", requiredAction = "重新研究处理", addresseeId = office["body"] });
        await office.WaitAsync("Redispose");
        Assert.Equal("FORBIDDEN", (await Office.RefusedAsync(await office.Officer, $"/api/disposition/cases/{office.Case}/receive-correction", new { })).Code);
        await office.ActAsync(office.PersonAsync("body", "AGENCY_OFFICER"), "disposition", "receive-correction", "", new { });
        await office.ActAsync(office.Officer, "disposition", "record-redisposition", "Redispose", Redisposition(findings["AGENCY"]));

        var page = await office.PageAsync();
        Assert.Equal("TRANSFERRED", page.GetProperty("state").GetString());
        Assert.Equal("ILLEGAL_TRANSITION", (await CloseAsync(office)).Split(':')[0]);
        var decision = await office.UploadAsync(office.Officer, "disposition", "DECISION");
        await office.ActAsync(office.Officer, "disposition", "record-transfer-result", "AwaitTransferResults",
            new { findingId = findings["COUNTY_ORG_DEPT"], result = "PURSUE", sanctions = new[] { "TRANSFER_POST" }, documentId = decision });
        await office.WaitAsync("CloseCase");
        Assert.Equal("DISPOSED", (await office.PageAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task It_acknowledges_what_it_was_sent_or_sends_it_back_and_another_organ_decides()
    {
        var office = await Office.OpenAsync();
        await office.AddAsync("body", "示例县综合行政执法局", "COUNTY_UNIT", "county");
        await office.AddAsync("organ", "示例县纪委监委", "DISCIPLINE", "county");
        await office.AddAsync("competent", "示例县委组织部", "ORG_DEPT", "county");
        var findings = await ToDisposeAsync(office);
        var (organ, competent, finding) = (office.PersonAsync("organ", "DISCIPLINE_LIAISON"), office.PersonAsync("competent", "ORG_LIAISON"), findings["COUNTY_ORG_DEPT"]);
        var act = (string name) => $"/api/disposition/cases/{office.Case}/{name}";
        await office.ActAsync(office.Officer, "disposition", "transfer-finding", "", new { findingId = finding, organId = office["organ"], materials = new[] { "调查报告" } });
        Assert.Equal("FORBIDDEN", (await Office.RefusedAsync(await office.Officer, act("acknowledge-transfer"), new { findingId = finding })).Code);
        await office.ActAsync(organ, "disposition", "acknowledge-transfer", "", new { findingId = finding });
        Assert.Equal("TRANSFER_ACKNOWLEDGED", (await Office.RefusedAsync(await organ, act("acknowledge-transfer"), new { findingId = finding })).Code);
        await office.ActAsync(office.Officer, "disposition", "record-disposition-pending-transfer", "Dispose", Office.Disposition(findings["AGENCY"]));
        await office.WaitAsync("AwaitTransferResults");

        Assert.Equal("TRANSFER_NOT_RETURNED", (await Office.RefusedAsync(await office.Officer, act("redirect-transfer"), Sent(office, "competent", finding))).Code);
        await office.ActAsync(organ, "disposition", "return-transfer", "", new { findingId = finding, reason = "不属于本机关管理" });
        Assert.Equal("TRANSFERRED", (await office.PageAsync()).GetProperty("state").GetString());
        Assert.Equal("TRANSFER_RESULT_PENDING", (await Office.RefusedAsync(await office.Officer, act("all-transfer-results-in"), new { })).Code);
        Assert.Equal("TRANSFER_INCOMPLETE", (await Office.RefusedAsync(await office.Officer, act("redirect-transfer"), Sent(office, "organ", finding))).Code);
        await office.ActAsync(office.Officer, "disposition", "redirect-transfer", "", Sent(office, "competent", finding));

        var decision = await office.UploadAsync(competent, "disposition", "DECISION");
        var result = new { findingId = finding, result = "PURSUE", sanctions = new[] { "TRANSFER_POST" }, documentId = decision };
        Assert.Equal("FORBIDDEN", (await Office.RefusedAsync(await organ, act("record-transfer-result"), result)).Code);
        await office.ActAsync(competent, "disposition", "record-transfer-result", "AwaitTransferResults", result);
        var page = await office.PageAsync();
        Assert.Equal("DISPOSED", page.GetProperty("state").GetString());
        Assert.All(page.GetProperty("clocks").EnumerateArray().Where(c => c.GetProperty("kind").GetString() == "TRANSFER_FOLLOWUP"), c => Assert.NotNull(c.GetProperty("stoppedOn").GetString()));
    }

    private static object Sent(Office office, string organ, Guid finding) => new { findingId = finding, organId = office[organ], materials = new[] { "调查报告" } };

    private static async Task<Dictionary<string, Guid>> ToDisposeAsync(Office office)
    {
        var registration = office.Registration();
        registration["implementingBodyId"] = office["body"];
        await office.InScopeAsync(registration);
        var investigation = Office.Investigation(office["agency"]);
        investigation["nominalAtFault"] = true;
        investigation["persons"] = new[] { Person("某甲", "agency", "AGENCY"), Person("某乙", "body", "COUNTY_ORG_DEPT") };
        await office.ActAsync(office.Officer, "investigation", "complete-investigation", "Investigate", investigation);
        var (report, judgment) = (await office.UploadAsync(office.Officer, "investigation", "REPORT"), await office.UploadAsync(office.Officer, "investigation", "JUDGMENT"));
        await office.ActAsync(office.Officer, "investigation", "submit-report", "SubmitReport",
            new { stamps = new[] { office["agency"], office["body"] }, attachments = new[] { report, judgment } });
        await office.ActAsync(office.Reviewer, "review", "accept-report", "Review", new { });
        await office.ActAsync(office.Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = "见审核意见书" });
        await office.WaitAsync("SendFeedback");
        await office.SendFeedbackAsync();
        await office.ActAsync(office.Officer, "disposition", "receive-feedback", "ReceiveFeedback", new { });
        await office.WaitAsync("Dispose");
        return (await office.PageAsync()).GetProperty("findings").EnumerateArray()
            .ToDictionary(f => f.GetProperty("authority").GetString()!, f => f.GetProperty("findingId").GetGuid());

        object Person(string name, string unit, string authority) =>
            new { name, role = "OTHER_DIRECTLY_RESPONSIBLE", belongsTo = office[unit], authority, finding = Office.Finding() };
    }

    private static object Redisposition(Guid finding) => new
    {
        documentNo = "示例处〔2026〕2号",
        answer = "已逐项研究",
        decisions = new[] { new { findingId = finding, result = "PURSUE", sanctions = new[] { "CIRCULAR_CRITICISM" }, deviationReason = "按纠正意见加重" } },
    };

    private static async Task<string> CloseAsync(Office office) => (await Office.RefusedAsync(
        await office.Reviewer, $"/api/intake/cases/{office.Case}/close-case", new { copiesHeldBy = new[] { "LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY" } })).Code;
}
