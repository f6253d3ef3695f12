using System.Text.Json.Nodes;
using LostCases.Platform;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Acts;

/// <summary>
/// The form of one act on a case. What was typed is kept as a draft of the person until it is done, so that a lost connection, a
/// closed page or somebody else's change loses nothing.
/// </summary>
public sealed partial class ActPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ActForm? _form;
    private Fault? _fault;
    private string? _version;
    private bool _possible;
    private Actor? _actor;

    /// <summary>The case.</summary>
    [Parameter]
    public Guid CaseId { get; set; }

    /// <summary>The act, as in the services' addresses.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private CasesApi Cases { get; set; } = null!;

    [Inject]
    private ActsApi Api { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    private string Title => Catalogue.Find(Name) is null ? Words["notFound.title"] : Words[$"do.{Name}"];

    private string DraftKey => $"{CaseId}/{Name}";

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = Actor.From((await Person).User);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_fault, _form) = (null, null);
        if (Catalogue.Find(Name) is not { } act)
        {
            _fault = new(FaultKind.NotFound, Words["notFound.body"]);
            return;
        }

        var read = await Cases.FindAsync(CaseId, _leaving.Token);
        if (read.Value is not { } detail)
        {
            _fault = read.Fault;
            return;
        }

        var form = new ActForm(act, detail) { Changed = Keep };
        await AskOwnersAsync(form);
        await PrefillAsync(form);
        _form = form;
    }

    /// <summary>What the owners know that the form needs, as far as the person may read it.</summary>
    private async Task AskOwnersAsync(ActForm form)
    {
        var possible = await Api.PossibleAsync(form.Act.Service, CaseId, _leaving.Token);
        _possible = possible.Value?.Acts.Contains(form.Act.Name) == true;
        _version = possible.Value is { } known ? $"{form.Act.Service}.{known.Version}" : null;
        _fault = possible.Value is null ? possible.Fault : null;
        if (!_possible)
        {
            return;
        }

        // Reading is noted, so only what the form asks about is read.
        if (await ReadAsync<InvestigationView>(form, "investigation", possible.Value, f => f is Finding or PerFinding or PerSanction) is { } found)
        {
            form.Persons = found.Persons;
            Take(form, "investigation", found.Documents);
        }

        if (await ReadAsync<ReviewView>(form, "review", possible.Value, f => f is Answers) is { } review)
        {
            form.Defects = review.Returns.Count > 0 ? review.Returns[^1].Defects : [];
            Take(form, "review", review.Documents);
        }

        if (await ReadAsync<DispositionView>(form, "disposition", possible.Value, f => f is Finding { Of: FindingsOf.Transferred or FindingsOf.Returned or FindingsOf.ToRecognise or FindingsOf.Recognised }) is { } disposition)
        {
            (form.Transfers, form.Exempt) = (disposition.Transfers, disposition.Exempt);
            Take(form, "disposition", disposition.Documents);
        }

        if (await ReadAsync<IntakeView>(form, "intake", possible.Value, _ => false) is { } intake)
        {
            Take(form, "intake", intake.Documents);
        }
    }

    /// <summary>The owner's part, where the form has a field that needs it, or documents of that owner, and the person may read it.</summary>
    private async Task<T?> ReadAsync<T>(ActForm form, string owner, Possible? own, Func<Field, bool> needed)
        where T : class
    {
        var isOwn = form.Act.Service == owner;
        if (!form.Act.Asks(f => needed(f) || (isOwn && f is Files)))
        {
            return null;
        }

        var may = isOwn ? own : (await Api.PossibleAsync(owner, CaseId, _leaving.Token)).Value;
        return may?.Reads(owner) == true ? (await Cases.OwnerAsync<T>(owner, CaseId, _leaving.Token)).Value : null;
    }

    private static void Take(ActForm form, string owner, IReadOnlyList<CaseFile> files)
    {
        if (form.Act.Service == owner)
        {
            form.Files.AddRange(files);
        }
    }

    /// <summary>The draft, or rows for everything that has to be answered.</summary>
    private async Task PrefillAsync(ActForm form)
    {
        if (_possible && await Drafts.FindAsync(_actor!.Id, DraftKey, _leaving.Token) is { } draft)
        {
            form.Body = draft;
            return;
        }

        foreach (var field in form.Act.Fields)
        {
            form.Body[field.Name] = field switch
            {
                PerFinding per => new JsonArray([.. form.InReportsOrder(form.Case.Findings).Where(f => !per.Own || f.Authority == "AGENCY").Select(f => Row(f.FindingId))]),
                PerSanction => new JsonArray([.. form.Case.Decisions.SelectMany(d => d.Sanctions.Select(s => Row(d.FindingId, s)))]),
                Answers => new JsonArray([.. form.Defects.Select(_ => (JsonNode?)JsonValue.Create(""))]),
                Rows { Least: > 0 } => new JsonArray(new JsonObject()),
                Items { Optional: false } => new JsonArray(JsonValue.Create("")),
                _ => null,
            };
        }
    }

    private static JsonNode Row(Guid finding, string? sanction = null)
    {
        var row = new JsonObject { ["findingId"] = finding };
        if (sanction is not null)
        {
            row["sanction"] = sanction;
        }

        return row;
    }

    private void Keep() => _ = InvokeAsync(async () =>
    {
        _form!.Kept = await Drafts.KeepAsync(_actor!.Id, DraftKey, _form.Body, _leaving.Token);
        StateHasChanged();
    });

    private async Task SendAsync()
    {
        var form = _form!;
        var done = await Api.DoAsync(form.Act.Service, CaseId, form.Act.Name, form.Sent(), form.Key, _version, _leaving.Token);
        if (done.Value is { } answer)
        {
            await Drafts.ForgetAsync(_actor!.Id, DraftKey, _leaving.Token);
            Navigation.NavigateTo($"/cases/{CaseId}?atLeast={form.Act.Service}.{answer.Version}");
        }
        else if (done.Fault!.Kind == FaultKind.SignedOut)
        {
            _fault = done.Fault; // the draft waits behind the sign-in
        }
        else
        {
            form.Refuse(done.Fault);
        }
    }
}
