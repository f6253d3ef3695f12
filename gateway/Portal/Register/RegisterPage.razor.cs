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

    private readonly CancellationTokenSource _leaving = new();
    private string _key = Guid.NewGuid().ToString("N");
    private ActForm? _form;
    private Fault? _refused;
    private Guid _me;
    private bool _focus;

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

    private void Keep() => _ = InvokeAsync(async () =>
    {
        await Drafts.KeepAsync(_me, DraftKey, _form!.Body, _leaving.Token);
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

        _focus = form.Errors.Count > 0;
        if (_focus)
        {
            return;
        }

        form.Busy = true;
        var done = await Api.RegisterAsync(form.Sent(), _key, _leaving.Token);
        form.Busy = false;
        if (done.Value is { } answer)
        {
            await Drafts.ForgetAsync(_me, DraftKey, _leaving.Token);
            Navigation.NavigateTo($"/cases/{answer.CaseId}?atLeast=intake.{answer.Version}");
            return;
        }

        (_refused, _focus) = (done.Fault, true);
        _key = done.Fault?.Kind == FaultKind.Unavailable ? _key : Guid.NewGuid().ToString("N");
        if (done.Fault is { Field: { } field, Sentence: { } sentence } && form.Act.Fields.Any(f => f.Name == field))
        {
            form.Errors[field] = sentence;
        }
    }
}
