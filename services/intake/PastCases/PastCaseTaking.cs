using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Intake.Judgments;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.PastCases;

/// <summary>
/// Takes over rows of a sheet as past cases: closed, or out of scope where the notice does not cover them. No decision on scope is
/// recorded as made here, so that no chain is ever begun for them.
/// </summary>
internal sealed class PastCaseTaking(IntakeDbContext db, CaseBatch batch)
{
    private readonly Dictionary<(string CaseNo, DocType Kind), Judgment> _judgments = [];
    private readonly Dictionary<(Guid JudgmentId, Guid AgencyId), string?> _digests = [];

    /// <summary>Looks up what is known of these case numbers; nobody else registers one of them until the transaction ends.</summary>
    internal async Task LookUpAsync(string[] numbers, CancellationToken ct)
    {
        // The same lock as a registration's, always in one order.
        await db.Database.ExecuteSqlAsync($"select count(pg_advisory_xact_lock(hashtext(n))) from (select n from unnest({numbers}) n order by n) ordered", ct);
        foreach (var judgment in await db.Judgments.Where(j => numbers.Contains(j.CaseNo)).ToListAsync(ct))
        {
            _judgments[(judgment.CaseNo, judgment.DocType)] = judgment;
        }

        var ids = _judgments.Values.Select(j => j.Id).ToList();
        var cases = await db.Cases.Where(c => ids.Contains(c.JudgmentId))
            .Select(c => new { c.JudgmentId, c.AgencyId, Digest = db.PastCases.Where(p => p.CaseId == c.CaseId).Select(p => p.Digest).FirstOrDefault() })
            .ToListAsync(ct);
        foreach (var known in cases)
        {
            _digests[(known.JudgmentId, known.AgencyId)] = known.Digest;
        }
    }

    /// <summary>The case; neither case nor fault where the row had been taken over before.</summary>
    internal async Task<(PastCaseImported? Taken, CellFault? Fault)> TakeAsync(PastRow row, int number, PastImport import, Landscape landscape, CancellationToken ct)
    {
        var (around, unknown) = landscape.Around(row);
        if (around is null)
        {
            return (null, unknown);
        }

        var draft = row.Draft(around.Court!.Id, around.Agency!.Id, around.ImplementingBody?.Id);
        var reading = JudgmentReading.Of(draft, around, import.On, import.On);
        if (Against(row, draft, around, reading, import) is { } fault)
        {
            return (null, fault);
        }

        var judgment = _judgments.GetValueOrDefault((row.CaseNo, row.DocType));
        if (judgment is not null && KnownJudgment.Differing(judgment, draft) is { } differing)
        {
            return (null, new(Column(differing), new Refused("JUDGMENT_DIFFERS", "N2.2-f")));
        }

        if (judgment is not null && _digests.TryGetValue((judgment.Id, around.Agency.Id), out var digest))
        {
            return digest == row.Digest ? (null, null)
                : (null, new("caseNo", new Refused(digest is null ? "DUPLICATE_JUDGMENT" : "PAST_CASE_DIFFERS", "N2.2-f")));
        }

        judgment ??= Add(row, around.Court.Id);
        _digests[(judgment.Id, around.Agency.Id)] = row.Digest;
        var code = await CaseCodes.NextAsync(db, around.Agency.RegionCode, row.EffectiveOn.Year, ct);
        return (Open(row, number, import, draft, judgment, around, reading, code), null);
    }

    private static CellFault? Against(PastRow row, JudgmentDraft draft, Surroundings around, JudgmentReading reading, PastImport import)
    {
        if (reading.Objections is [var first, ..])
        {
            return new(Column(first.Field), first.Refused);
        }

        if (PastCaseRules.Take(Scope(draft, around), row.ClosedOn, import.On, around.Policy) is Refused refused)
        {
            return new(refused.Code == "SCOPE" ? "result" : refused.Subject is "effectiveOn" or "closedOn" ? refused.Subject : "caseNo", refused);
        }

        return import.OnlyOf is { } own && own != reading.ReviewerId && own != around.Tree!.MuniLegal
            ? new("agency", new Refused("PAST_CASE_NOT_YOURS", "7.1"))
            : null;
    }

