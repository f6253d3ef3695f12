using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.BrowserTests;

/// <summary>How far a case is taken.</summary>
internal enum Stage
{
    Registered,
    InScope,
    Investigated,
    Submitted,
    UnderReview,
    Reviewed,
    FeedbackSent,
    Filed,
    Disposing,
    Disposed,
    Closed,
}

/// <summary>One act on the way: who does it, what must be open, what is sent.</summary>
internal sealed record Step(
    Stage Reaches, bool ByReviewer, string Service, string Act, string? Opens, Func<HttpClient, Task<Dictionary<string, object?>>> BodyAsync);

/// <summary>The straight path of a county case with one person found responsible.</summary>
internal static class Walk
{
    internal static IEnumerable<Step> Steps(Guid id, Guid agency) =>
    [
        new(Stage.InScope, true, "intake", "confirm-in-scope", null, Nothing),
        new(Stage.Investigated, false, "investigation", "complete-investigation", "Investigate", _ => Task.FromResult(Office.Investigation(agency))),
        new(Stage.Submitted, false, "investigation", "submit-report", "SubmitReport", async who => new()
        {
            ["stamps"] = new[] { agency },
            ["attachments"] = new[] { await UploadAsync(who, "investigation", id, "REPORT"), await UploadAsync(who, "investigation", id, "JUDGMENT") },
        }),
        new(Stage.UnderReview, true, "review", "accept-report", "Review", Nothing),
        new(Stage.Reviewed, true, "review", "complete-review", "Review", _ => Body(("opinion", "AGREE"), ("reasons", "见审核意见书"))),
        new(Stage.FeedbackSent, true, "review", "send-feedback", "SendFeedback", async who => new() { ["opinionDocumentId"] = await UploadAsync(who, "review", id, "OPINION") }),
        new(Stage.Filed, true, "review", "file-with-city", "FileWithCity", Nothing),
        new(Stage.Disposing, false, "disposition", "receive-feedback", "ReceiveFeedback", Nothing),
        new(Stage.Disposed, false, "disposition", "record-disposition", "Dispose", async who => Office.Disposition(await FindingAsync(who, id), "云自处〔2026〕1号")),
        new(Stage.Closed, true, "intake", "close-case", "CloseCase", async who =>
            Office.Closing(await FindingAsync(who, id), await UploadAsync(who, "intake", id, "SELF_CRITICISM"))),
    ];

    private static Task<Dictionary<string, object?>> Nothing(HttpClient who) => Body();

    private static Task<Dictionary<string, object?>> Body(params (string Name, object Value)[] fields) =>
        Task.FromResult(fields.ToDictionary(f => f.Name, f => (object?)f.Value));

    private static async Task<Guid> FindingAsync(HttpClient who, Guid id) =>
        (await who.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases/{id}", UriKind.Relative)))
            .GetProperty("findings")[0].GetProperty("findingId").GetGuid();

    private static async Task<Guid> UploadAsync(HttpClient who, string service, Guid id, string kind)
    {
        using var answer = await Office.SendFileAsync(who, $"/api/{service}/cases/{id}/documents?kind={kind}", "%PDF-1.4\n%%EOF\n"u8.ToArray(), "文件.pdf");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
