using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LostCases.Portal.Review;

/// <summary>
/// 审核工作台: the judgment, the agency's report and the opinion side by side. What is marked in the report is carried over by one key,
/// as a defect of a return or as a quote in the opinion.
/// </summary>
public sealed partial class ReviewPage : IAsyncDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private static readonly string[] Owners = ["review", "investigation", "intake"];

    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, long> _opened = [];
    private DotNetObjectReference<ReviewPage>? _self;
    private CaseDetail? _detail;
    private IntakeView? _intake;
    private InvestigationView? _found;
    private ReviewView? _review;
    private IReadOnlyList<Paper> _papers = [];
    private IReadOnlyList<Paper> _handedIn = [];
    private IReadOnlyList<Part> _parts = [];
    private IReadOnlyList<Passage> _said = [];
    private List<WorkForm> _forms = [];
    private List<string> _elsewhere = [];
    private Paper? _shown;
    private Fault? _fault;
    private Actor? _actor;
    private string? _empty;
    private string? _told;
    private bool _changed;
    private bool _following;

    /// <summary>The case.</summary>
    [Parameter]
    public Guid CaseId { get; set; }

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

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    private DateOnly Today => BusinessTime.Today(Time);

    private CaseClock? Clock => _detail?.Clocks.FirstOrDefault(c => c.Kind == "REVIEW" && c.StoppedOn is null && c.Status != "PAUSED");

    private bool Writes => Has("complete-review") || Has("give-joint-opinion");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        try
        {
            await Browser.InvokeVoidAsync("lostcases.useBench", (object?)null);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its script with it.
        }

        _self?.Dispose();
        _leaving.Dispose();
    }

    /// <summary>Carries over what is marked, or else the whole passage.</summary>
    /// <param name="to"><c>defect</c> or <c>quote</c>.</param>
    /// <param name="key">The passage.</param>
    /// <param name="marked">What is marked in it; null for all of it.</param>
    [JSInvokable]
    public async Task Carry(string to, string key, string? marked)
    {
        var form = _forms.Find(f => to == "defect" ? f.Form.Act.Name == "return-for-supplement" : f.Form.Act.Name != "return-for-supplement");
        var passage = _parts.SelectMany(p => p.Passages).Concat(_said).FirstOrDefault(p => p.Key == key);
        if (form is null || passage is null)
        {
            return;
        }

        var text = string.IsNullOrWhiteSpace(marked) ? UserText.Clean(passage.Text) : string.Join(' ', marked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _told = to == "defect" ? Bench.AddDefect(form.Form, passage, text, Words) : Bench.Quote(form.Form, passage, text, Words);
        StateHasChanged();
        await form.KeepAsync(_leaving.Token);
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = Actor.From((await Person).User);
        await LoadAsync();
        if (!_following)
        {
            _following = true;
            _ = Following.EveryAsync(Fresh, Time, () => InvokeAsync(RefreshAsync), _leaving);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await Browser.InvokeVoidAsync("lostcases.useBench", _leaving.Token, _self);
        }
    }

    private bool Has(string act) => _forms.Exists(f => f.Form.Act.Name == act);

    private void Show(Paper paper) => _shown = paper;

    private async Task LoadAsync()
    {
        (_fault, _empty) = (null, null);
        var answers = await Task.WhenAll(Owners.Select(o => Api.PossibleAsync(o, CaseId, _leaving.Token)));
        var read = await Cases.FindAsync(CaseId, _leaving.Token);
        if (read.Value is not { } detail || answers[0].Value is not { } possible || answers[1].Value is not { } atInvestigation)
        {
            _fault = read.Fault ?? answers[0].Fault ?? answers[1].Fault;
            return;
        }

        _detail = detail;
        if (!Bench.IsFor(detail, _actor!) || !possible.Reads("review") || !atInvestigation.Reads("investigation"))
        {
            _empty = Words["bench.notForYou"];
            return;
        }

        var found = Cases.OwnerAsync<InvestigationView>("investigation", CaseId, _leaving.Token);
        var intake = answers[2].Value?.Reads("intake") == true ? Cases.OwnerAsync<IntakeView>("intake", CaseId, _leaving.Token) : null;
        var review = await Cases.OwnerAsync<ReviewView>("review", CaseId, _leaving.Token);
        (_found, _review, _intake) = ((await found).Value, review.Value, intake is null ? null : (await intake).Value);
        _fault = review.Fault ?? (await found).Fault;
        if (_fault is not null || _review!.ReceivedOn is null)
        {
            _empty = Words["bench.notYet"];
            return;
        }

        (_opened["review"], _opened["investigation"], _changed, _told) = (possible.Version, atInvestigation.Version, false, null);
        Arrange(detail, _found!, _review);
        await OpenFormsAsync(detail, possible);
    }

    /// <summary>The report in passages, and its documents: judgments first, then what came with the report, then the rest; the newest first of each.</summary>
    private void Arrange(CaseDetail detail, InvestigationView found, ReviewView review)
    {
        var report = new Report(Words, detail, found, review);
        (_parts, _said) = (report.Parts(), report.Said());
        var papers = (_intake?.Documents ?? []).Select(d => new Paper("intake", d))
            .Concat(found.Documents.Select(d => new Paper("investigation", d)))
            .Concat(review.Documents.Select(d => new Paper("review", d)));
        _papers = [.. papers.OrderBy(p => p.File.Kind switch { "JUDGMENT" => 0, "REPORT" => 1, _ => 2 }).ThenByDescending(p => p.File.StoredAt)];
        var attached = found.Submissions.Count > 0 ? found.Submissions[^1].Attachments : [];
        _handedIn = [.. _papers.Where(p => p.File.Kind != "JUDGMENT" && attached.Contains(p.File.Id))];
        _shown = _papers.FirstOrDefault(p => p.File.Id == _shown?.File.Id) ?? _papers.FirstOrDefault(p => p.File.Kind == "JUDGMENT");
    }

    private async Task OpenFormsAsync(CaseDetail detail, Possible possible)
    {
        var forms = new List<WorkForm>();
        foreach (var act in Bench.Own.Where(possible.Acts.Contains).Select(Catalogue.Find).OfType<ActDefinition>())
        {
            var form = new ActForm(act, detail) { Persons = _found!.Persons, Mark = act.Name == "return-for-supplement" ? "return-" : "" };
            var work = new WorkForm(form, $"review.{possible.Version}", _actor!.Id, Api, Drafts);
            form.Changed = () => _ = InvokeAsync(() => KeepAsync(work));
            await work.OpenAsync(_leaving.Token);
            forms.Add(work);
        }

        _forms = forms;
        _elsewhere = [.. Catalogue.Acts.Where(a => a.Service == "review").Select(a => a.Name).Where(a => possible.Acts.Contains(a) && !Bench.Own.Contains(a))];
    }

    private async Task KeepAsync(WorkForm work)
    {
        await work.KeepAsync(_leaving.Token);
        StateHasChanged();
    }

    private async Task SendAsync(WorkForm work)
    {
        if (await work.SendAsync(_leaving.Token) is { } done)
        {
            Navigation.NavigateTo($"/cases/{CaseId}?atLeast=review.{done.Version}");
        }
        else if (work.Form.Refused is { Kind: FaultKind.SignedOut } signedOut)
        {
            _fault = signedOut; // the draft waits behind the sign-in
        }
    }

    /// <summary>The case as it is now, with what was typed before.</summary>
    private async Task TakeNewestAsync()
    {
        foreach (var form in _forms.Where(f => f.Form.Kept))
        {
            await form.KeepAsync(_leaving.Token);
        }

        await LoadAsync();
    }

    /// <summary>While it is looked at, the page follows the case: it says when somebody else has changed it, and where nothing is being written it shows the change.</summary>
    private async Task RefreshAsync()
    {
        var read = await Cases.FindAsync(CaseId, _leaving.Token);
        if (read.Fault?.Kind == FaultKind.SignedOut)
        {
            _fault = read.Fault;
        }
        else if (read.Value is { } now && _opened.Any(o => now.Versions.GetValueOrDefault(o.Key) > o.Value))
        {
            _changed = _forms.Count > 0;
            if (!_changed)
            {
                await LoadAsync();
            }
        }

        StateHasChanged();
    }
}
