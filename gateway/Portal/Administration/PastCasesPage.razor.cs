using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LostCases.Portal.Administration;

/// <summary>历史案件导入: a sheet is handed in, its progress followed, the refused rows shown and downloaded.</summary>
public sealed partial class PastCasesPage : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private List<PastImport>? _imports;
    private IReadOnlyList<PastFault> _faults = [];
    private Guid? _opened;
    private Fault? _fault;
    private string? _refused;
    private string _done = "";
    private int? _percent;

    [Inject]
    private PastCasesApi Api { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _ = Following.EveryAsync(Often, Time, FollowAsync, _leaving);
    }

    private async Task LoadAsync() => (_imports, _fault) = await Api.AllAsync(CancellationToken.None);

    /// <summary>Looks again while an import runs.</summary>
    private Task FollowAsync() => InvokeAsync(async () =>
    {
        if (_imports?.Exists(i => i.EndedAt is null) != true)
        {
            return;
        }

        var (now, _) = await Api.AllAsync(_leaving.Token);
        _imports = now ?? _imports;
        _done = _imports.Exists(i => i.EndedAt is null) ? "" : Words["past.through.all"];
        StateHasChanged();
    });

    private async Task SendAsync(InputFileChangeEventArgs e)
    {
        (_refused, _done) = (null, "");
        if (e.File.Size > ActsApi.LargestFile)
        {
            _refused = Words["form.tooLarge"];
            return;
        }

        _percent = 0;
        await using var content = new Counted(e.File.OpenReadStream(ActsApi.LargestFile, _leaving.Token), read =>
        {
            _percent = (int)(read * 100 / Math.Max(1, e.File.Size));
            _ = InvokeAsync(StateHasChanged);
        });
        var (sent, fault) = await Api.SendAsync(e.File.Name, content, _leaving.Token);
        _percent = null;
        _refused = sent is null ? fault?.Sentence ?? Words["form.uploadFailed"] : null;
        if (sent is not null)
        {
            _done = Words.Format(sent.EndedAt is null ? "past.sent" : "past.sameFile", sent.Rows);
            await LoadAsync();
        }
    }

    private async Task OpenAsync(PastImport import)
    {
        if (_opened == import.Id)
        {
            _opened = null;
            return;
        }

        var (faults, _) = await Api.FaultsAsync(import.Id, CancellationToken.None);
        (_opened, _faults) = (import.Id, faults ?? []);
    }
}
