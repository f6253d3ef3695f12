using System.Text.Json.Nodes;
using LostCases.Portal.Api;

namespace LostCases.Portal.Acts;

/// <summary>
/// A form that stands beside others on a page: its draft is kept, it is sent once and only if the owner's version is still the one it
/// was opened on. The draft is the one the act's own page keeps.
/// </summary>
internal sealed class WorkForm(ActForm form, string version, Guid person, ActsApi api, Drafts drafts)
{
    private bool _keeping;
    private bool _again;

    /// <summary>The form.</summary>
    internal ActForm Form { get; } = form;

    private string DraftKey => $"{Form.Case.Id}/{Form.Act.Name}";

    /// <summary>Takes up the draft, with a row for each finding there is now and none for what is no more.</summary>
    internal async Task OpenAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync(person, DraftKey, ct) is { } draft)
        {
            (Form.Body, Form.Kept) = (draft, true);
        }

        foreach (var field in Form.Act.Fields)
        {
            var list = (Form.Body[field.Name] as JsonArray ?? []).Select(i => i?.DeepClone()).ToList();
            Form.Body[field.Name] = field switch
            {
                PerFinding => new JsonArray([.. Form.InReportsOrder(Form.Case.Findings).Select(f => Row(list, f.FindingId.ToString()))]),
                Items => new JsonArray([.. list.Where(i => !string.IsNullOrWhiteSpace(i?.ToString()))]),
                _ => Form.Body[field.Name]?.DeepClone(),
            };
        }
    }

    /// <summary>Keeps what stands in it now; while one keeping is under way the next waits, and only the last is done.</summary>
    internal async Task KeepAsync(CancellationToken ct)
    {
        _again = true;
        if (_keeping)
        {
            return;
        }

        _keeping = true;
        try
        {
            while (_again)
            {
                _again = false;
                Form.Kept = await drafts.KeepAsync(person, DraftKey, Form.Body, ct);
            }
        }
        finally
        {
            _keeping = false;
        }
    }

    /// <summary>Sends it; null where it was refused, which the form then says.</summary>
    internal async Task<Done?> SendAsync(CancellationToken ct)
    {
        var sent = await api.DoAsync(Form.Act.Service, Form.Case.Id, Form.Act.Name, Form.Sent(), Form.Key, version, ct);
        if (sent.Value is { } done)
        {
            await drafts.ForgetAsync(person, DraftKey, ct);
            return done;
        }

        Form.Refuse(sent.Fault!);
        return null;
    }

    private static JsonNode Row(List<JsonNode?> rows, string finding) =>
        rows.Find(r => r?["findingId"]?.ToString() == finding) ?? new JsonObject { ["findingId"] = finding };
}
