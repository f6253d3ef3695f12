using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LostCases.Portal.Figures;

/// <summary>约谈: what the figures suggest, the record of an interview, and what came of it.</summary>
public sealed partial class InterviewsView
{
    private readonly Dictionary<Guid, string> _results = [];
    private AlertsTold? _told;
    private IReadOnlyList<InterviewTold>? _held;
    private Fault? _fault;
    private Fault? _refused;
    private (Guid Id, string Text)? _wrong;
    private AlertLine? _chosen;
    private Draft _form = new();
    private string _key = "";
    private string _done = "";
    private bool _busy;
    private bool _focus;

    [Inject]
    private OversightApi Api { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>Period that is looked at.</summary>
    [Parameter, EditorRequired]
    public required string Period { get; set; }

    /// <summary>Whether the person records interviews.</summary>
    [Parameter]
    public bool MayRecord { get; set; }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await Browser.InvokeVoidAsync("lostcases.focusFirst", "interview");
        }
    }

    private async Task LoadAsync()
    {
        var held = Api.InterviewsAsync(CancellationToken.None);
        (_told, _fault) = await Api.AlertsAsync(Period, CancellationToken.None);
        _held = (await held).Value?.Items;
    }

    private void Choose(AlertLine line)
    {
        (_chosen, _form, _refused) = (line, new Draft { Reason = line.Reached.Count > 0 ? line.Reached[0] : "OTHER" }, null);
        (_key, _focus) = (Guid.NewGuid().ToString(), true);
    }

    private async Task SendAsync()
    {
        _busy = true;
        (var done, _refused) = await Api.InterviewAsync(_form.Request(_chosen!.AgencyId, Period), _key, CancellationToken.None);
        if (done is not null)
        {
            (_chosen, _done) = (null, Words["interviews.sent"]);
            await LoadAsync();
        }

        (_busy, _key) = (false, Guid.NewGuid().ToString());
    }

    private async Task FollowUpAsync(InterviewTold interview)
    {
        _busy = true;
        var (done, fault) = await Api.FollowUpAsync(interview.Id, _results.GetValueOrDefault(interview.Id, ""), Guid.NewGuid().ToString(), CancellationToken.None);
        _wrong = fault is null ? null : (interview.Id, fault.Sentence ?? Words["fault.unavailable"]);
        if (done is not null)
        {
            _done = Words["interviews.resultSent"];
            await LoadAsync();
        }

        _busy = false;
    }

    /// <summary><c>COUNT 5</c>, <c>RATE 25.0%</c> or <c>BASE</c> in words.</summary>
    private string Alert(string alert) => alert.Split(' ') switch
    {
        ["COUNT", var count] => Words.Format("interviews.alert.count", count),
        ["RATE", var rate] => Words.Format("interviews.alert.rate", rate),
        _ => Words["interviews.alert.base"],
    };

    /// <summary>What has been typed.</summary>
    private sealed class Draft
    {
        internal string Reason { get; set; } = "";

        internal string ReasonText { get; set; } = "";

        internal string PersonName { get; set; } = "";

        internal string Post { get; set; } = "";

        internal string Units { get; set; } = "";

        internal string Record { get; set; } = "";

        internal string Commitments { get; set; } = "";

        internal DateOnly? FollowUpOn { get; set; }

        internal object Request(Guid agency, string period) => new
        {
            agencyId = agency,
            period,
            reason = Reason,
            reasonText = ReasonText,
            personName = PersonName,
            post = Post,
            byUnits = Units.Split(['、', '，', ',', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            record = Record,
            commitments = Commitments,
            followUpOn = FollowUpOn,
        };
    }
}
