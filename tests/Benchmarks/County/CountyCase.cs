using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.Benchmarks.County;

/// <summary>One county case from registration until the case page says closed; each person acts when the to-do is on the desk.</summary>
internal sealed class CountyCase(Town town, bool joint)
{
    private const int DocumentBytes = 200 * 1024;
    private const string Weighed = "情节一般，未造成重大影响，已及时纠正并主动消除不良后果。";
    private static readonly string Long = string.Concat(Enumerable.Repeat("经调查，该行政行为认定事实的主要证据不足，程序上未告知当事人陈述申辩的权利，适用法律亦有不当。", 6));
    private static readonly byte[] Pdf = [.. "%PDF-1.4\n"u8, .. RandomNumberGenerator.GetBytes(DocumentBytes), .. "\n%%EOF\n"u8];
    private static int s_number = RandomNumberGenerator.GetInt32(10_000_000, 90_000_000);
    private Guid _case;

    internal async Task RunAsync()
    {
        var office = town.Office;
        _case = (await Office.MustAsync(town.Court, "/api/intake/judgments", Registration())).GetProperty("caseId").GetGuid();
        var answered = await ActAsync(town.Reviewer.Person, "intake", "confirm-in-scope", new { });
        await SeenAsync(town.Officer, "Investigate", answered);
        answered = await ActAsync(town.Officer.Person, "investigation", "complete-investigation", Office.Investigation(office["agency"], Long, Weighed));
        await SeenAsync(town.Officer, "SubmitReport", answered);
        var attachments = new[] { await UploadAsync(town.Officer.Person, "investigation", "REPORT"), await UploadAsync(town.Officer.Person, "investigation", "JUDGMENT") };
        answered = await ActAsync(town.Officer.Person, "investigation", "submit-report", new { stamps = new[] { office["agency"] }, attachments });
        await SeenAsync(town.Reviewer, "Review", answered);
        await ActAsync(town.Reviewer.Person, "review", "accept-report", new { });
        if (joint)
        {
            await ReviewJointlyAsync();
        }

        answered = await ActAsync(town.Reviewer.Person, "review", "complete-review", new { opinion = "AGREE", reasons = Long });
        await Task.WhenAll(SeenAsync(town.Reviewer, "SendFeedback", answered), SeenAsync(town.Reviewer, "FileWithCity", answered));
        var opinionDocumentId = await UploadAsync(town.Reviewer.Person, "review", "OPINION");
        answered = await ActAsync(town.Reviewer.Person, "review", "send-feedback", new { opinionDocumentId });
        var received = SeenAsync(town.Officer, "ReceiveFeedback", answered);
        await ActAsync(town.Reviewer.Person, "review", "file-with-city", new { });
        await received;
        await DisposeAsync();
    }

    private async Task ReviewJointlyAsync()
    {
        var members = new[] { town.Office["court"], town.Office["orgDept"] };
        var answered = await ActAsync(town.Reviewer.Person, "review", "start-joint-review", new { marks = new[] { "DISPUTED" }, reason = "争议较大，需要联合审核", members });
        await SeenAsync(town.Reviewer, "JointReview", answered);
        await ActAsync(town.Court, "review", "give-joint-opinion", new { opinion = "AGREE", text = Long });
        await ActAsync(town.Personnel, "review", "give-joint-opinion", new { opinion = "AGREE", text = Long });
        var minutesDocumentId = await UploadAsync(town.Reviewer.Person, "review", "MINUTES");
        answered = await ActAsync(town.Reviewer.Person, "review", "conclude-joint-review", new { conclusion = Long, minutesDocumentId });
        await SeenAsync(town.Reviewer, "Review", answered, round: 2);
    }

    private async Task DisposeAsync()
    {
        var answered = await ActAsync(town.Officer.Person, "disposition", "receive-feedback", new { });
        var dispose = SeenAsync(town.Officer, "Dispose", answered);
        var view = await town.Officer.Person.GetFromJsonAsync<JsonElement>(new Uri($"/api/investigation/cases/{_case}", UriKind.Relative));
        var findingId = view.GetProperty("persons")[0].GetProperty("findingId").GetGuid();
        await dispose;
        answered = await ActAsync(town.Officer.Person, "disposition", "record-disposition", Office.Disposition(findingId));
        await SeenAsync(town.Reviewer, "CloseCase", answered);
        var documentId = await UploadAsync(town.Reviewer.Person, "intake", "SELF_CRITICISM");
        var closed = await Office.MustAsync(town.Reviewer.Person, $"/api/intake/cases/{_case}/close-case", Office.Closing(findingId, documentId));
        await VisiblyClosedAsync(closed.GetProperty("version").GetInt64());
    }

    private async Task VisiblyClosedAsync(long version)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(90);)
        {
            var page = await town.Reviewer.Person.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases/{_case}?atLeast=intake.{version}", UriKind.Relative));
            if (page.GetProperty("state").GetString() == "CLOSED")
            {
                return;
            }
        }

        throw new TimeoutException("the case page never said closed");
    }

    private async Task SeenAsync(Desk desk, string step, long answered, int round = 1) =>
        town.Note(Math.Max(0, Stopwatch.GetElapsedTime(answered, await desk.SeeAsync(_case, step, round)).TotalMilliseconds));

    /// <summary>Acts; when the answer was there.</summary>
    private async Task<long> ActAsync(HttpClient who, string service, string act, object body)
    {
        await Office.MustAsync(who, $"/api/{service}/cases/{_case}/{act}", body);
        return Stopwatch.GetTimestamp();
    }

    private async Task<Guid> UploadAsync(HttpClient who, string service, string kind)
    {
        using var answer = await Office.SendFileAsync(who, $"/api/{service}/cases/{_case}/documents?kind={kind}", Pdf);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()
            : throw new InvalidOperationException($"upload of {kind}: {(int)answer.StatusCode}");
    }

    private Dictionary<string, object?> Registration()
    {
        var registration = town.Office.Registration();
        registration["caseNo"] = $"（2026）浙99行终{Interlocked.Increment(ref s_number)}号";
        return registration;
    }
}
