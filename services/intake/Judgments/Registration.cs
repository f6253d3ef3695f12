using LostCases.Contracts;
using LostCases.Intake.Agencies;
using LostCases.Intake.Cases;
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
        var draft = request.Draft;
        var around = await Surroundings.AroundAsync(draft, act.On, db, ct);
        var reading = JudgmentReading.Of(draft, around, act.Today, act.On);
        if (reading.Objections is [var first, ..])
        {
            return Refuse(first);
        }

        if (!Surroundings.MayRegister(act.Actor, draft, reading.ReviewerId))
        {
            return Problems.Forbidden(http);
        }

        // Registrations of the same document take turns, so that the second finds the first.
        var caseNo = reading.Number!.Normalised;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({caseNo}))", ct);
        if (await KnownJudgment.FindAsync(draft, caseNo, db, ct) is not { } known)
        {
            return await OpenAsync(request, Take(request, caseNo), around, reading, ct);
        }

        return await KnownJudgment.AgainstAsync(known, draft, act.Actor, db, ct) is { } objection
            ? Refuse(objection)
            : await OpenAsync(request, known, around, reading, ct);
    }

    private IResult Refuse(Objection objection) => objection.Refused.Code == "DUPLICATE_JUDGMENT"
        ? act.Refuse(objection.Refused, objection.Field, ("existing", objection.Existing))
        : act.Refuse(objection.Refused, objection.Field);

    private Judgment Take(RegisterJudgment request, string caseNo)
    {
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

    private async Task<IResult> OpenAsync(RegisterJudgment request, Judgment judgment, Surroundings around, JudgmentReading reading, CancellationToken ct)
    {
        var (agency, tree, calendar) = (around.Agency!, around.Tree!, around.Calendar);
        var (route, reviewer, effective) = (reading.Route!, reading.ReviewerId!.Value, reading.Effective!);
        var code = await CaseCodes.NextAsync(db, agency.RegionCode, act.Today.Year, ct);
        var card = await store.TakeAsync(Guid.CreateVersion7(), ct);
        act.Case = await session.OpenAsync(card, code, around.Policy, calendar, request.RestrictedPersons, ct);
        var record = db.Cases.Add(Record(request, card.CaseId, judgment, tree, reviewer, effective)).Entity;
        foreach (var (fact, value) in RegisteredFacts.Of(request.Draft, judgment.CaseNo, agency, reading, tree.InCity, act.On))
        {
            act.Case.Set(fact, value);
        }

        act.Case.Bring(agency.Id, Relations.LosingAgency).Bring(reviewer, Relations.ReviewBody).Bring(request.CourtId, Relations.Court);
        if (request.ImplementingBodyId is { } body && body != agency.Id)
        {
            act.Case.Bring(body, Relations.ImplementingBody);
        }

        if (route.CountyFiling && tree.MuniLegal is { } filing)
        {
            act.Case.Set(Fact.FilingBodyId, filing.ToString());
        }

        Screening.Begin(record, act.Case);
        return await act.DoneAsync(header => Registered(header, request, judgment, agency, effective), ct);
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
