using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Faults;

/// <summary>
/// One county case from judgment to closing by people who do not give up: each act has a key of its own and is sent again until its
/// answer is heard. A refusal that only says that news has not arrived yet is no answer.
/// </summary>
internal sealed class Walk(Town town, int number)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly string[] NotYet = ["STEP_NOT_OPEN", "ILLEGAL_TRANSITION", "CASE_NOT_FOUND", "FILING_MISSING", "FINDING_UNKNOWN", "DECISION_MISSING"];
    private static readonly object Weighed = new { scale = 3, text = "见报告" };
    private readonly DateTime _until = DateTime.UtcNow + Patience;
    private Guid _case;

    /// <summary>How the case ended: state, every owner's number of events, open steps. The same for every case that nothing was lost or done twice in.</summary>
    internal async Task<string> RunAsync()
    {
        var registered = await ActAsync(town.Court, "/api/intake/judgments", new
        {
            caseNo = $"（2026）浙99行终{Random.Shared.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture)}号",
            courtId = town["court"],
            instance = "SECOND",
            docType = "JUDGMENT",
            result = "REVOKED",
            madeOn = "2026-05-11",
            servedOnAgency = "2026-05-12",
            agencyId = town["agency"],
            actName = $"示例行政处罚决定{number}",
            actDate = "2025-03-03",
        });
        _case = registered.GetProperty("caseId").GetGuid();
        await ActAsync(town.Reviewer, "intake/confirm-in-scope", new { });
        await InvestigateAsync();
        await ActAsync(town.Reviewer, "review/accept-report", new { });
        await ActAsync(town.Reviewer, "review/complete-review", new { opinion = "AGREE", reasons = "见审核意见书" });
        await ActAsync(town.Reviewer, "review/send-feedback", new { opinionDocumentId = await UploadAsync(town.Reviewer, "review", "OPINION") });
        await ActAsync(town.Reviewer, "review/file-with-city", new { });
        await ActAsync(town.Officer, "disposition/receive-feedback", new { });
        var finding = (await GetAsync(town.Officer, $"/api/investigation/cases/{_case}")).GetProperty("persons")[0].GetProperty("findingId").GetGuid();
        await ActAsync(town.Officer, "disposition/record-disposition", new
        {
            documentNo = "示例处〔2026〕1号",
            decisions = new[] { new { findingId = finding, result = "PURSUE", sanctions = new[] { "WRITTEN_SELF_CRITICISM" } } },
        });
        var proof = await UploadAsync(town.Reviewer, "intake", "SELF_CRITICISM");
        await ActAsync(town.Reviewer, "intake/close-case", new
        {
            executions = new[] { new { findingId = finding, sanction = "WRITTEN_SELF_CRITICISM", executedOn = Today, documentId = proof } },
            copiesHeldBy = new[] { "LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY" },
        });
        return await EndAsync();
    }

    private static string Today => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task InvestigateAsync()
    {
        await ActAsync(town.Officer, "investigation/complete-investigation", new
        {
            causes = new[] { new { code = "C-EVID", main = true, text = "见报告" } },
            narrative = "见报告",
            handlingOpinion = "见报告",
            unitProposed = false,
            persons = new[]
            {
                new
                {
                    name = "某甲", role = "OTHER_DIRECTLY_RESPONSIBLE", belongsTo = town["agency"], authority = "AGENCY",
                    finding = new
                    {
                        conclusion = "PURSUE", mustGrounds = new[] { "IMPROPER_DUTY" }, reason = "见报告", exemptionConsidered = true,
                        factors = new { consequence = Weighed, nature = Weighed, fault = Weighed }, proposedSanctions = new[] { "WRITTEN_SELF_CRITICISM" },
                    },
                },
            },
        });
        var attachments = new[] { await UploadAsync(town.Officer, "investigation", "REPORT"), await UploadAsync(town.Officer, "investigation", "JUDGMENT") };
        await ActAsync(town.Officer, "investigation/submit-report", new { stamps = new[] { town["agency"] }, attachments });
    }

    /// <summary>Waits until nothing moves any more, then says what there is.</summary>
    private async Task<string> EndAsync()
    {
        var (last, since) = ("", DateTime.UtcNow);
        while (DateTime.UtcNow < _until)
        {
            var page = await GetAsync(town.Reviewer, $"/api/oversight/cases/{_case}");
            var now = $"{page.GetProperty("state")} {page.GetProperty("versions")} {page.GetProperty("clocks").GetArrayLength()} clocks, {page.GetProperty("openSteps").GetArrayLength()} open";
            (last, since) = now == last ? (last, since) : (now, DateTime.UtcNow);
            if (now.StartsWith("CLOSED", StringComparison.Ordinal) && DateTime.UtcNow - since > TimeSpan.FromSeconds(3))
            {
                return now;
            }

            await Task.Delay(Pause);
        }

        return $"did not end: {last}";
    }

    private async Task<JsonElement> ActAsync(HttpClient who, string act, object body)
    {
        var path = act.StartsWith('/') ? act : $"/api/{act.Split('/')[0]}/cases/{_case}/{act.Split('/')[1]}";
        var key = Guid.NewGuid().ToString();
        return await UntilAnsweredAsync(path, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            return who.SendAsync(request);
        });
    }

    private Task<JsonElement> GetAsync(HttpClient who, string path) => UntilAnsweredAsync(path, () => who.GetAsync(new Uri(path, UriKind.Relative)));

    private async Task<Guid> UploadAsync(HttpClient who, string service, string kind)
    {
        var path = $"/api/{service}/cases/{_case}/documents?kind={kind}";
        var stored = await UntilAnsweredAsync(path, async () =>
        {
            using var content = new MultipartFormDataContent();
            using var file = new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray());
            content.Add(file, "file", $"{kind}.pdf");
            return await who.PostAsync(new Uri(path, UriKind.Relative), content);
        });
        return stored.GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> UntilAnsweredAsync(string path, Func<Task<HttpResponseMessage>> send)
    {
        for (var last = ""; ; await Task.Delay(Pause))
        {
            if (DateTime.UtcNow > _until)
            {
                throw new TimeoutException($"{path} was never answered; last: {last}");
            }

            try
            {
                using var answer = await send();
                last = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return JsonSerializer.Deserialize<JsonElement>(last);
                }

                if (!IsPassing(answer.StatusCode, last))
                {
                    throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {last}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or JsonException
                || (failure is InvalidOperationException && failure.Message.StartsWith("No token", StringComparison.Ordinal)))
            {
                last = failure.Message;
            }
        }
    }

    private static bool IsPassing(HttpStatusCode status, string body) =>
        (int)status >= 500 || status == HttpStatusCode.Unauthorized || NotYet.Any(code => body.Contains(code, StringComparison.Ordinal));
}
