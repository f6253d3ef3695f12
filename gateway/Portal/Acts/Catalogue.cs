using System.Text.Json.Nodes;

namespace LostCases.Portal.Acts;

/// <summary>The form of every act on a case. What is lawful the services say; here is only what has to be asked.</summary>
internal static class Catalogue
{
    private static readonly Field[] Decision =
    [
        new OneOf("result", "conclusion", "TRANSFERRED"),
        new ManyOf("sanctions", "sanction", "REFERRAL") { Clause = "N2.4-b", When = (o, _) => Is(o, "result", "PURSUE") },
        new Text("otherSanction") { When = (o, _) => Is(o, "result", "PURSUE") && Has(o, "sanctions", "OTHER") },
        new Text("deviationReason", 2000, 2) { Optional = true },
    ];

    private static readonly Dictionary<string, ActDefinition> All = new ActDefinition[]
    {
        new("intake", "confirm-in-scope"),
        new("intake", "confirm-out-of-scope", new OneOf("reason", "scopeReason") { Label = "scopeReason", Optional = true }, new Text("manualReason", 2000, 3) { Optional = true }),
        new("intake", "reopen-scope",
            new Text("reason", 2000, 3),
            new Day("actDate") { Optional = true },
            new OneOf("actDateBasis", "actDateBasis") { Optional = true, When = (o, _) => Filled(o, "actDate") }),
        new("intake", "close-case",
            new PerSanction("executions", new Day("executedOn"), new Files("documentId", false, "SELF_CRITICISM", "DECISION", "OTHER") { Label = "proof" }) { Clause = "N2.5.3-a" },
            new ManyOf("copiesHeldBy", "holder") { Clause = "NA-n3" }),
        new("intake", "suspend", new OneOf("ground", "suspension"), new Text("reason", 2000, 3)),
        new("intake", "resume", new YesNo("groundEnded")),
        new("intake", "record-retrial", new Text("caseNo", 60) { Optional = true }, new OneOf("result", "lossResult") { Label = "lossResult" }),
        new("intake", "terminate",
            new OneOf("ground", "termination"), new Text("reason", 2000, 3), new Files("documentId", false, "JUDGMENT", "OTHER") { Label = "groundDocument", Optional = true }),
        new("intake", "confirm-termination"),
        new("intake", "receive-judicial-suggestion",
            new Text("documentNo", 100), new OneOf("kind", "suggestionKind") { Label = "suggestionKind" }, new Items("addressees", 200), new Items("copies", 200) { Optional = true }, new Text("subject", 2000, 3)),
        new("intake", "reply-judicial-suggestion", new Text("reply", 4000, 5)),

        new("investigation", "complete-investigation", Investigation()),
        new("investigation", "submit-report",
            new Party("stamps", true, "LOSING_AGENCY", "IMPLEMENTING_BODY") { Clause = "NA-f3" }, new Files("attachments", true, "REPORT", "JUDGMENT") { Clause = "NA-n1" }),
        new("investigation", "resubmit-report",
            new Answers("answers"), new Files("attachments", true, "REPORT", "EVIDENCE", "OTHER") { Label = "addedAttachments", Optional = true },
            new Text("objection", 4000, 3) { Optional = true },
            new Rows("revisions", 0, new Finding("findingId"), new Group("finding", Judged())) { Optional = true }),
        new("investigation", "refer-unit-inquiry", new Text("reason", 4000, 4), new Unit("superiorId") { Optional = true, Clause = "N2.5.1-h" }),
        new("investigation", "decide-unit",
            new YesNo("pursued"), new YesNo("serious"), new ManyOf("sanctions", "sanction", "WRITTEN_SELF_CRITICISM", "TRANSFER_POST", "REFERRAL") { When = (o, _) => True(o, "pursued"), Clause = "N2.4-d" },
            new Text("reason", 4000, 4), new Text("documentNo", 100)),

        new("review", "accept-report"),
        new("review", "return-for-supplement", new Items("defects", 2000) { Clause = "GAP-07" }),
        new("review", "start-joint-review", new ManyOf("marks", "jointMark") { Clause = "N2.5.2-f" }, new Text("reason", 2000, 3), new Unit("members", true) { Clause = "N2.5.2-g" }),
        new("review", "give-joint-opinion", new OneOf("opinion", "jointOpinion"), new Text("text", 4000, 4) { Label = "opinionText", Optional = true }),
        new("review", "conclude-joint-review", new Text("conclusion", 8000, 5) { Label = "jointConclusion" }, new Files("minutesDocumentId", false, "MINUTES")),
        new("review", "complete-review",
            new OneOf("opinion", "opinion"), new Text("reasons", 8000, 6) { Clause = "NA-f4" },
            new PerFinding("perFinding", false,
                new YesNo("agrees"),
                new Text("text", 2000, 3) { Label = "disagreement", Clause = "N2.5.2-e", When = (o, _) => False(o, "agrees") },
                new Text("text", 2000, 2) { Label = "opinionText", Optional = true, When = (o, _) => !False(o, "agrees") })),
        new("review", "send-feedback", new Files("opinionDocumentId", false, "OPINION") { Clause = "N2.5.2-h" }),
        new("review", "file-with-city", new Text("filingNo", 100) { Optional = true, Clause = "N2.5.2-i" }),
        new("review", "vote", new OneOf("vote", "vote"), new Text("text", 4000, 4) { Label = "opinionText", Optional = true }),

        new("disposition", "receive-feedback"),
        new("disposition", "transfer-finding",
            new Finding("findingId") { Of = FindingsOf.Outside }, new Unit("organId") { Optional = true }, new Text("organName") { Optional = true, When = (o, _) => !Filled(o, "organId") },
            new Items("materials", 300) { Clause = "N2.4-c" }),
        new("disposition", "record-disposition", new Text("documentNo", 100), new PerFinding("decisions", true, Decision)),
        new("disposition", "record-disposition-pending-transfer", new Text("documentNo", 100), new PerFinding("decisions", true, Decision)),
        new("disposition", "record-transfer-result",
            new Finding("findingId") { Of = FindingsOf.Transferred }, new OneOf("result", "conclusion", "TRANSFERRED"),
            new ManyOf("sanctions", "sanction", "REFERRAL") { When = (o, _) => Is(o, "result", "PURSUE") }, new Files("documentId", false, "DECISION")),
        new("disposition", "acknowledge-transfer", new Finding("findingId") { Of = FindingsOf.Transferred, Clause = "N2.4-c" }),
        new("disposition", "return-transfer", new Finding("findingId") { Of = FindingsOf.Transferred, Clause = "N2.5.3-b" }, new Text("reason", 4000, 3)),
        new("disposition", "redirect-transfer",
            new Finding("findingId") { Of = FindingsOf.Returned, Clause = "N2.5.3-b" }, new Unit("organId") { Optional = true },
            new Text("organName") { Optional = true, When = (o, _) => !Filled(o, "organId") }, new Items("materials", 300) { Clause = "N2.4-c" }),
        new("disposition", "all-transfer-results-in"),
        new("disposition", "order-correction",
            new Text("reasons", 8000, 5) { Clause = "N5.2-d" }, new Text("requiredAction", 4000, 3), new Number("limitWorkingDays", 1, 250) { Optional = true },
            new Party("addresseeId", false, "LOSING_AGENCY", "IMPLEMENTING_BODY") { Clause = "N5.2-e" }),
        new("disposition", "receive-correction"),
        new("disposition", "record-redisposition", new Text("documentNo", 100), new Text("answer", 8000, 5) { Clause = "N5.2-e" }, new PerFinding("decisions", true, Decision)),
        new("disposition", "revoke-sanctions", new Text("documentNo", 100)),
        new("disposition", "recognise-exemption",
            new Finding("findingId") { Of = FindingsOf.ToRecognise, Clause = "N4.3-b" }, new YesNo("recognised"), new OneOf("circumstance", "exemption") { Label = "exemption" },
            new Text("personName", 50), new Text("documentNo", 100),
            new Text("reason", 4000, 3) { When = (o, _) => False(o, "recognised") }, new Text("reason", 4000, 3) { Optional = true, When = (o, _) => !False(o, "recognised") },
            new Files("documentId", false, "DECISION") { Optional = true }),
        new("disposition", "cancel-exemption", new Finding("findingId") { Of = FindingsOf.Recognised, Clause = "N4.3-c" }, new Text("reason", 4000, 3)),
        new("disposition", "record-deduction",
            new Finding("findingId") { Of = FindingsOf.Recognised }, new Number("points", 1, 100), new Text("reason", 2000, 3) { Clause = "N4.3-d" }),

        new("notification", "urge", new Text("text", 200, 2) { Label = "urgeText", Optional = true }),

        new("oversight", "record-non-compliance",
            new Text("facts", 4000, 4), new ManyOf("consequences", "sanction", "WRITTEN_SELF_CRITICISM", "TRANSFER_POST", "REFERRAL"), new Text("decidedBy"), new Text("range")),
    }.ToDictionary(a => a.Name);

