using LostCases.Platform;
using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Desk;

/// <summary>我的办件: what waits for this person by legal urgency, what they wait for, what has changed since they were last here.</summary>
public sealed partial class DeskPage : IDisposable
{
    private const int News = 20, ChainNotices = 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _leaving = new();
    private List<Todo>? _todos;
    private Dictionary<Guid, CaseLine> _lines = [];
    private IReadOnlyList<CaseLine> _awaited = [];
    private IReadOnlyList<ActTold> _news = [];
    private readonly HashSet<Guid> _newNotices = [];
    private IReadOnlyList<NoticeTold> _notices = [];
    private IReadOnlyList<ChainNotice> _chainNotices = [];
    private CaseLine? _selected;
    private DateTimeOffset? _before;
    private HalfTold? _half;
    private Fault? _fault;
    private Guid _me;
    private bool _convenes;

    [Inject]
    private TodosApi Todos { get; set; } = null!;

    [Inject]
    private NoticesApi Notices { get; set; } = null!;

    [Inject]
    private CasesApi Cases { get; set; } = null!;

    [Inject]
    private OversightApi Oversight { get; set; } = null!;

    [Inject]
    private DeskVisits Visits { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    private static DateOnly ToldOn(ChainNotice notice) => BusinessTime.Day(notice.SentAt);

    private DateOnly Today => BusinessTime.Today(Time);

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = Actor.From((await Person).User);
        (_me, _convenes) = (actor.Id, actor.HasAny(["SECRETARIAT"]));
        _before = await Visits.SeenAsync(_me, _leaving.Token);
        await LoadAsync();
        _ = Following.EveryAsync(Fresh, Time, () => InvokeAsync(RefreshAsync), _leaving);
    }

    private async Task LoadAsync()
    {
        var todos = await Todos.AllAsync(_leaving.Token);
        if (todos.Value is not { } mine)
        {
            _fault = todos.Fault;
            return;
        }

        var awaited = Cases.AwaitedAsync(_leaving.Token);
        _notices = (await Notices.MineAsync(_leaving.Token)).Value ?? _notices;
        _newNotices.UnionWith(_notices.Where(n => n.IsNew).Select(n => n.Id));
        var shown = mine.Select(t => t.CaseId).Concat(_notices.Select(n => n.CaseId)).Distinct().ToList();
        var lines = shown.Count == 0 ? null : Cases.LinesAsync(shown, _leaving.Token);
        var news = Cases.NewsAsync(_before ?? Time.GetUtcNow().AddDays(-7), News, _leaving.Token);
        _awaited = (await awaited).Value?.Items.OrderBy(l => l.Clock?.DueOn ?? DateOnly.MaxValue).ToList() ?? _awaited;
        var chainNotices = Todos.ChainNoticesAsync(_leaving.Token);
        if (_convenes)
        {
            _half = (await Oversight.HalvesAsync(null, _leaving.Token)).Value?.Halves.LastOrDefault(h => h.Status == "REMIND");
        }

        _lines = lines is null ? [] : (await lines).Value?.Items.ToDictionary(l => l.Id) ?? _lines;
        _news = (await news).Value?.Items ?? _news;
        _chainNotices = (await chainNotices).Value is { } told ? [.. told.Take(ChainNotices)] : _chainNotices;
        (_todos, _fault) = ([.. mine.OrderBy(t => Rank(t.Urgency)).ThenBy(t => t.Clock?.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.CaseCode, StringComparer.Ordinal)], null);
        Select(_selected is { } seen ? _lines.GetValueOrDefault(seen.Id) ?? _awaited.FirstOrDefault(l => l.Id == seen.Id) ?? seen : First());
    }

    private CaseLine? First() => _todos is [var first, ..] && _lines.TryGetValue(first.CaseId, out var line) ? line : _awaited.Count > 0 ? _awaited[0] : null;

    /// <summary>The case shown beside the lists where the screen is wide enough.</summary>
    private void Select(CaseLine? line) => _selected = line ?? _selected;

    /// <summary>The order Notification names; what it does not name comes last.</summary>
    private static int Rank(string urgency) => Array.IndexOf(Todo.Urgencies, urgency) is var at and >= 0 ? at : Todo.Urgencies.Length;

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task ClaimAsync(Todo todo)
    {
        var refused = await Todos.ClaimAsync(todo.RequestId, _leaving.Token);
        _fault = refused?.Kind == FaultKind.SignedOut ? refused : null;
        await LoadAsync();
    }
}