    private static ScopeFacts Scope(JudgmentDraft draft, Surroundings around) => new()
    {
        EffectiveOn = draft.CertifiedOn,
        MadeOn = draft.MadeOn,
        ActDate = draft.ActDate!.Value,
        Result = draft.Result!.Value,
        AgencyInCity = around.Tree!.InCity,
    };

    private Judgment Add(PastRow row, Guid courtId)
    {
        var judgment = new Judgment
        {
            Id = Guid.CreateVersion7(),
            CaseNo = row.CaseNo,
            DocType = row.DocType,
            CourtId = courtId,
            Instance = row.Instance,
            MadeOn = row.MadeOn,
        };
        db.Judgments.Add(judgment);
        return _judgments[(row.CaseNo, row.DocType)] = judgment;
    }

    private PastCaseImported Open(
        PastRow row, int number, PastImport import, JudgmentDraft draft, Judgment judgment, Surroundings around, JudgmentReading reading, string code)
    {
        var (caseId, agency, reviewer) = (Guid.CreateVersion7(), around.Agency!, reading.ReviewerId!.Value);
        var body = around.ImplementingBody is { } other && other.Id != agency.Id ? other.Id : (Guid?)null;
        var filing = reading.Route!.CountyFiling ? around.Tree!.MuniLegal : null;
        db.Cases.Add(new IntakeCase
        {
            CaseId = caseId,
            JudgmentId = judgment.Id,
            AgencyId = agency.Id,
            ImplementingBodyId = body,
            ReviewBodyId = reviewer,
            Result = row.Result,
            ActName = row.ActName,
            ActDate = row.ActDate,
            ActDateBasis = ActDateBasis.DecisionDate,
            ServedOn = row.ServedOn,
            EffectiveOn = row.EffectiveOn,
            EffectiveWhy = "历史案件，按导入表所载生效日期",
            AgencyInCity = around.Tree!.InCity,
        });
        db.PastCases.Add(new PastCase { CaseId = caseId, ImportId = import.Id, Number = number, Digest = row.Digest, ClosedOn = row.ClosedOn, Outcome = row.Outcome });
        var slice = new CaseSlice
        {
            Facts = Facts(draft, judgment, around, reading, import.On, filing),
            Parties =
            [
                new(agency.Id, Relations.LosingAgency), new(reviewer, Relations.ReviewBody), new(around.Court!.Id, Relations.Court),
                .. body is { } id ? [new CaseParty(id, Relations.ImplementingBody)] : Array.Empty<CaseParty>(),
                .. filing is { } city && city != reviewer ? [new CaseParty(city, Relations.FilingBody)] : Array.Empty<CaseParty>(),
            ],
            Clocks = [],
            Documents = [],
        };
        var actor = new Actor(import.StartedBy, import.OrganisationId, []);
        return batch.Begin(caseId, code, slice, import.On, actor, header => new PastCaseImported
        {
            Case = header,
            ImportId = import.Id,
            JudgmentId = judgment.Id,
            ClosedOn = row.ClosedOn,
        });
    }

    private static Dictionary<string, string> Facts(
        JudgmentDraft draft, Judgment judgment, Surroundings around, JudgmentReading reading, DateOnly on, Guid? filing)
    {
        var facts = RegisteredFacts.Of(draft, judgment.CaseNo, around.Agency!, reading, around.Tree!.InCity, on);
        facts[Fact.History] = "TRUE";
        facts[Fact.PolicyVersion] = around.Policy.VersionName;
        facts[Fact.CalendarVersion] = around.Calendar.VersionName;
        foreach (var (key, value) in PolicySettings.Differences(around.Policy))
        {
            facts[Fact.Setting(key)] = value;
        }

        if (filing is { } body)
        {
            facts[Fact.FilingBodyId] = body.ToString();
        }

        if (ScopeTest.Judge(Scope(draft, around), on, around.Policy) is Refused { Subject: { } reason })
        {
            (facts[Fact.Scope], facts[Fact.ScopeReason]) = ("OUT", reason);
        }
        else
        {
            (facts[Fact.Scope], facts[Fact.ClosedVersion]) = ("IN", "1");
        }

        return facts;
    }

    /// <summary>The sheet's column for a field of a registration.</summary>
    private static string Column(string field) => field switch
    {
        "agencyId" => "agency",
        "courtId" => "court",
        "implementingBodyId" => "implementingBody",
        "servedOnAgency" => "servedOn",
        _ => field,
    };
}
