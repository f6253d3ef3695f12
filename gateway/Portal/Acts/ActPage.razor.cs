using System.Text.Json.Nodes;
using LostCases.Platform;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LostCases.Portal.Acts;

/// <summary>
/// The form of one act on a case. What was typed is kept as a draft of the person until it is done, so that a lost connection, a
/// closed page or somebody else's change loses nothing.
/// </summary>
public sealed partial class ActPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string _key = Guid.NewGuid().ToString("N");
    private ActForm? _form;
    private Fault? _fault;
    private Fault? _refused;
    private string? _version;
    private bool _possible;
    private bool _backdating;
    private bool _kept;
    private bool _focus;
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

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

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

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await Browser.InvokeVoidAsync("lostcases.focusWrong", _leaving.Token);
        }
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
        if (!_possible || form.Act.Fields.Length == 0)
        {
            return;
        }

        if (await ReadAsync<InvestigationView>("investigation") is { } found)
        {
            form.Persons = found.Persons;
            Take(form, "investigation", found.Documents);
        }

        if (await ReadAsync<ReviewView>("review") is { } review)
        {
            form.Defects = review.Returns.Count > 0 ? review.Returns[^1].Defects : [];
            Take(form, "review", review.Documents);
        }

        if (await ReadAsync<DispositionView>("disposition") is { } disposition)
        {
            form.Transfers = disposition.Transfers;
            Take(form, "disposition", disposition.Documents);
        }

        if (await ReadAsync<IntakeView>("intake") is { } intake)
        {
            Take(form, "intake", intake.Documents);
        }
    }

    private async Task<T?> ReadAsync<T>(string owner)
        where T : class
    {
        var may = await Api.PossibleAsync(owner, CaseId, _leaving.Token);
        return may.Value?.Reads(owner) == true ? (await Cases.OwnerAsync<T>(owner, CaseId, _leaving.Token)).Value : null;
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
                PerFinding per => new JsonArray([.. form.Case.Findings.Where(f => !per.Own || f.Authority == "AGENCY").Select(f => Row(f.FindingId))]),
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
        _kept = await Drafts.KeepAsync(_actor!.Id, DraftKey, _form!.Body, _leaving.Token);
        StateHasChanged();
    });

    private async Task SendAsync()
    {
        var form = _form!;
        form.Errors.Clear();
        _refused = null;
        foreach (var path in form.Missing())
        {
            form.Errors[path] = Words["form.required"];
        }

        if (form.Errors.Count > 0)
        {
            _focus = true;
            return;
        }

        form.Busy = true;
        var done = await Api.DoAsync(form.Act.Service, CaseId, form.Act.Name, form.Sent(), _key, _version, _leaving.Token);
        form.Busy = false;
        if (done.Value is { } answer)
        {
            await Drafts.ForgetAsync(_actor!.Id, DraftKey, _leaving.Token);
            Navigation.NavigateTo($"/cases/{CaseId}?atLeast={form.Act.Service}.{answer.Version}");
            return;
        }

        Refuse(form, done.Fault!);
    }

    private void Refuse(ActForm form, Fault fault)
    {
        if (fault.Kind == FaultKind.SignedOut)
        {
            _fault = fault; // the draft waits behind the sign-in
            return;
        }

        // Another request may be sent under another key; the same one again keeps its own.
        _key = fault.Kind == FaultKind.Unavailable ? _key : Guid.NewGuid().ToString("N");
        _backdating |= fault.Field is "on" or "backdatingReason";
        _refused = fault;
        _focus = true;
        if (fault is { Field: { } field, Sentence: { } sentence } && Exists(form, field))
        {
            form.Errors[field] = sentence;
        }
    }

    private static bool Exists(ActForm form, string path) =>
        Catalogue.Backdating.Concat(form.Act.Fields).Any(f => path == f.Name || path.StartsWith(f.Name + ".", StringComparison.Ordinal) || path.StartsWith(f.Name + "[", StringComparison.Ordinal));

    /// <summary>The case as it is now, with what was typed before.</summary>
    private async Task TakeNewestAsync()
    {
        _refused = null;
        await LoadAsync();
    }
}
