using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LostCases.MatrixTests;

/// <summary>
/// The request of a row: well-formed, so that what refuses it is authority; and such that nothing comes of it where it is let
/// in. Acts on a case carry an <c>If-Match</c> that never fits, which is looked at after authority; others a date to come.
/// </summary>
internal sealed class Requests(Town town, Interface described)
{
    /// <summary>Acts that look themselves whose they are; the state of the case or a missing document refuses whom they let in.</summary>
    private static readonly string[] JudgedWithin = ["record-transfer-result", "receive-correction"];

    private readonly Dictionary<string, string> _bodies = [];

    internal HttpRequestMessage Of(Row row, string? token)
    {
        var upload = described.TakesFile(row.Name);
        var request = new HttpRequestMessage(new HttpMethod(row.Method), town.Path(row) + (upload ? "?kind=NONE" : ""));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (row.Door == Door.Case && row.Method == "POST" && !JudgedWithin.Contains(row.Path.Split('/')[^1]))
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"nobody.0\"");
        }

        request.Content = row.Method == "GET" ? null : upload ? File() : new StringContent(Body(row), Encoding.UTF8, "application/json");
        return request;
    }

    private static MultipartFormDataContent File() => new() { { new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray()), "file", "文件.pdf" } };

    private string Body(Row row)
    {
        lock (_bodies)
        {
            if (!_bodies.TryGetValue(row.Name, out var body))
            {
                _bodies[row.Name] = body = Bent(row.Path, described.Smallest(row.Name) ?? []).ToJsonString();
            }

            return body;
        }
    }

    private JsonObject Bent(string path, JsonObject body)
    {
        switch (path)
        {
            case "/api/intake/judgments" or "/api/intake/judgments/preview":
                // The main case's own judgment: to whom may register it, it is a duplicate.
                return JsonSerializer.SerializeToNode(town.Registration)!.AsObject();
            case "/api/intake/agencies" or "/api/intake/calendars" or "/api/intake/court-copies" or "/api/oversight/conferences" or "/api/oversight/statistics"
                or "/api/oversight/interviews":
                body["on"] = "2999-01-01";
                break;
            case "/api/disposition/cases/{caseId}/record-transfer-result":
                // Whose finding it is decides; without its document the result is refused by law.
                body["findingId"] = town.Finding;
                break;
            case "/elsa/api/workflow-definitions":
                (body["model"], body["publish"]) = (new JsonObject(), false);
                break;
            case "/elsa/api/lostcases/changes/{id}/comments":
                body["text"] = "意见";
                break;
            case "/elsa/api/lostcases/instances/{id}/repairs":
                (body["action"], body["reason"]) = ("RETRY", "理由");
                break;
            case "/elsa/api/lostcases/reconcile":
                body["caseId"] = Guid.NewGuid();
                break;
        }

        return body;
    }
}
