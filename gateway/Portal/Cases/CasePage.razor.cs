using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using LostCases.Portal.Review;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Cases;

/// <summary>案件页: where the case stands, whom it waits for, why each limit ends when it does, what was done and found.</summary>
public sealed partial class CasePage : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly string[] Owners = ["intake", "investigation", "review", "disposition", "oversight", "notification"];

    /// <summary>What stands aside: done now and then, not the next thing to do.</summary>
    private static readonly string[] Aside =
    [
        "suspend", "terminate", "record-retrial", "receive-judicial-suggestion", "reply-judicial-suggestion", "refer-unit-inquiry", "order-correction",
        "urge", "record-non-compliance", "revoke-sanctions", "all-transfer-results-in", "confirm-termination", "reopen-scope", "confirm-out-of-scope", "resume",
        "return-for-supplement", "start-joint-review", "transfer-finding", "record-disposition-pending-transfer", "conclude-joint-review", "recognise-exemption", "cancel-exemption", "record-deduction",
        "acknowledge-transfer", "return-transfer",
    ];

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<(string Owner, CaseFile File)> _files = [];
    private List<ActTold> _acts = [];
    private List<string> _can = [];
    private IReadOnlyList<NoticeTold> _notices = [];
    private CaseDetail? _detail;
    private IntakeView? _judgment;
    private InvestigationView? _found;
    private ReviewView? _review;
    private DispositionView? _disposed;
    private CaseClock? _clock;
    private Fault? _fault;
    private Guid? _next;
    private Actor? _actor;
    private bool _following;
    private bool _arriving;
    private bool _settled;

    /// <summary>The case.</summary>
    [Parameter]
    public Guid CaseId { get; set; }

    /// <summary>Version an act has just made, which must be shown.</summary>
    [SupplyParameterFromQuery(Name = "atLeast")]
    public string? AtLeast { get; set; }

    [Inject]
    private CasesApi Api { get; set; } = null!;

    [Inject]
    private NoticesApi Notices { get; set; } = null!;

    [Inject]
    private ActsApi ActsApi { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    /// <summary>Whether an act has just been done and its next step is still on its way.</summary>
    private bool IsBetween => !_settled && AtLeast is not null && _detail is { OpenSteps.Count: 0, State: not ("CLOSED" or "TERMINATED" or "OUT_OF_SCOPE" or "SUSPENDED") };

    private DateOnly Today => BusinessTime.Today(Time);

    private CaseClock? Worst => _detail?.Clocks.Where(c => c.StoppedOn is null && c.Status != "PAUSED").OrderBy(c => c.DueOn).FirstOrDefault();

    private CaseClock? Shown => _detail?.Clocks.FirstOrDefault(c => c.Kind == _clock?.Kind && c.StartOn == _clock.StartOn) ?? Worst ?? (_detail is { Clocks: [.., var last] } ? last : null);

    /// <summary>Whether the reviewer's workbench is for this person, and has something to show.</summary>
    private bool HasBench => _detail is not null && _actor is not null && _found is not null && _review is { ReceivedOn: not null } && Bench.IsFor(_detail, _actor);

    /// <summary>While the report is under review the work is done there.</summary>
    private bool IsBenchFirst => HasBench && _can.Any(Bench.Own.Contains);

    private string? Primary => IsBenchFirst ? null : Catalogue.Acts.Select(a => a.Name).FirstOrDefault(a => _can.Contains(a) && !Aside.Contains(a)) ?? (_can.Contains("conclude-joint-review") ? "conclude-joint-review" : null);

    private List<string> Others => [.. Catalogue.Acts.Select(a => a.Name).Where(a => _can.Contains(a) && a != Primary)];

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
        if (!_following)
        {
            _following = true;
            _ = SettleAsync();
            _ = Following.EveryAsync(Fresh, Time, () => InvokeAsync(RefreshAsync), _leaving);
        }
    }

    private async Task LoadAsync()
    {
        var read = await FindAsync();
        if (read.Value is not { } detail)
        {
            _fault = read.Fault;
            return;
        }

        (_fault, _detail) = (null, detail);
        StateHasChanged();
        await AskOwnersAsync();
        _notices = (await Notices.OfCaseAsync(CaseId, _leaving.Token)).Value ?? [];
        var acts = await Api.TimelineAsync(CaseId, after: null, _leaving.Token);
        (_acts, _next) = ([.. acts.Value?.Items ?? []], acts.Value?.Next);
    }

    /// <summary>Whoever has just registered the case is not told that there is none while the read model has yet to hear of it.</summary>
    private async Task<Read<CaseDetail>> FindAsync()
    {
        for (var began = Time.GetTimestamp(); ; await Task.Delay(Pause, Time, _leaving.Token))
        {
            var read = await Api.FindAsync(CaseId, AtLeast, _leaving.Token);
            _arriving = AtLeast is not null && read.Fault?.Kind == FaultKind.NotFound && Time.GetElapsedTime(began) < Patience;
            if (!_arriving)
            {
                return read;
            }

            StateHasChanged();
        }
    }

    /// <summary>Whoever has just acted sees the next step as soon as the chain has opened it, not at the next refreshing.</summary>
    private async Task SettleAsync()
    {
        for (var began = Time.GetTimestamp(); IsBetween && Time.GetElapsedTime(began) < Patience;)
        {
            await Task.Delay(Pause, Time, _leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (_leaving.IsCancellationRequested)
            {
                return;
            }

            await RefreshAsync();
        }

        _settled = true;
        StateHasChanged();
    }

    /// <summary>What the person can do and may read, from each owner; an owner that is away is left out.</summary>
    private async Task AskOwnersAsync()
    {
        var answers = await Task.WhenAll(Owners.Select(o => ActsApi.PossibleAsync(o, CaseId, _leaving.Token)));
        var may = Owners.Zip(answers).ToDictionary(x => x.First, x => x.Second.Value);
        _can = [.. may.Values.SelectMany(m => m?.Acts ?? [])];
        var files = new List<(string, CaseFile)>();
        async Task<T?> ReadAsync<T>(string owner, Func<T, IReadOnlyList<CaseFile>> documents)
            where T : class
        {
            var value = may[owner]?.Reads(owner) == true ? (await Api.OwnerAsync<T>(owner, CaseId, _leaving.Token)).Value : null;
            files.AddRange(value is null ? [] : documents(value).Select(d => (owner, d)));
            return value;
        }

        _judgment = await ReadAsync<IntakeView>("intake", v => v.Documents);
        _found = await ReadAsync<InvestigationView>("investigation", v => v.Documents);
        _review = await ReadAsync<ReviewView>("review", v => v.Documents);
        _disposed = await ReadAsync<DispositionView>("disposition", v => v.Documents);
        _files.Clear();
        _files.AddRange(files);
    }

    /// <summary>While it is looked at, the page follows the case: one small reading now and then, all of it only when something has changed.</summary>
    private async Task RefreshAsync()
    {
        var read = await Api.FindAsync(CaseId, atLeast: null, _leaving.Token);
        if (read.Fault?.Kind == FaultKind.SignedOut)
        {
            _fault = read.Fault;
            StateHasChanged();
        }
        else if (read.Value is { } now && (_detail is null || _detail.Updating || now.Versions.Any(v => _detail.Versions.GetValueOrDefault(v.Key) != v.Value) || !now.OpenSteps.Select(s => s.Step).SequenceEqual(_detail.OpenSteps.Select(s => s.Step))))
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task MoreAsync()
    {
        var more = await Api.TimelineAsync(CaseId, _next, _leaving.Token);
        _acts.AddRange(more.Value?.Items ?? []);
        _next = more.Value?.Next;
    }

    /// <summary>A suspended case stands where it will return to: at the clock that began last.</summary>
    private static string Standing(CaseDetail detail) => detail.State != "SUSPENDED" ? detail.State
        : detail.Clocks.Where(c => c.StoppedOn is null).OrderBy(c => c.StartOn).LastOrDefault()?.Kind switch
        {
            "INVESTIGATION" => "INVESTIGATING",
            "SUBMIT" => "REPORT_READY",
            "REVIEW" or "RESUBMIT" => "UNDER_REVIEW",
            "FEEDBACK" or "FILING" => "REVIEWED",
            _ => "DISPOSING",
        };

    private string Sanctions(IReadOnlyList<string> sanctions, string conclusion) =>
        string.Join(Words["list.comma"], sanctions.Count > 0 ? sanctions.Select(s => Words.Code("sanction", s)) : [Words.Code("conclusion", conclusion)]);
}
