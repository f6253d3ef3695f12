using LostCases.Platform;
using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;

namespace LostCases.Portal.Cases;

/// <summary>案件查询: every case this person may see, with its state, next step, holder and due date.</summary>
public sealed partial class CasesPage : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource _reading = new();
    private CancellationToken? _left;
    private CaseLines? _lines;
    private CaseLine? _selected;
    private Fault? _fault;
    private string? _address;
    private bool _busy;
    private bool _opened;
    private bool _focus;
    private bool _seesCases = true;

    /// <summary>What was searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>Keys of the pages walked to this one; the last begins it.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string[]? Trail { get; set; }

    [Inject]
    private CasesApi Api { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    private DateOnly Today => BusinessTime.Today(Time);

    private string Search => Query?.Trim() ?? "";

    private string? NextPage => _lines?.Next is { } key ? Address([.. Trail ?? [], key]) : null;

    private string? PreviousPage => Trail is { Length: > 0 } walked ? Address(walked[..^1]) : null;

    private string Note => Words.Format("cases.page", (Trail?.Length ?? 0) + 1, _lines?.Items.Count ?? 0);

    /// <summary>Taken once: a token may still be asked when its source is gone.</summary>
    private CancellationToken Left => _left ??= _leaving.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        _ = Left;
        _leaving.Cancel();
        _leaving.Dispose();
        _reading.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _seesCases = Actor.From((await Person).User).SeesCases;
        _ = Following.EveryAsync(Fresh, Time, () => InvokeAsync(RefreshAsync), _leaving);
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var address = Address(Trail ?? []);
        if (_address == address)
        {
            return;
        }

        _address = address;
        await LoadAsync();
        _opened = false;
        _selected = _lines is { Items: [var first, ..] } ? first : null;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await Browser.InvokeVoidAsync("lostcases.focusPreview", Left);
        }
    }

    private async Task LoadAsync()
    {
        var reading = CancellationTokenSource.CreateLinkedTokenSource(Left);
        using (var before = _reading)
        {
            _reading = reading;
            await before.CancelAsync();
        }

        (_busy, _fault) = (true, null);
        try
        {
            var read = await Api.ListAsync(Search, Trail?.LastOrDefault(), reading.Token);
            (_lines, _fault, _busy) = (read.Value ?? _lines, read.Fault, false);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            // A newer reading took this one's place.
        }
    }

    /// <summary>The list follows the cases while it is looked at; a reading that fails leaves the rows as they are.</summary>
    private async Task RefreshAsync()
    {
        var address = _address;
        var read = await Api.ListAsync(Search, Trail?.LastOrDefault(), Left);
        if (address == _address && !_busy && (read.Value is not null || read.Fault?.Kind == FaultKind.SignedOut))
        {
            (_lines, _fault) = (read.Value ?? _lines, read.Fault);
            _selected = _lines?.Items.FirstOrDefault(l => l.Id == _selected?.Id) ?? _selected;
            StateHasChanged();
        }
    }

    private void Select(CaseLine line) => _selected = line;

    private void Open(CaseLine line) => (_selected, _opened, _focus) = (line, true, true);

    private async Task CloseAsync()
    {
        _opened = false;
        await Browser.InvokeVoidAsync("lostcases.focusRow", Left);
    }

    private Task Key(KeyboardEventArgs e) => e.Key == "Escape" && _opened ? CloseAsync() : Task.CompletedTask;

    private string Address(string[] trail)
    {
        var parts = trail.Select(t => KeyValuePair.Create<string, string?>("after", t));
        return QueryHelpers.AddQueryString("/cases", Search.Length > 0 ? [KeyValuePair.Create<string, string?>("q", Search), .. parts] : [.. parts]);
    }
}
