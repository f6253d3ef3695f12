using System.Globalization;

namespace LostCases.Rules;

/// <summary>Names of the facts services tell each other about a case; values are codes, dates or numbers.</summary>
public static class Fact
{
    // intake

    /// <summary>Version of the rules the case keeps.</summary>
    public const string PolicyVersion = "policy";

    /// <summary>Version of the calendar the case keeps.</summary>
    public const string CalendarVersion = "calendar";

    /// <summary>Case number of the judgment (案号), normalised.</summary>
    public const string CaseNo = "caseNo";

    /// <summary>Result for the losing agency.</summary>
    public const string Result = "result";

    /// <summary>Level of the losing agency.</summary>
    public const string AgencyLevel = "agencyLevel";

    /// <summary>Date of the administrative act.</summary>
    public const string ActDate = "actDate";

    /// <summary>Service on the losing agency.</summary>
    public const string ServedOn = "servedOn";

    /// <summary>TRUE where the losing agency belongs to the city.</summary>
    public const string InCity = "inCity";

    /// <summary>Date of registration.</summary>
    public const string RegisteredOn = "registeredOn";

    /// <summary>UNDECIDED, IN or OUT.</summary>
    public const string Scope = "scope";

    /// <summary>Why a case is out of scope.</summary>
    public const string ScopeReason = "scopeReason";

    /// <summary>TRUE while suspended (T22, T23).</summary>
    public const string Suspended = "suspended";

    /// <summary>Number of suspensions so far (T22).</summary>
    public const string Suspensions = "suspensions";

    /// <summary>TRUE once a termination after disposition has been proposed and waits for a second person (T24).</summary>
    public const string TerminationProposed = "terminationProposed";

    /// <summary>Result of the newest retrial judgment for the losing agency (再审结果).</summary>
    public const string RetrialResult = "retrialResult";

    /// <summary>TRUE where something suggests joint review (GAP-16); people decide.</summary>
    public const string SuggestJointReview = "suggestJointReview";

    /// <summary>TRUE once terminated (T24).</summary>
    public const string Terminated = "terminated";

    /// <summary>Disposition version the case was closed with (T19).</summary>
    public const string ClosedVersion = "closedVersion";

    /// <summary>Full code of the review route.</summary>
    public const string Route = "route";

    /// <summary>Clause of the route.</summary>
    public const string RouteClause = "routeClause";

    /// <summary>TRUE where a county body reviews and must file (N2.5.2-i).</summary>
    public const string County = "county";

    /// <summary>TRUE where the route makes joint review compulsory (GAP-01).</summary>
    public const string JointRequired = "jointRequired";

    /// <summary>Effective date.</summary>
    public const string EffectiveOn = "effectiveOn";

    /// <summary>City legal body a county review is filed with.</summary>
    public const string FilingBodyId = "filingBodyId";

    /// <summary>TRUE where the case was handled before it came here and is kept as history only (历史案件).</summary>
    public const string History = "history";

    // investigation

    /// <summary>TRUE once complete (T05).</summary>
    public const string InvestigationCompleted = "investigationCompleted";

    /// <summary>Number of submissions, resubmissions included (T06, T09).</summary>
    public const string Submissions = "submissions";

    /// <summary>Responsibility of the unit (单位责任): REFERRED or DECIDED.</summary>
    public const string Unit = "unit";

    /// <summary>What the superior decided about the unit, codes joined by <c>+</c>; NONE where nothing.</summary>
    public const string UnitSanctions = "unitSanctions";

    /// <summary>What the investigation found that suggests joint review (GAP-16): codes of <see cref="JointReason"/> joined by <c>+</c>.</summary>
    public const string JointSigns = "jointSigns";

    // review

    /// <summary>TRUE once accepted (T07).</summary>
    public const string Accepted = "accepted";

    /// <summary>Number of returns (T08).</summary>
    public const string Returns = "returns";

    /// <summary>Number of joint reviews begun (T10).</summary>
    public const string JointStarted = "jointStarted";

    /// <summary>Number of joint reviews concluded (T11).</summary>
    public const string JointConcluded = "jointConcluded";