    /// <summary>The registration, which opens a case.</summary>
    internal static ActDefinition Register { get; } = new("intake", "judgments",
        new Text("caseNo", 60) { AtOnce = true },
        new OneOf("result", "lossResult") { Label = "judgmentResult" },
        new Text("actName", 300),
        new Day("actDate") { Label = "actOn" },
        new Day("madeOn"),
        new Day("servedOnAgency"),
        new YesNo("appealed") { Optional = true, When = (o, _) => Is(o, "instance", "FIRST") },
        new Day("appealWithdrawnServedOn") { Optional = true, When = (o, _) => Is(o, "instance", "FIRST") && True(o, "appealed") },
        new Unit("courtId") { Place = Place.Told },
        new OneOf("instance", "instance") { Place = Place.Told },
        new OneOf("docType", "docType") { Place = Place.Told },
        new Unit("agencyId") { Place = Place.Told },
        new Unit("implementingBodyId") { Place = Place.Seldom, Optional = true, Clause = "N2.2-b" },
        new OneOf("actDateBasis", "actDateBasis") { Place = Place.Seldom, Optional = true },
        new Days("servedOnOthers") { Place = Place.Seldom, Optional = true, When = (o, _) => Is(o, "instance", "FIRST") },
        new Day("certifiedOn") { Place = Place.Seldom, Optional = true });

