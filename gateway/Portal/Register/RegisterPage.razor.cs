using LostCases.Platform;
using LostCases.Portal.Acts;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Register;

/// <summary>登记败诉裁判: a judgment an agency lost, which opens the case. What was typed is kept as a draft.</summary>
public sealed partial class RegisterPage : IDisposable
{
    private const string DraftKey = "register";

    private readonly CancellationTokenSource _leaving = new();
    private ActForm? _form;
    private Guid _me;

    [Inject]
    private ActsApi Api { get; set; } = null!;

    [Inject]
    private Drafts Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

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

    private void Keep() => _ = InvokeAsync(async () =>
    {
        _form!.Kept = await Drafts.KeepAsync(_me, DraftKey, _form.Body, _leaving.Token);
        StateHasChanged();
    });

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
