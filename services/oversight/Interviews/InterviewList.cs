using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Interviews;

/// <summary>An interview as it is shown.</summary>
public sealed record InterviewView(
    Guid Id, Guid AgencyId, string AgencyName, string Period, InterviewReason Reason, string? ReasonText, LitigationFigures? Figures, string PersonName, string Post,
    IReadOnlyList<string> ByUnits, DateOnly On, string Record, string? Commitments, DateOnly? FollowUpOn, string? Result, DateOnly? ResultOn);

/// <summary>A page of interviews, newest first; <paramref name="Next"/> is the key of the next.</summary>
public sealed record InterviewPage(IReadOnlyList<InterviewView> Items, Guid? Next)
{
    private const int PageSize = 50;

    /// <summary>The secretariat and leaders read all, people of an agency those with its own head.</summary>
    private static readonly string[] All = [Roles.Secretariat, Roles.Leader];
    private static readonly string[] Own = [Roles.AgencyOfficer, Roles.AgencyHead];

    internal static async Task<IResult> GetAsync(
        [Description("The next of the page before.")] Guid? after,
        [Description("Only of this agency.")] Guid? agency,
        OversightDbContext db, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var (all, own) = (actor.HasAny(All), actor.HasAny(Own) ? actor.OrganisationId ?? Guid.Empty : Guid.Empty);
        var found = await db.Interviews.AsNoTracking()
            .Where(i => (all || i.AgencyId == own) && (agency == null || i.AgencyId == agency) && (after == null || i.Id < after))
            .OrderByDescending(i => i.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = found.Take(PageSize).ToList();
        var agencies = page.Select(i => i.AgencyId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => agencies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return TypedResults.Ok(new InterviewPage(
            [.. page.Select(i => View(i, names.GetValueOrDefault(i.AgencyId, "")))], found.Count > PageSize ? page[^1].Id : null));
    }

    private static InterviewView View(Interview i, string agency) => new(
        i.Id, i.AgencyId, agency, i.Period, i.Reason, i.ReasonText, i.Figures, i.PersonName, i.Post, i.ByUnits, i.On, i.Record, i.Commitments, i.FollowUpOn, i.Result,
        i.ResultOn);
}
