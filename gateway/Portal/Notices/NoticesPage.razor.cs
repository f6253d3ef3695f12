using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Notices;

/// <summary>通知设置: the person's own mail address, what comes by it, and what has been sent.</summary>
public sealed partial class NoticesPage
{
    private Subscription? _told;
    private Fault? _fault;
    private string _address = "";
    private string? _wrong;
    private string _done = "";
    private bool _atOnce;
    private bool _digest;
    private bool _busy;

    [Inject]
    private NoticesApi Api { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (_told, _fault) = await Api.SubscriptionAsync(CancellationToken.None);
        (_address, _atOnce, _digest) = (_told?.Address ?? "", _told?.AtOnce ?? false, _told?.Digest ?? false);
    }

    private async Task SaveAsync()
    {
        (_busy, _done) = (true, "");
        var (saved, fault) = await Api.SubscribeAsync(_address, _atOnce, _digest, CancellationToken.None);
        _wrong = fault is null ? null : fault.Sentence ?? Words["fault.unavailable"];
        if (saved is not null)
        {
            (_told, _address, _done) = (saved, saved.Address ?? "", Words["subscription.saved"]);
        }

        _busy = false;
    }
}