    /// <summary>The date of an act done earlier than it is recorded (补录).</summary>
    internal static Field[] Backdating { get; } = [new Day("on") { Optional = true }, new Text("backdatingReason", 500, 2) { Optional = true }];

    /// <summary>Every act with a form.</summary>
    internal static IEnumerable<ActDefinition> Acts => All.Values;

    /// <summary>The act of that name, or null.</summary>
    internal static ActDefinition? Find(string name) => All.GetValueOrDefault(name);

    private static Field[] Investigation() =>
    [
        new Rows("causes", 1, new OneOf("code", "cause") { Label = "cause" }, new YesNo("main") { Label = "mainCause" }, new Text("text", 2000, 2) { Label = "causeText", Optional = true }) { Clause = "N2.5.1-c" },
        new Text("narrative", 20000, 6),
        new Rows("persons", 0,
            new Text("name", 50) { Label = "personName" },
            new OneOf("role", "personRole"),
            new Party("belongsTo", false, "LOSING_AGENCY", "IMPLEMENTING_BODY"),
            new OneOf("authority", "authority"),
            new Text("postAtAct", 100) { Optional = true },
            new Group("finding", Judged())) { Clause = "N2.2-a" },
        new Text("noPersonReason", 2000, 2) { When = (o, _) => o["persons"] is not JsonArray { Count: > 0 }, Clause = "N2.2-a" },
        new YesNo("unitProposed") { Clause = "N2.5.1-h" },
        new YesNo("unitSerious") { Optional = true, Clause = "N2.4-e", When = (o, _) => True(o, "unitProposed") },
        new YesNo("bodiesDisagree") { Optional = true, When = (_, form) => form.Case.Parties.Any(p => p.Relation == "IMPLEMENTING_BODY") },
        new YesNo("nominalAtFault") { Clause = "N2.2-c", When = (_, form) => form.Case.Parties.Any(p => p.Relation == "IMPLEMENTING_BODY") },
        new Text("handlingOpinion", 8000, 4),
    ];

