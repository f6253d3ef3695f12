using LostCases.Documents;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Annex;

/// <summary>审核表: the annex as it will be printed, to be looked through and taken as PDF or for a word processor.</summary>
public sealed partial class AnnexPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private AnnexForm? _form;
    private Fault? _fault;
    private bool _hasFonts;

    /// <summary>The case.</summary>
    [Parameter]
    public Guid CaseId { get; set; }

    [Inject]
    private AnnexReader Reader { get; set; } = null!;

    [Inject]
    private OfficeFonts Fonts { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await Reader.ReadAsync(CaseId, _leaving.Token);
        _hasFonts = Fonts.Find() is not null;
        (_form, _fault) = (read.Value, read.Fault);
    }
}
