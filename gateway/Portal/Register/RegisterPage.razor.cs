using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LostCases.Portal.Register;

/// <summary>登记败诉裁判: a judgment an agency lost, which opens the case. What was typed is kept as a draft.</summary>
public sealed partial class RegisterPage : IDisposable
{
    private const string DraftKey = "register";
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(350);

    private readonly CancellationTokenSource _leaving = new();
    private ActForm? _form;
    private IReadOnlyList<Suggestion> _inText = [];
    private JudgmentPreview? _told;
    private string? _untold;
    private int _asked;
    private bool _onward;
    private Guid _me;

    [Inject]
    private ActsApi Api { get; set; } = null!;

    [Inject]
    private JudgmentsApi Judgments { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

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
        _me = Actor.From((await Person).User).Id;
        var form = new ActForm(Catalogue.Register, CaseDetail.None) { Changed = Keep };
        form.Body = await Drafts.FindAsync(_me, DraftKey, _leaving.Token) ?? [];
        _form = form;
        _ = AskAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_onward)
        {
            _onward = false;
            await Browser.InvokeVoidAsync("lostcases.focusEmpty", _leaving.Token);
        }
    }

    private void Keep() => _ = InvokeAsync(async () =>
    {
        _ = AskAsync();
        _form!.Kept = await Drafts.KeepAsync(_me, DraftKey, _form.Body, _leaving.Token);
        StateHasChanged();
    });

    private void TakeNote(IReadOnlyList<Suggestion> found)
    {
        _inText = found;
        Suggest();
    }

    /// <summary>What the text says comes before what the number says; the same of both is told once.</summary>
    private void Suggest() => _form!.Suggestions = [.. _inText.Concat(_told?.Suggestions ?? []).DistinctBy(s => (s.Field, s.Value))];

    /// <summary>The focus goes on to what is left to fill in.</summary>
    private void TakeAll()
    {
        foreach (var suggestion in _form!.Agreed())
        {
            _form.Take(suggestion);
        }

        _onward = true;
        Keep();
    }

    /// <summary>Asks once nothing has been typed for a moment; only the newest answer counts, and that intake is away is no fault of what is typed.</summary>
    private async Task AskAsync()
    {
        var asked = ++_asked;
        try
        {
            await Task.Delay(Quiet, Time, _leaving.Token);
            if (asked != _asked)
            {
                return;
            }

            var read = await Judgments.PreviewAsync(_form!.Sent(), _leaving.Token);
            if (asked == _asked)
            {
                (_told, _untold) = (read.Value, read.Fault is { Kind: FaultKind.Refused, Sentence: { } sentence } ? sentence : null);
                foreach (var (id, name) in _told?.Organisations ?? new Dictionary<string, string>())
                {
                    _form.Units[id] = name;
                }

                Suggest();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SendAsync()
    {
        var form = _form!;
        var done = await Api.RegisterAsync(form.Sent(), form.Key, _leaving.Token);
        if (done.Value is not { } answer)
        {
            form.Refuse(done.Fault!);
            return;
        }

        await Drafts.ForgetAsync(_me, DraftKey, _leaving.Token);
        Navigation.NavigateTo($"/cases/{answer.CaseId}?atLeast=intake.{answer.Version}");
    }
}