    /// <summary>TRUE where the legal body marked the case major, difficult, complex or disputed (N2.5.2-f).</summary>
    public const string JointFlagged = "jointFlagged";

    /// <summary>TRUE once complete (T12).</summary>
    public const string Reviewed = "reviewed";

    /// <summary>Opinion code.</summary>
    public const string Opinion = "opinion";

    /// <summary>TRUE once sent (T13).</summary>
    public const string FeedbackSent = "feedbackSent";

    /// <summary>Date of filing with the city (备案).</summary>
    public const string Filed = "filed";

    /// <summary>TRUE while a question of the city about the filing is open (GAP-21).</summary>
    public const string FilingQueried = "filingQueried";

    // disposition

    /// <summary>TRUE once signed for (T14).</summary>
    public const string FeedbackReceived = "feedbackReceived";

    /// <summary>TRUE once the agency's own part is decided (T16).</summary>
    public const string OwnPartDone = "ownPartDone";

    /// <summary>Transferred findings without a result.</summary>
    public const string TransfersPending = "transfersPending";

    /// <summary>Of these, those an organ without authority has sent back and nobody has sent on (退回的移送).</summary>
    public const string TransfersReturned = "transfersReturned";

    /// <summary>Version of the disposition; 0 before T18.</summary>
    public const string DispositionVersion = "dispositionVersion";

    /// <summary>Number of corrections ordered (T20).</summary>
    public const string Corrections = "corrections";

    /// <summary>Number of corrections the addressee has signed for.</summary>
    public const string CorrectionsReceived = "correctionsReceived";

    /// <summary>Sanctions still to be revoked after the loss has vanished (GAP-13).</summary>
    public const string RevocationsPending = "revocationsPending";

    /// <summary>Number of re-dispositions (T21).</summary>
    public const string Redispositions = "redispositions";

    /// <summary>Number of sanctions ordered.</summary>
    public const string SanctionsOrdered = "sanctionsOrdered";

    /// <summary>Exemptions that nobody has recognised or refused yet (待认定的容错免责, N4.3-b).</summary>
    public const string ExemptionsToRecognise = "exemptionsToRecognise";

    /// <summary>Exemptions recognised and not cancelled (有效的容错免责认定).</summary>
    public const string ExemptionsRecognised = "exemptionsRecognised";

    // oversight

    /// <summary>TRUE where the agency is recorded as not following the notice (不按通知执行, N5.3-b).</summary>
    public const string NonCompliance = "nonCompliance";

    /// <summary>A setting of the rules the case began with, where it is not the default: its key behind a prefix.</summary>
    public static string Setting(string key) => SettingPrefix + key;

    /// <summary>What the names of settings begin with among the facts.</summary>
    public const string SettingPrefix = "policy.";

    /// <summary>What of suspension this owner has applied: <see cref="Suspensions"/> and <see cref="Suspended"/> as <c>1:TRUE</c>.</summary>
    public static string Applied(string owner) => $"applied.{owner}";
}

/// <summary>The facts of a case that decide its state; missing facts have their first value.</summary>
public sealed record CaseFacts
{
    private readonly IReadOnlyDictionary<string, string> _facts;

    private CaseFacts(IReadOnlyDictionary<string, string> facts) => _facts = facts;

    /// <summary>Reads the union of all owners' facts.</summary>
    public static CaseFacts From(IReadOnlyDictionary<string, string> facts) => new(facts);

    /// <summary>The text of a fact, or null.</summary>
    public string? Text(string fact) => _facts.GetValueOrDefault(fact);

    /// <summary>Whether the fact is TRUE.</summary>
    public bool Is(string fact) => Text(fact) == "TRUE";

    /// <summary>What an owner says (<see cref="Fact.Applied"/>) that has applied the newest suspension or its end; null where there never was one.</summary>
    public string? Suspension => Text(Fact.Suspensions) is { } number ? $"{number}:{Text(Fact.Suspended)}" : null;

    /// <summary>A count; 0 where nothing is known.</summary>
    public int Count(string fact) => int.TryParse(Text(fact), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>A date, or null.</summary>
    public DateOnly? Date(string fact) =>
        DateOnly.TryParseExact(Text(fact), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
