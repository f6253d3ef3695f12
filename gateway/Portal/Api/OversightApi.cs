using LostCases.Platform;

namespace LostCases.Portal.Api;

/// <summary>Figures, interviews, meetings and the assessment, as Oversight keeps them; each person is told what they may read.</summary>
internal sealed class OversightApi(GatewayClient gateway)
{
    internal Task<Read<FiguresTold>> FiguresAsync(string period, CancellationToken ct) => gateway.GetAsync<FiguresTold>($"api/oversight/statistics?period={period}", ct);

    internal Task<Read<AlertsTold>> AlertsAsync(string period, CancellationToken ct) => gateway.GetAsync<AlertsTold>($"api/oversight/interview-alerts?period={period}", ct);

    internal Task<Read<InterviewsTold>> InterviewsAsync(CancellationToken ct) => gateway.GetAsync<InterviewsTold>("api/oversight/interviews", ct);

    internal Task<Read<HalvesTold>> HalvesAsync(int? year, CancellationToken ct) => gateway.GetAsync<HalvesTold>($"api/oversight/conferences/halves{(year is null ? "" : $"?year={year}")}", ct);

    internal Task<Read<MeetingsTold>> MeetingsAsync(CancellationToken ct) => gateway.GetAsync<MeetingsTold>("api/oversight/conferences", ct);

    internal Task<Read<AssessmentTold>> AssessmentAsync(int year, CancellationToken ct) => gateway.GetAsync<AssessmentTold>($"api/oversight/assessments/{year}", ct);

    internal Task<Read<ImportDone>> ImportAsync(object request, string key, CancellationToken ct) => SendAsync<ImportDone>("api/oversight/statistics", request, key, ct);

    internal Task<Read<RecordDone>> InterviewAsync(object request, string key, CancellationToken ct) => SendAsync<RecordDone>("api/oversight/interviews", request, key, ct);

    internal Task<Read<RecordDone>> FollowUpAsync(Guid id, string result, string key, CancellationToken ct) =>
        SendAsync<RecordDone>($"api/oversight/interviews/{id}/follow-up", new { result }, key, ct);

    internal Task<Read<RecordDone>> HoldAsync(object request, string key, CancellationToken ct) => SendAsync<RecordDone>("api/oversight/conferences", request, key, ct);

    private Task<Read<T>> SendAsync<T>(string path, object request, string key, CancellationToken ct)
        where T : class => gateway.PostAsync<T>(path, JsonContent.Create(request, options: Json.Options), key, version: null, ct);
}

/// <summary>What the courts count.</summary>
public sealed record FiguresCounted(int Closed, int Lost, int OutOfScope, int Mediated, int Withdrawn, int ReversedLater, int ClosedInSeries, int LostInSeries);

/// <summary>A loss rate.</summary>
public sealed record RateTold(int Lost, int Closed, decimal? Share, string Text);

/// <summary>The loss rate counted in another way.</summary>
public sealed record VariantTold(string Base, string Series, RateTold Rate);

/// <summary>Figures of an agency, or of all together.</summary>
public sealed record FiguresLine(
    Guid? AgencyId, string AgencyName, string Level, FiguresCounted? Figures, RateTold? Rate, RateTold? RateAfterReversal, int? PursuitBase,
    IReadOnlyList<VariantTold> Variants, int Registered, int RegisteredOutOfScope, int RegisteredReversed, string? Source, DateOnly? ImportedOn);

/// <summary>Statistics of a period.</summary>
public sealed record FiguresTold(
    string Period, DateOnly First, DateOnly Last, string RulesVersion, string Base, string Series, FiguresLine Total, IReadOnlyList<FiguresLine> Items);

/// <summary>From where on an interview is suggested.</summary>
public sealed record ThresholdsTold(int Losses, decimal RatePercent, int MinClosed, int Periods);

/// <summary>What an agency's figures suggest.</summary>
public sealed record AlertLine(Guid AgencyId, string AgencyName, int? Closed, int Lost, string? Alert, IReadOnlyList<string> Reached, int Interviews);

/// <summary>Alerts of a period.</summary>
public sealed record AlertsTold(string Period, ThresholdsTold Thresholds, bool ByRules, string RulesVersion, IReadOnlyList<AlertLine> Items);

/// <summary>An interview held.</summary>
public sealed record InterviewTold(
    Guid Id, Guid AgencyId, string AgencyName, string Period, string Reason, string? ReasonText, string PersonName, string Post, IReadOnlyList<string> ByUnits,
    DateOnly On, string Record, string? Commitments, DateOnly? FollowUpOn, string? Result, DateOnly? ResultOn);

/// <summary>Interviews, newest first.</summary>
public sealed record InterviewsTold(IReadOnlyList<InterviewTold> Items, Guid? Next);

/// <summary>How the regular meeting of a half-year stands.</summary>
public sealed record HalfTold(string Half, string Status, DateOnly DueOn, DateOnly RemindFrom, DateOnly? HeldOn);

/// <summary>The regular meetings of a year.</summary>
public sealed record HalvesTold(int Year, DateOnly AsOf, string Current, IReadOnlyList<HalfTold> Halves);

/// <summary>A meeting held.</summary>
public sealed record MeetingTold(Guid Id, string Half, DateOnly HeldOn, bool Regular, string Minutes, IReadOnlyList<string> Units);

/// <summary>Meetings, newest first.</summary>
public sealed record MeetingsTold(IReadOnlyList<MeetingTold> Items, Guid? Next);

/// <summary>One indicator of an agency.</summary>
public sealed record IndicatorTold(string Indicator, string Name, string Group, int Count, int? Of, decimal? Share, string Text);

/// <summary>An agency's assessment.</summary>
public sealed record AssessmentLine(Guid AgencyId, string AgencyName, string Level, IReadOnlyList<IndicatorTold> Indicators);

/// <summary>The assessment of a year.</summary>
public sealed record AssessmentTold(int Year, DateOnly AsOf, string RulesVersion, IReadOnlyList<AssessmentLine> Rows);

/// <summary>Answer to an import.</summary>
public sealed record ImportDone(Guid Id, int Rows);

/// <summary>Answer to a record.</summary>
public sealed record RecordDone(Guid Id);
