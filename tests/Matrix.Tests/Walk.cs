using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.MatrixTests;

/// <summary>The main case from scope to two transferred findings; by then every relation exists.</summary>
internal static class Walk
{
    internal static async Task ToTransferAsync(Office office, Town town)
    {
        await InvestigateAsync(office, town);
        await ReviewAsync(office, town);
        await DisposeAsync(office, town);
        await office.UploadAsync(office.Officer, "intake", "JUDGMENT", town.MarkOf("kept judgment"));
        town.Keep("intake", await office.UploadAsync(office.Officer, "intake", "SELF_CRITICISM", town.MarkOf("kept self-criticism")));
        await office.WaitAsync("AwaitTransferResults");
        town.KeepStep((await office.PageAsync()).GetProperty("openSteps").EnumerateArray()
            .Single(s => s.GetProperty("step").GetString() == "AwaitTransferResults").GetProperty("requestId").GetGuid());
    }

    private static async Task InvestigateAsync(Office office, Town town)
    {
        await office.ActAsync(office.Officer, "investigation", "complete-investigation", "Investigate", new
        {
            causes = new[] { new { code = "C-EVID", main = true, text = town.MarkOf("finding") } },
            narrative = town.MarkOf("finding"),
            handlingOpinion = town.MarkOf("finding"),
            unitProposed = true,
            nominalAtFault = true,
            persons = new[] { Person(office, town, "agency", "AGENCY"), Person(office, town, "body", "MUNI_ORG_DEPT"), Person(office, town, "agency", "COUNTY_ORG_DEPT") },
        });
        await office.ActAsync(office.Officer, "investigation", "refer-unit-inquiry", "", new { reason = town.MarkOf("unit"), superiorId = office["superior"] });
        var report = await office.UploadAsync(office.Officer, "investigation", "REPORT", town.MarkOf("finding"));
        town.Keep("investigation", report);
        var judgment = await office.UploadAsync(office.Officer, "investigation", "JUDGMENT", town.MarkOf("unit"));
        await office.ActAsync(office.Officer, "investigation", "submit-report", "SubmitReport",
            new { stamps = new[] { office["agency"], office["body"] }, attachments = new[] { report, judgment } });
    }

    private static object Person(Office office, Town town, string unit, string authority) => new
    {
        name = town.MarkOf("finding"),
        role = "OTHER_DIRECTLY_RESPONSIBLE",
        belongsTo = office[unit],
        authority,
        finding = Office.Finding(town.MarkOf("finding")),
    };

    private static async Task ReviewAsync(Office office, Town town)
    {
        await office.ActAsync(office.Reviewer, "review", "accept-report", "Review", new { });
        await office.ActAsync(office.Reviewer, "review", "start-joint-review", "Review",
            new { marks = new[] { "DISPUTED" }, reason = town.MarkOf("review"), members = new[] { office["orgDept"], office["secondCourt"] } });
        await office.WaitAsync("JointReview");
        await office.ActAsync(office.PersonAsync("orgDept", Roles.OrgLiaison), "review", "give-joint-opinion", "JointReview", new { opinion = "AGREE", text = town.MarkOf("review") });
        await office.ActAsync(office.PersonAsync("secondCourt", Roles.CourtLiaison), "review", "give-joint-opinion", "JointReview", new { opinion = "AGREE", text = "同意" });
        var minutes = await office.UploadAsync(office.Reviewer, "review", "MINUTES", town.MarkOf("review"));
        await office.ActAsync(office.Reviewer, "review", "conclude-joint-review", "JointReview", new { conclusion = town.MarkOf("review"), minutesDocumentId = minutes });
        await office.ActAsync(office.Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = town.MarkOf("review") });
        await office.WaitAsync("SendFeedback");
        var opinion = await office.UploadAsync(office.Reviewer, "review", "OPINION", town.MarkOf("review"));
        town.Keep("review", opinion);
        await office.ActAsync(office.Reviewer, "review", "send-feedback", "SendFeedback", new { opinionDocumentId = opinion });
        await office.ActAsync(office.Reviewer, "review", "file-with-city", "FileWithCity", new { });
    }

    private static async Task DisposeAsync(Office office, Town town)
    {
        await office.ActAsync(office.Officer, "disposition", "receive-feedback", "ReceiveFeedback", new { });
        await office.WaitAsync("Dispose");
        var persons = (await (await office.Officer).GetFromJsonAsync<JsonElement>(new Uri($"/api/investigation/cases/{office.Case}", UriKind.Relative)))
            .GetProperty("persons").EnumerateArray().ToDictionary(p => p.GetProperty("authority").GetString()!, p => p.GetProperty("findingId").GetGuid());
        await TransferAsync(office, persons["MUNI_ORG_DEPT"], "discipline", town.MarkOf("transfer"));
        await TransferAsync(office, persons["COUNTY_ORG_DEPT"], "secondDiscipline", town.MarkOf("other transfer"));
        town.Finding = persons["MUNI_ORG_DEPT"];
        await office.ActAsync(office.Officer, "disposition", "record-disposition-pending-transfer", "Dispose", Office.Disposition(persons["AGENCY"], town.MarkOf("disposition")));
        town.Keep("disposition", await office.UploadAsync(office.Officer, "disposition", "DECISION", town.MarkOf("disposition")));
    }

    private static Task TransferAsync(Office office, Guid finding, string organ, string material) => office.ActAsync(
        office.Officer, "disposition", "transfer-finding", "", new { findingId = finding, organId = office[organ], materials = new[] { material } });
}
