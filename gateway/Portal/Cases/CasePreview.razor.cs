using LostCases.Portal.Api;
using LostCases.Portal.Ui;
using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Cases;

/// <summary>The selected case at a glance: who has it, its clocks, the organisations in it.</summary>
public sealed partial class CasePreview : IDisposable
{
    /// <summary>Walking through the rows reads only the case one stops at.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private static readonly string[] Order =
        ["LOSING_AGENCY", "IMPLEMENTING_BODY", "SUPERIOR", "REVIEW_BODY", "JOINT_MEMBER", "APPROVER", "FILING_BODY", "TRANSFER_ORGAN", "COURT"];

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource _reading = new();
    private CancellationToken? _left;
    private CaseDetail? _detail;
    private CaseLine? _shown;
    private Fault? _fault;
    private bool _busy;

    /// <summary>The selected line; null where nothing is.</summary>
    [Parameter]
    [EditorRequired]
    public required CaseLine? Line { get; set; }

    /// <summary>Today, as officials count.</summary>
    [Parameter]
    [EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Puts the preview away where it lies over the list.</summary>
    [Parameter]
    public EventCallback Close { get; set; }

    [Inject]
    private CasesApi Api { get; set; } = null!;

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
    protected override async Task OnParametersSetAsync()
    {
        if (Line is null || Line.Equals(_shown))
        {
            return;
        }

        var isOther = Line.Id != _shown?.Id;
        _detail = isOther ? null : _detail;
        _shown = Line;
        await LoadAsync(isOther ? Pause : TimeSpan.Zero);
    }

    private Task LoadAsync() => LoadAsync(TimeSpan.Zero);

    private async Task LoadAsync(TimeSpan pause)
    {
        var reading = CancellationTokenSource.CreateLinkedTokenSource(Left);
        var stop = reading.Token; // its source may be gone after the next wait
        using (var before = _reading)
        {
            _reading = reading;
            await before.CancelAsync();
        }

        (_busy, _fault) = (true, null);
        try
        {
            await Task.Delay(pause, stop);
            var read = await Api.FindAsync(_shown!.Id, stop);
            (_detail, _fault, _busy) = (read.Value ?? _detail, read.Fault, false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Another case was selected.
        }
    }

    private RenderFragment Standing(CaseClock clock) => builder =>
    {
        if (clock.StoppedOn is not null || clock.Status == "PAUSED")
        {
            builder.OpenComponent<StatusTag>(0);
            builder.AddComponentParameter(1, nameof(StatusTag.Text), Words.Code("standing", clock.Status));
            builder.AddComponentParameter(2, nameof(StatusTag.Tone), clock.Status == "MET" ? Tone.Done : Late(clock));
            builder.CloseComponent();
            return;
        }

        builder.OpenComponent<DeadlineTag>(3);
        builder.AddComponentParameter(4, nameof(DeadlineTag.DueOn), clock.DueOn);
        builder.AddComponentParameter(5, nameof(DeadlineTag.Nature), clock.Nature);
        builder.AddComponentParameter(6, nameof(DeadlineTag.Remaining), clock.RemainingWorkingDays);
        builder.AddComponentParameter(7, nameof(DeadlineTag.Overdue), clock.OverdueWorkingDays);
        builder.AddComponentParameter(8, nameof(DeadlineTag.Today), Today);
        builder.CloseComponent();
    };

    private static Tone Late(CaseClock clock) => clock.OverdueWorkingDays is null ? Tone.Plain : clock.Nature == "MUST" ? Tone.Late : Tone.Exceeded;
}
