using LostCases.Contracts;
using LostCases.Intake.Agencies;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>Handles <see cref="RegisterJudgment"/>: checks it, routes it, opens the case.</summary>
internal sealed class Registration(IntakeDbContext db, CaseAct act, CaseStore store, CaseSession session)
{
    internal static Task<IResult> HandleAsync(RegisterJudgment request, Registration registration, HttpContext http, CancellationToken ct) =>
        registration.RunAsync(request, http, ct);

    private async Task<IResult> RunAsync(RegisterJudgment request, HttpContext http, CancellationToken ct)
    {
        if (!CaseNumber.TryParse(request.CaseNo, out var number))
        {
            return act.Refuse(new Refused("CASE_NUMBER_INVALID", "3.4"), "caseNo");
        }

        if (DateRules.Plausible(request.ActDate, request.MadeOn, request.Services, act.Today) is Refused impossible)
        {
            return act.Refuse(impossible, impossible.Subject);
        }

        var (agency, unknown) = await FindAsync(request, ct);
        if (agency is null || unknown is not null)
        {
            return unknown!;
        }

        if (RegistrationRules.Defendant(agency.Kind) is Refused entrusted)
        {
            return act.Refuse(entrusted, "agencyId");
        }

        var tree = await AgencyTree.AroundAsync(agency, db, ct);
        if (Routing.For(agency.Level, Policy.Default) is not { } route || tree.Reviewer(route) is not { } reviewer)
        {
            return act.Refuse(new Refused("ROUTE_UNKNOWN", "GAP-01"), "agencyId");
        }

        if (!MayRegister(request, reviewer))
        {
            return Problems.Forbidden(http);
        }

        var judgment = await TakeJudgmentAsync(request, number.Normalised, ct);
        if (Differing(judgment, request) is { } field)
        {
            return act.Refuse(new Refused("JUDGMENT_DIFFERS", "N2.2-f"), field);
        }

        var existing = await db.Cases.SingleOrDefaultAsync(c => c.JudgmentId == judgment.Id && c.AgencyId == agency.Id, ct);
        return existing is null
            ? await OpenAsync(request, judgment, agency, tree, route, reviewer, ct)
            : await DuplicateAsync(existing.CaseId, ct);
    }

    private async Task<(Agency? Agency, IResult? Refusal)> FindAsync(RegisterJudgment request, CancellationToken ct)
    {
        var wanted = new[] { request.AgencyId, request.CourtId, request.ImplementingBodyId ?? request.AgencyId };
        var found = await db.Agencies.Where(a => wanted.Contains(a.Id)).ToListAsync(ct);
        var agency = found.Find(a => a.Id == request.AgencyId);
        return agency is null ? (null, act.Refuse(new Refused("AGENCY_UNKNOWN", "N1-a", request.AgencyId.ToString()), "agencyId"))
            : found.Find(a => a.Id == request.CourtId)?.Level != AgencyLevel.Court ? (null, act.Refuse(new Refused("COURT_UNKNOWN", "N2.1-a"), "courtId"))
            : request.ImplementingBodyId is { } body && !found.Exists(a => a.Id == body && a.Level != AgencyLevel.Court)
                ? (null, act.Refuse(new Refused("AGENCY_UNKNOWN", "N2.2-b", body.ToString()), "implementingBodyId"))
            : (agency, null);
    }

    private bool MayRegister(RegisterJudgment request, Guid reviewer)
    {
        var (own, roles) = (act.Actor.OrganisationId, act.Actor.Roles);
        return (roles.Contains(Roles.AgencyOfficer) && (own == request.AgencyId || own == request.ImplementingBodyId))
            || (roles.Contains(Roles.CourtLiaison) && own == request.CourtId)
            || (act.Actor.HasAny([Roles.Reviewer, Roles.ReviewLeader]) && own == reviewer);
    }

    private async Task<Judgment> TakeJudgmentAsync(RegisterJudgment request, string caseNo, CancellationToken ct)
    {
        // Registrations of the same document take turns, so that the second finds the first.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({caseNo}))", ct);
        if (await db.Judgments.SingleOrDefaultAsync(j => j.CaseNo == caseNo && j.DocType == request.DocType, ct) is { } known)
        {
            return known;
        }

        var judgment = new Judgment
        {
            Id = Guid.CreateVersion7(),
            CaseNo = caseNo,
            DocType = request.DocType,
            CourtId = request.CourtId,
            Instance = request.Instance,
            MadeOn = request.MadeOn,
        };
        db.Judgments.Add(judgment);
        return judgment;
    }

    /// <summary>What is said of a judgment that is known already, for another party of it, must be what is known.</summary>
    private static string? Differing(Judgment known, RegisterJudgment request) =>
        known.CourtId != request.CourtId ? "courtId" : known.Instance != request.Instance ? "instance" : known.MadeOn != request.MadeOn ? "madeOn" : null;

