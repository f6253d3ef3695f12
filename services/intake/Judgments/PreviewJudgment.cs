using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Judgments;

/// <summary>What registering a judgment would come to (登记前预览), from what is known so far.</summary>
public sealed record JudgmentPreview
{
    /// <summary>The case number in its one written form; null while it is none.</summary>
    public string? CaseNo { get; init; }

    /// <summary>The organisations that are named, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> Organisations { get; init; }

    /// <summary>Fields a registration still needs.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Why it would be refused, by field; the first is what a registration would answer.</summary>
    public required IReadOnlyList<FieldRefusal> Refusals { get; init; }

    /// <summary>What other fields may be, to be confirmed.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>Who reviews (报审路由).</summary>
    public RoutePreview? Route { get; init; }

    /// <summary>When the judgment takes effect (生效日).</summary>
    public EffectivePreview? Effective { get; init; }

    /// <summary>Whether the case falls under the notice (追责范围).</summary>
    public ScopePreview? Scope { get; init; }

    /// <summary>The first limit, of the investigation, as it runs once the reviewing body confirms the case in scope.</summary>
    public ClockView? FirstLimit { get; init; }

    internal static async Task<IResult> HandleAsync(JudgmentDraft draft, CaseAct act, IntakeDbContext db, HttpContext http, CancellationToken ct)
    {
        var around = await Surroundings.AroundAsync(draft, act.On, db, ct);
        var reading = JudgmentReading.Of(draft, around, act.Today, act.On);
        if (!Surroundings.MayRegister(act.Actor, draft, reading.ReviewerId))
        {
            return Problems.Forbidden(http);
        }

        var objections = reading.Objections.ToList();
        if (objections.Count == 0 && reading.Number is { } number && around is { Agency: not null, Court: not null }
            && await KnownJudgment.FindAsync(draft, number.Normalised, db, ct) is { } known
            && await KnownJudgment.AgainstAsync(known, draft, act.Actor, db, ct) is { } objection)
        {
            objections.Add(objection);
        }

        var language = Problems.Language(http);
        return TypedResults.Ok(new JudgmentPreview
        {
            CaseNo = reading.Number?.Normalised,
            Organisations = around.Names,
            Missing = draft.Missing,
            Refusals = [.. objections.Select(o => FieldRefusal.Of(o, language))],
            Suggestions = await NumberSuggestions.OfAsync(reading.Number, act.Actor, db, ct),
            Route = await RoutePreview.OfAsync(reading, around, db, ct),
            Effective = EffectivePreview.Of(reading.Effective),
            Scope = ScopePreview.Of(reading),
            FirstLimit = reading.FirstLimit is { } limit ? ClockView.Of(limit.AsTold(ClockKind.Investigation), act.Today) : null,
        });
    }
}

/// <summary>A refusal as problem details would tell of it.</summary>
/// <param name="Field">Field it is about.</param>
/// <param name="Code">Refusal code.</param>
/// <param name="Clause">Clause or open question it rests on.</param>
/// <param name="Title">The sentence, in the caller's language.</param>
/// <param name="Existing">The case that exists already, for those who may see it.</param>
public sealed record FieldRefusal(string Field, string Code, string Clause, string Title, ExistingCase? Existing)
{
    internal static FieldRefusal Of(Objection objection, string language) => new(
        objection.Field, objection.Refused.FullCode, objection.Refused.Clause, Refusals.Sentence(objection.Refused, language), objection.Existing);
}

/// <summary>Who reviews the report, and why.</summary>
public sealed record RoutePreview
{
    /// <summary>Level of the losing agency, which decides it.</summary>
    public required AgencyLevel AgencyLevel { get; init; }

    /// <summary>Kind of reviewing body.</summary>
    public required ReviewBody Body { get; init; }

    /// <summary>The route as one code.</summary>
    public required string Code { get; init; }

    /// <summary>Clause, or the open question the route is the default for.</summary>
    public required string Clause { get; init; }

    /// <summary>The organisation that reviews.</summary>
    public required Guid ReviewerId { get; init; }

    /// <summary>Its name.</summary>
    public required string ReviewerName { get; init; }

    /// <summary>Whether the notice says nothing about this level (通知未规定), so that the route is a default.</summary>
    public required bool NotInNotice { get; init; }

    /// <summary>Whether joint review is compulsory on this route (联合审核).</summary>
    public required bool JointRequired { get; init; }

    /// <summary>The body a county review is filed with (备案); null where none is.</summary>
    public string? FiledWith { get; init; }

    internal static async Task<RoutePreview?> OfAsync(JudgmentReading reading, Surroundings around, IntakeDbContext db, CancellationToken ct)
    {
        if (reading is not { Route: { } route, ReviewerId: { } reviewer } || around.Agency is not { } agency)
        {
            return null;
        }

        var filing = route.CountyFiling ? around.Tree?.MuniLegal : null;
        var names = await db.Agencies.Where(a => a.Id == reviewer || a.Id == filing).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return new RoutePreview
        {
            AgencyLevel = agency.Level,
            Body = route.Body,
            Code = route.FullCode,
            Clause = route.Clause,
            ReviewerId = reviewer,
            ReviewerName = names[reviewer],
            NotInNotice = route.NotInNotice,
            JointRequired = route.JointRequired,
            FiledWith = filing is { } id ? names[id] : null,
        };
    }
}

/// <summary>When the judgment takes effect, and why.</summary>
/// <param name="EffectiveOn">The date; null while an appeal is pending.</param>
/// <param name="AppealExpiresOn">Last day of the appeal period; null where there is none.</param>
/// <param name="Basis">Code of the reason.</param>
/// <param name="Why">The computation in words.</param>
public sealed record EffectivePreview(DateOnly? EffectiveOn, DateOnly? AppealExpiresOn, string Basis, string Why)
{
    internal static EffectivePreview? Of(EffectiveReading? reading) =>
        reading is null ? null : new(reading.EffectiveOn, reading.AppealExpiresOn, reading.Basis, reading.Why);
}

/// <summary>Whether the case falls under the notice, as of the business date; the reviewing body decides.</summary>
/// <param name="Code">IN, NOT_YET_EFFECTIVE, or OUT.</param>
/// <param name="Reason">The test that fails.</param>
/// <param name="Clauses">Clauses it rests on.</param>
/// <param name="MadeBeforeNotice">Whether the judgment was made before the notice and took effect after it: to be confirmed (GAP-04).</param>
public sealed record ScopePreview(string Code, string? Reason, IReadOnlyList<string> Clauses, bool MadeBeforeNotice)
{
    internal static ScopePreview? Of(JudgmentReading reading) => reading.Scope switch
    {
        Accepted accepted => new("IN", null, accepted.Basis, reading.MadeBeforeNotice),
        Refused { Code: "SCOPE" } refused => new("OUT", refused.Subject, [refused.Clause], reading.MadeBeforeNotice),
        Refused refused => new(refused.Code, null, [refused.Clause], reading.MadeBeforeNotice),
        _ => null,
    };
}
