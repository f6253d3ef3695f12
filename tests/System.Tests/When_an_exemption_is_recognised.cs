using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

/// <summary>Recognition of exemption (容错免责认定, N4.3-b…d, GAP-18) by the agency, by another organ, and what ends it.</summary>
[Collection("one after another")]
public sealed class When_an_exemption_is_recognised
{
    private static readonly object Exempted = new
    {
        conclusion = "EXEMPT",
        exemption = "KEY_WORK_MISTAKE",
        exemptionBasis = "示例部署文件",
        reason = "见报告",
        redLineCrossed = false,
        correctiveMeasures = "已完善流程",
        exemptionConsidered = true,
        assessment = new { motive = "为公", conditions = "时限紧", procedure = "合规", degree = "轻微", consequence = "有限", recovery = "已挽回" },
    };

    [Fact]
    public async Task The_agency_recognises_its_own_deducts_with_a_reason_and_a_correction_ends_it()
    {
        var office = await Office.OpenAsync();
        var findings = await ToDisposeAsync(office, ("某甲", "AGENCY"));
        var act = (string name) => $"/api/disposition/cases/{office.Case}/{name}";
        var finding = findings["AGENCY"];
        var said = new { findingId = finding, recognised = true, circumstance = "KEY_WORK_MISTAKE", personName = "某甲", documentNo = "示例认〔2026〕1号" };
        Assert.Equal("NOT_EXEMPTED", (await Office.RefusedAsync(await office.Officer, act("recognise-exemption"), said)).Code);
        await office.ActAsync(office.Officer, "disposition", "record-disposition", "Dispose", Decision(finding, "EXEMPT"));

        Assert.Contains("recognise-exemption", await PossibleAsync(office));
        Assert.Equal("RECOGNISER_WRONG", (await Office.RefusedAsync(await office.Reviewer, act("recognise-exemption"), said)).Code);
        Assert.Equal("EXEMPTION_NOT_RECOGNISED", (await Office.RefusedAsync(await office.Officer, act("record-deduction"), new { findingId = finding, points = 2, reason = "考核办法" })).Code);
        await office.ActAsync(office.Officer, "disposition", "recognise-exemption", "", said);
        Assert.Equal("EXEMPTION_SETTLED", (await Office.RefusedAsync(await office.Officer, act("recognise-exemption"), said)).Code);
        Assert.Equal("REASON_REQUIRED", (await Office.RefusedAsync(await office.Officer, act("record-deduction"), new { findingId = finding, points = 2, reason = " " })).Code);
        await office.ActAsync(office.Officer, "disposition", "record-deduction", "", new { findingId = finding, points = 2, reason = "考核办法第九条" });
        var person = await ExemptAsync(office, office.Officer);
        Assert.Equal("RECOGNISED", person.GetProperty("standing").GetString());
        Assert.Equal("NO_EFFECT", person.GetProperty("effects").GetProperty("promotion").GetString());
        Assert.Equal("考核办法第九条", person.GetProperty("said")[0].GetProperty("deductions")[0].GetProperty("reason").GetString());
        Assert.DoesNotContain("recognise-exemption", await PossibleAsync(office));

        await office.ActAsync(office.PersonAsync("legal", "SECRETARIAT"), "disposition", "order-correction", "", new { reasons = "不符合情形", requiredAction = "重新处理" });
        await office.ActAsync(office.Officer, "disposition", "receive-correction", "", new { });
        await office.ActAsync(office.Officer, "disposition", "record-redisposition", "Redispose", Decision(finding, "PURSUE"));
        person = await ExemptAsync(office, office.Officer);
        Assert.Equal("CANCELLED", person.GetProperty("standing").GetString());
        Assert.Equal("EXEMPTION_NOT_RECOGNISED", (await Office.RefusedAsync(await office.Officer, act("cancel-exemption"), new { findingId = finding, reason = "查实" })).Code);
    }