    private async Task<IResult> DuplicateAsync(Guid caseId, CancellationToken ct)
    {
        var card = await db.Cards.AsNoTracking().Include(c => c.Parties).SingleAsync(c => c.CaseId == caseId, ct);
        var link = card.IsVisibleTo(act.Actor) ? new { card.CaseId, card.Code } : null;
        return act.Refuse(new Refused("DUPLICATE_JUDGMENT", "N2.2-f"), "caseNo", ("existing", link));
    }

    private async Task<IResult> OpenAsync(
        RegisterJudgment request, Judgment judgment, Agency agency, AgencyTree tree, ReviewRoute route, Guid reviewer, CancellationToken ct)
    {
        var calendar = await CalendarAsync(tree, ct);
        var effective = EffectiveDate.Of(request.Facts, calendar, Policy.Default);
        var code = await CaseCodes.NextAsync(db, agency.RegionCode, act.Today.Year, ct);
        var card = await store.TakeAsync(Guid.CreateVersion7(), ct);
        act.Case = await session.OpenAsync(card, code, calendar, request.RestrictedPersons, ct);
        db.Cases.Add(Record(request, card.CaseId, judgment, tree, reviewer, effective));
        Describe(act.Case, request, judgment, agency, route, effective.EffectiveOn);
        act.Case.Set(Fact.InCity, tree.InCity);
        act.Case.Bring(agency.Id, Relations.LosingAgency).Bring(reviewer, Relations.ReviewBody).Bring(request.CourtId, Relations.Court);
        if (request.ImplementingBodyId is { } body && body != agency.Id)
        {
            act.Case.Bring(body, Relations.ImplementingBody);
        }

        if (route.CountyFiling && tree.MuniLegal is { } filing)
        {
            act.Case.Set(Fact.FilingBodyId, filing.ToString());
        }

        return await act.DoneAsync(header => Registered(header, request, judgment, agency, effective), ct);
    }

    private async Task<WorkingCalendar> CalendarAsync(AgencyTree tree, CancellationToken ct)
    {
        var city = tree.City?.Id;
        var version = await db.CityCalendars.Where(c => c.CityId == city).Select(c => c.CalendarVersion).SingleOrDefaultAsync(ct);
        return version is null ? WorkingCalendar.National : WorkingCalendar.Version(version);
    }

    private void Describe(
        CaseSession session, RegisterJudgment request, Judgment judgment, Agency agency, ReviewRoute route, DateOnly? effectiveOn)
    {
        session.Set(Fact.Scope, "UNDECIDED")
            .Set(Fact.CaseNo, judgment.CaseNo)
            .Set(Fact.Result, Code.Of(request.Result))
            .Set(Fact.AgencyLevel, Code.Of(agency.Level))
            .Set(Fact.ActDate, request.ActDate)
            .Set(Fact.ServedOn, request.ServedOnAgency)
            .Set(Fact.RegisteredOn, act.On)
            .Set(Fact.Route, route.FullCode)
            .Set(Fact.RouteClause, route.Clause)
            .Set(Fact.County, route.CountyFiling)
            .Set(Fact.JointRequired, route.JointRequired);
        if (effectiveOn is { } date)
        {
            session.Set(Fact.EffectiveOn, date);
        }
    }

    private static IntakeCase Record(
        RegisterJudgment request, Guid caseId, Judgment judgment, AgencyTree tree, Guid reviewer, EffectiveReading effective) => new()
        {
            CaseId = caseId,
            JudgmentId = judgment.Id,
            AgencyId = request.AgencyId,
            ImplementingBodyId = request.ImplementingBodyId == request.AgencyId ? null : request.ImplementingBodyId,
            ReviewBodyId = reviewer,
            Result = request.Result,
            ActName = request.ActName,
            ActDate = request.ActDate,
            ActDateBasis = request.ActDateBasis,
            ServedOn = request.ServedOnAgency,
            ServedOnOthers = [.. request.ServedOnOthers],
            EffectiveOn = effective.EffectiveOn,
            AppealExpiresOn = effective.AppealExpiresOn,
            EffectiveWhy = effective.Why,
            AgencyInCity = tree.InCity,
        };

    private static CaseRegistered Registered(
        CaseHeader header, RegisterJudgment request, Judgment judgment, Agency agency, EffectiveReading effective) => new()
        {
            Case = header,
            JudgmentId = judgment.Id,
            CaseNo = judgment.CaseNo,
            AgencyId = agency.Id,
            AgencyLevel = Code.Of(agency.Level),
            Instance = Code.Of(request.Instance),
            DocType = Code.Of(request.DocType),
            Result = Code.Of(request.Result),
            ActDate = request.ActDate,
            ServedOn = request.ServedOnAgency,
            EffectiveOn = effective.EffectiveOn,
            PolicyVersion = header.Slice.Facts[Fact.PolicyVersion],
            CalendarVersion = header.Slice.Facts[Fact.CalendarVersion],
            RestrictedPersons = request.RestrictedPersons,
        };
}
