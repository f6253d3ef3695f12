using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LostCases.Portal.Register;

/// <summary>登记败诉裁判: a judgment an agency lost, which opens the case. What was typed is kept as a draft.</summary>
public sealed partial class RegisterPage : IDisposable
{
    /// <summary>Roles that register; intake has the last word.</summary>
    internal static readonly string[] Registrars = ["AGENCY_OFFICER", "COURT_LIAISON", "REVIEWER", "REVIEW_LEADER"];

    private const string DraftKey = "register";
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(350);

    private readonly CancellationTokenSource _leaving = new();
    private ActForm? _form;
    private IReadOnlyList<Suggestion> _inText = [];
    private JudgmentPreview? _told;
    private string? _untold;
    private string? _notStored;
    private JudgmentFile? _file;
    private Done? _opened;
    private int _asked;
    private string? _onward;
    private Guid _me;
    private bool _isOther;

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
    private Words Words { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    /// <summary>What is told by the number and the person's own organisation is opened where it is not, where a text says it, and where it was refused.</summary>
    private bool IsToldOpen => At(Place.Told).Any(f => IsRefused(f) || (_told?.CaseNo is not null && Say(f) is null) || Suggested(f).Any(s => s.Quote is not null && _form!.Body[f.Name]?.ToString() != s.Value));

    private string Told => string.Join(Words["list.comma"], At(Place.Told).Select(Say).OfType<string>());

    /// <summary>Whether some of it waits to be confirmed.</summary>
    private bool IsToConfirm => At(Place.Told).Any(f => Suggested(f).Any() && _form!.Body[f.Name] is null);

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
        _me = actor.Id;
        if (!Registrars.Any(actor.Roles.Contains))
        {
            _isOther = true;
            return;
        }

        var form = new ActForm(Catalogue.Register, CaseDetail.None) { Changed = Keep };
        form.Body = await Drafts.FindAsync(_me, DraftKey, _leaving.Token) ?? [];
        _form = form;
        _ = AskAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_onward is { } field)
        {
            _onward = null;
            await Browser.InvokeVoidAsync("lostcases.focusOn", _leaving.Token, $"f-{field}");
        }
    }

    private void Keep() => _ = InvokeAsync(async () =>
    {
        if (_opened is not null)
        {
            return;
        }

        _ = AskAsync();
        _form!.Kept = await Drafts.KeepAsync(_me, DraftKey, _form.Body, _leaving.Token);
        StateHasChanged();
    });

    private static string Address(Done opened) => $"/cases/{opened.CaseId}?atLeast=intake.{opened.Version}";

    private Field[] At(Place place) => [.. _form!.Act.Fields.Where(f => f.Place == place)];

    private bool IsRefused(Field field) => _form!.Errors.ContainsKey(field.Name);

    private IEnumerable<Suggestion> Suggested(Field field) => _form!.Suggestions.Where(s => s.Field == field.Name);

    /// <summary>What stands in the field in words, or what alone is suggested for it.</summary>
    private string? Say(Field field)
    {
        var suggested = Suggested(field).DistinctBy(s => s.Value).ToList();
        var value = _form!.Body[field.Name]?.ToString() ?? (suggested is [var only] ? only.Value : null);
        return value is null ? null
            : field is OneOf one ? Words.Code(one.Kind, value)
            : _form.Units.GetValueOrDefault(value) ?? suggested.Find(s => s.Value == value)?.Name;
    }

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

        _onward = _form!.Act.Fields.FirstOrDefault(f => !f.Optional && _form.Body[f.Name] is null)?.Name;
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

            var draft = _form!.Sent();
            foreach (var agreed in _form.Agreed())
            {
                draft[agreed.Field] = agreed.Value; // what follows is told before it is confirmed, too
            }

            var read = await Judgments.PreviewAsync(draft, _leaving.Token);
            if (asked == _asked)
            {
                (_told, _untold) = (read.Value, read.Fault is { Kind: FaultKind.Refused, Sentence: { } sentence } ? sentence : null);
                foreach (var (id, name) in _told?.Organisations ?? new Dictionary<string, string>())
                {
                    _form.Units[id] = name;
                }

                var known = _form.Agreed().Count;
                Suggest();
                StateHasChanged();
                if (_form.Agreed().Count != known)
                {
                    _ = AskAsync(); // with what has become known
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SendAsync()
    {
        if (_opened is null)
        {
            var done = await Api.RegisterAsync(_form!.Sent(), _form.Key, _leaving.Token);
            if (done.Value is null)
            {
                _form.Refuse(done.Fault!);
                return;
            }

            _opened = done.Value;
            await Drafts.ForgetAsync(_me, DraftKey, _leaving.Token);
        }

        // The case is there by now, whatever becomes of the file; it can be sent again from here, or from the case.
        var refused = await _file!.StoreAsync(_opened.CaseId, _leaving.Token);
        if (refused is null)
        {
            Navigation.NavigateTo(Address(_opened));
            return;
        }

        _notStored = Words.Format("register.notStored", _opened.CaseCode, refused);
    }
}