    [Fact]
    public async Task The_organ_it_was_transferred_to_recognises_and_cancels_its_own_and_nobody_elses()
    {
        var office = await Office.OpenAsync();
        await office.AddAsync("organ", "示例县委组织部", "ORG_DEPT", "county");
        await office.AddAsync("other", "示例县纪委监委", "DISCIPLINE", "county");
        var findings = await ToDisposeAsync(office, ("某甲", "AGENCY"), ("某乙", "COUNTY_ORG_DEPT"), ("某丙", "MUNI_ORG_DEPT"));
        var act = (string name) => $"/api/disposition/cases/{office.Case}/{name}";
        var (organ, other) = (office.PersonAsync("organ", "ORG_LIAISON"), office.PersonAsync("other", "DISCIPLINE_LIAISON"));
        await TransferAsync(office, findings["COUNTY_ORG_DEPT"], "organ");
        await TransferAsync(office, findings["MUNI_ORG_DEPT"], "other");
        await office.ActAsync(office.Officer, "disposition", "record-disposition-pending-transfer", "Dispose", Decision(findings["AGENCY"], "PURSUE"));
        var decision = await office.UploadAsync(organ, "disposition", "DECISION");
        await office.ActAsync(organ, "disposition", "record-transfer-result", "AwaitTransferResults", new { findingId = findings["COUNTY_ORG_DEPT"], result = "EXEMPT", documentId = decision });

        var said = new { findingId = findings["COUNTY_ORG_DEPT"], recognised = true, circumstance = "KEY_WORK_MISTAKE", personName = "某乙", documentNo = "示例组〔2026〕1号" };
        Assert.Equal("RECOGNISER_WRONG", (await Office.RefusedAsync(await office.Officer, act("recognise-exemption"), said)).Code);
        Assert.Equal("FORBIDDEN", (await Office.RefusedAsync(await other, act("recognise-exemption"), said)).Code);
        await office.ActAsync(organ, "disposition", "recognise-exemption", "", said);
        Assert.Equal("RECOGNISED", (await ExemptAsync(office, organ)).GetProperty("standing").GetString());
        Assert.Equal("FORBIDDEN", (await Office.RefusedAsync(await office.Officer, act("cancel-exemption"), new { findingId = findings["COUNTY_ORG_DEPT"], reason = "查实" })).Code);
        await office.ActAsync(organ, "disposition", "cancel-exemption", "", new { findingId = findings["COUNTY_ORG_DEPT"], reason = "查实弄虚作假" });
        Assert.Equal("CANCELLED", (await ExemptAsync(office, organ)).GetProperty("standing").GetString());
    }

    private static async Task TransferAsync(Office office, Guid finding, string organ) => await office.ActAsync(
        office.Officer, "disposition", "transfer-finding", "", new { findingId = finding, organId = office[organ], materials = new[] { "调查报告" } });

    private static async Task<Dictionary<string, Guid>> ToDisposeAsync(Office office, params (string Name, string Authority)[] persons)
    {
        await office.InScopeAsync();
        var investigation = Office.Investigation(office["agency"]);
        investigation["persons"] = persons.Select(p => new { name = p.Name, role = "OTHER_DIRECTLY_RESPONSIBLE", belongsTo = office["agency"], authority = p.Authority, finding = Exempted });
        await office.ActAsync(office.Officer, "investigation", "complete-investigation", "Investigate", investigation);
        var (report, judgment) = (await office.UploadAsync(office.Officer, "investigation", "REPORT"), await office.UploadAsync(office.Officer, "investigation", "JUDGMENT"));
        await office.ActAsync(office.Officer, "investigation", "submit-report", "SubmitReport", new { stamps = new[] { office["agency"] }, attachments = new[] { report, judgment } });
        await office.ActAsync(office.Reviewer, "review", "accept-report", "Review", new { });
        await office.ActAsync(office.Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = "见审核意见书" });
        await office.WaitAsync("SendFeedback");
        await office.SendFeedbackAsync();
        await office.ActAsync(office.Officer, "disposition", "receive-feedback", "ReceiveFeedback", new { });
        await office.WaitAsync("Dispose");
        return (await office.PageAsync()).GetProperty("findings").EnumerateArray()
            .ToDictionary(f => f.GetProperty("authority").GetString()!, f => f.GetProperty("findingId").GetGuid());
    }

    private static object Decision(Guid finding, string result) => new
    {
        documentNo = "示例处〔2026〕1号",
        answer = "已逐项研究",
        decisions = new[] { new { findingId = finding, result, sanctions = result == "PURSUE" ? new[] { "WRITTEN_SELF_CRITICISM" } : [], deviationReason = "经集体研究" } },
    };

    private static async Task<JsonElement> ExemptAsync(Office office, Task<HttpClient> who) =>
        (await (await who).GetFromJsonAsync<JsonElement>(new Uri($"/api/disposition/cases/{office.Case}", UriKind.Relative))).GetProperty("exempt")[0];

    private static async Task<IReadOnlyList<string?>> PossibleAsync(Office office) =>
        [.. (await (await office.Officer).GetFromJsonAsync<JsonElement>(new Uri($"/api/disposition/cases/{office.Case}/acts", UriKind.Relative)))
            .GetProperty("acts").EnumerateArray().Select(a => a.GetString())];
}
