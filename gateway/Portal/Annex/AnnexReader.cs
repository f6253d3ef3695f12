using LostCases.Documents;
using LostCases.Portal.Api;
using LostCases.Portal.Texts;

namespace LostCases.Portal.Annex;

/// <summary>Puts the annex together from what the owners tell this person. What they may not read is said to be left out; an owner that is away is a fault, never a gap.</summary>
internal sealed class AnnexReader(CasesApi cases, ActsApi acts, PortalSettings settings)
{
    /// <summary>In place of an opinion that exists but not for this reader.</summary>
    internal const string LeftOut = "（查阅人无权查阅本栏内容，未列。）";

    /// <summary>The form speaks Chinese whatever the page speaks.</summary>
    private static readonly Words Chinese = new();

    internal async Task<Read<AnnexForm>> ReadAsync(Guid caseId, CancellationToken ct)
    {
        var page = await cases.FindAsync(caseId, ct);
        var intake = await PartAsync<IntakeView>("intake", caseId, page.Fault, ct);
        var found = await PartAsync<InvestigationView>("investigation", caseId, intake.Fault, ct);
        var review = await PartAsync<ReviewView>("review", caseId, found.Fault, ct);
        return review.Fault is { } fault ? new(null, fault)
            : page.Value is { } detail && intake.Value is { } judged ? new(Form(detail, judged, found.Value, review.Value), null)
            : new(null, new(FaultKind.NotFound));
    }

    /// <summary>The form nobody has filled in.</summary>
    internal AnnexForm Blank() => new() { Demo = settings.IsDemo };

    /// <summary>An owner's part; without a value and without a fault where the person may not read it.</summary>
    private async Task<Read<T>> PartAsync<T>(string owner, Guid caseId, Fault? before, CancellationToken ct)
        where T : class
    {
        if (before is not null)
        {
            return new(null, before);
        }

        var may = await acts.PossibleAsync(owner, caseId, ct);
        return may.Value is not { } possible ? new(null, may.Fault)
            : possible.Reads(owner) ? await cases.OwnerAsync<T>(owner, caseId, ct)
            : new(null, null);
    }

    private AnnexForm Form(CaseDetail detail, IntakeView intake, InvestigationView? found, ReviewView? review) => new()
    {
        LosingAgency = Name(detail, intake.AgencyId),
        ImplementingBody = intake.ImplementingBodyId is { } body && body != intake.AgencyId ? Name(detail, body) : null,
        Court = Name(detail, intake.CourtId),
        CaseNo = intake.CaseNo,
        OtherCaseNos = [.. intake.Retrials.Select(r => r.CaseNo).OfType<string>()],
        AgencyOpinion = found?.CompletedOn is not null ? found.HandlingOpinion ?? "" : detail.Facts.ContainsKey("investigationCompleted") ? LeftOut : "",
        SubmittedOn = found?.Submissions is [.., var last] ? last.On : null,
        ReviewOpinion = review is null && detail.Facts.ContainsKey("opinion") ? LeftOut
            : review?.Opinion is { } opinion ? $"{Chinese.Code("opinion", opinion)}。\n{review.Reasons}" : "",
        ReviewedOn = review?.ReviewedOn,
        Code = $"{detail.Code}　数据版本 {intake.Version}.{found?.Version ?? 0}.{review?.Version ?? 0}",
        Demo = settings.IsDemo,
    };

    private static string Name(CaseDetail detail, Guid id) => detail.Parties.FirstOrDefault(p => p.OrganisationId == id)?.Name ?? "";
}
