using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LostCases.SystemTests;

/// <summary>The committed OpenAPI documents are what the running services say. LOSTCASES_UPDATE_OPENAPI=1 rewrites them.</summary>
[Collection("one after another")]
public sealed class When_an_interface_is_described
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("LOSTCASES_UPDATE_OPENAPI") == "1";

    [Theory]
    [InlineData("services/intake")]
    [InlineData("services/investigation")]
    [InlineData("services/review")]
    [InlineData("services/disposition")]
    [InlineData("services/notification")]
    [InlineData("services/oversight")]
    [InlineData("gateway/Identity")]
    [InlineData("workflows/Governance")]
    public async Task The_document_beside_the_code_is_the_one_the_service_gives(string folder)
    {
        var file = Path.Combine(Repository.Root, folder, "openapi.json");
        var given = await GivenAsync(folder);
        if (IsUpdating)
        {
            await File.WriteAllTextAsync(file, given);
        }

        var kept = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        Assert.True(kept == given, $"{folder}/openapi.json is not what the service says; with LOSTCASES_UPDATE_OPENAPI=1 the test rewrites it. First difference: {Difference(kept, given)}");
    }

    [Fact]
    public async Task A_document_that_differs_is_objected_to()
    {
        var given = await GivenAsync("services/review");
        Assert.Contains("send-feedback", Difference(given.Replace("send-feedback", "send-nothing", StringComparison.Ordinal), given), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services/intake")]
    [InlineData("services/review")]
    public async Task Every_operation_says_what_it_does_and_what_it_refuses(string folder)
    {
        var paths = JsonNode.Parse(await GivenAsync(folder))!["paths"]!.AsObject();
        var operations = paths.SelectMany(p => p.Value!.AsObject().Select(o => (Name: $"{o.Key} {p.Key}", Node: o.Value!))).ToList();
        Assert.NotEmpty(operations);
        Assert.Empty(operations.Where(o => o.Node["summary"] is null || o.Node["operationId"] is null || o.Node["responses"]!["401"] is null).Select(o => o.Name));
    }

    /// <summary>The document as the public address gives it, indented.</summary>
    private static async Task<string> GivenAsync(string folder)
    {
        using var http = new HttpClient { BaseAddress = Office.Address };
        var process = folder == "workflows/Governance" ? "workflow" : Path.GetFileName(folder).ToLowerInvariant();
        var text = await http.GetStringAsync(new Uri($"/api/{process}/openapi.json", UriKind.Relative));
        return JsonNode.Parse(text)!.ToJsonString(Readable) + "\n";
    }

    private static string Difference(string kept, string given)
    {
        var (a, b) = (kept.Split('\n'), given.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(a.Length, b.Length)).FirstOrDefault(i => a.ElementAtOrDefault(i) != b.ElementAtOrDefault(i));
        return $"line {at + 1}: kept '{a.ElementAtOrDefault(at)?.Trim()}', given '{b.ElementAtOrDefault(at)?.Trim()}'";
    }
}
