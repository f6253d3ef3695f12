using LostCases.Platform;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LostCases.Portal.Administration;

/// <summary>规则设置: every setting with its value and clause; one administrator proposes a change, another confirms it or sends it back.</summary>
public sealed partial class RulesPage
{
    private readonly Dictionary<Guid, string> _reasons = [];
    private RulesTold? _rules;
    private Fault? _fault;
    private Fault? _refused;
    private (Guid Id, string Text)? _wrong;
    private RuleSetting? _chosen;
    private string _value = "";
    private string _reason = "";
    private string _key = "";
    private string _done = "";
    private DateOnly _validFrom;
    private bool _busy;
    private bool _mayChange;
    private bool _focus;
    private Guid _me;

    [Inject]
    private RulesApi Api { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    private DateOnly Today => BusinessTime.Today(Time);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = Actor.From((await Person).User);
        (_me, _mayChange) = (actor.Id, actor.HasAny(["SYS_ADMIN"]));
        await LoadAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await Browser.InvokeVoidAsync("lostcases.focusFirst", "propose");
        }
    }

    private async Task LoadAsync() => (_rules, _fault) = await Api.FindAsync(CancellationToken.None);

    private void Choose(RuleSetting? setting)
    {
        (_chosen, _value, _reason, _refused, _validFrom) = (setting, setting?.Value ?? "", "", null, Today);
        (_key, _focus) = (Guid.NewGuid().ToString(), setting is not null);
    }

    private async Task ProposeAsync()
    {
        _busy = true;
        (var sent, _refused) = await Api.ProposeAsync(new Dictionary<string, string> { [_chosen!.Key] = _value }, _validFrom, _reason, _key, CancellationToken.None);
        if (sent is not null)
        {
            _done = Words["rules.sent"];
            Choose(null);
            await LoadAsync();
        }

        _key = Guid.NewGuid().ToString();
        _busy = false;
    }

    private async Task DecideAsync(RuleChange change, bool confirm)
    {
        _busy = true;
        var (decided, fault) = await Api.DecideAsync(change.Id, confirm, Reason(change.Id), Guid.NewGuid().ToString(), CancellationToken.None);
        _wrong = fault is null ? null : (change.Id, fault.Sentence ?? Words["fault.unavailable"]);
        if (decided is not null)
        {
            _done = Words[confirm ? "rules.confirmed" : "rules.rejected"];
            await LoadAsync();
        }

        _busy = false;
    }

    private string Reason(Guid id) => _reasons.GetValueOrDefault(id, "");

    private string? Error(Guid id) => _wrong?.Id == id ? _wrong.Value.Text : null;
}