    /// <summary>A finding, asked in the order of its decision.</summary>
    private static Field[] Judged()
    {
        static Func<JsonObject, ActForm, bool> For(string conclusion) => (o, _) => Is(o, "conclusion", conclusion);
        static Func<JsonObject, ActForm, bool> On(string ground) => (o, _) => Has(o, "mustGrounds", ground) || (Is(o, "conclusion", "NOT_PURSUED") && Has(o, "notPursueGrounds", ground));
        return
        [
            new OneOf("conclusion", "conclusion"),
            new ManyOf("mustGrounds", "mustGround") { Clause = "N2.3-a", Optional = true, When = (o, _) => Filled(o, "conclusion") && !Is(o, "conclusion", "NO_FAULT") },
            new OneOf("faultDegree", "faultDegree") { Optional = true, When = (o, _) => Filled(o, "conclusion") },
            new YesNo("seriousConsequence") { When = On("INTENT_OR_GROSS_WITH_SERIOUS_CONSEQUENCE"), Clause = "N2.3-c" },
            new Text("consequenceText", 2000, 2) { When = (o, _) => True(o, "seriousConsequence"), Clause = "N2.3-c" },
            new Group("invitation", new YesNo("attended"), new Text("justCause", 1000, 2) { Optional = true }) { When = On("REFUSED_MEDIATION"), Clause = "N3.1-d" },
            new ManyOf("notPursueGrounds", "notPursueGround") { When = For("NOT_PURSUED"), Clause = "N2.3-d" },
            new Text("legalSource", 2000, 2) { When = On("LAW_INTERPRETATION_DIVERGENCE"), Clause = "N2.3-d" },
            new Text("checksMade", 2000, 2) { When = On("DILIGENT_BUT_UNDETECTABLE"), Clause = "N2.3-e" },
            new Text("educationRecord", 2000, 2) { When = On("MINOR_CORRECTED"), Clause = "N2.3-f" },
            new Day("educatedOn") { When = On("MINOR_CORRECTED"), Clause = "N2.3-f" },
            new Day("correctedOn") { When = On("MINOR_CORRECTED"), Clause = "N2.3-f" },
            new YesNo("mediationAuthorised") { When = On("MEDIATION_IMMUNITY"), Clause = "N3.2-a" },
            new Day("mediationAuthorisedOn") { When = On("MEDIATION_IMMUNITY"), Clause = "N3.2-a" },
            new Day("mediatedOn") { When = On("MEDIATION_IMMUNITY"), Clause = "N3.2-a" },
            new YesNo("mediationCourtLed") { When = On("MEDIATION_IMMUNITY"), Clause = "N3.2-a" },
            new YesNo("mediationByRules") { When = On("MEDIATION_IMMUNITY"), Clause = "N3.2-a" },
            new OneOf("exemption", "exemption") { When = For("EXEMPT"), Clause = "N4.2" },
            new Text("exemptionBasis", 2000, 2) { When = For("EXEMPT"), Clause = "N4.2" },
            new Day("riskFiledOn") { When = (o, _) => Is(o, "conclusion", "EXEMPT") && Is(o, "exemption", "PRIOR_RISK_FILING"), Clause = "N4.2-d" },
            new YesNo("riskFilingCoversAct") { When = (o, _) => Is(o, "conclusion", "EXEMPT") && Is(o, "exemption", "PRIOR_RISK_FILING"), Clause = "N4.2-d" },
            new Group("assessment",
                new Text("motive", 1000, 2), new Text("conditions", 1000, 2), new Text("procedure", 1000, 2),
                new Text("degree", 1000, 2), new Text("consequence", 1000, 2) { Label = "effect" }, new Text("recovery", 1000, 2)) { When = For("EXEMPT"), Clause = "N4.1-b" },
            new Text("correctiveMeasures", 2000, 2) { When = For("EXEMPT"), Clause = "N4.1-a" },
            new YesNo("redLineCrossed") { When = For("EXEMPT"), Clause = "N4.1-b" },
            new Group("factors", Weighed("consequence", "effect"), Weighed("nature", "nature"), Weighed("fault", "faultWeight")) { When = For("PURSUE"), Clause = "N2.4-a" },
            new ManyOf("proposedSanctions", "sanction") { When = For("PURSUE"), Clause = "N2.4-b" },
            new Text("otherSanction") { When = (o, _) => Is(o, "conclusion", "PURSUE") && Has(o, "proposedSanctions", "OTHER") },
            new Text("reason", 4000, 3) { When = (o, _) => Filled(o, "conclusion") },
            new Text("balancingReason", 2000, 2) { Clause = "N2.3-h", When = (o, _) => Some(o, "mustGrounds") && Is(o, "conclusion", "NOT_PURSUED") },
            new Day("statementHeardOn") { Optional = true, When = (o, _) => Filled(o, "conclusion") },
            new YesNo("exemptionConsidered") { Clause = "N1-c", When = (o, _) => Filled(o, "conclusion") },
        ];
    }

    private static Group Weighed(string name, string label) => new(name, new Scale("scale"), new Text("text", 1000, 2) { Label = "weightText" }) { Label = label };

    private static bool Filled(JsonObject o, string name) => o[name]?.ToString() is { Length: > 0 };

    private static bool Is(JsonObject o, string name, string code) => o[name]?.ToString() == code;

    private static bool True(JsonObject o, string name) => o[name] is JsonValue v && v.TryGetValue<bool>(out var b) && b;

    private static bool False(JsonObject o, string name) => o[name] is JsonValue v && v.TryGetValue<bool>(out var b) && !b;

    private static bool Has(JsonObject o, string name, string code) => o[name] is JsonArray list && list.Any(v => v?.ToString() == code);

    private static bool Some(JsonObject o, string name) => o[name] is JsonArray { Count: > 0 };
}
