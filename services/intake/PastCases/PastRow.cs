using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LostCases.Intake.Judgments;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake.PastCases;

/// <summary>Why a cell cannot be taken.</summary>
internal sealed record CellFault(string Column, Refused Refused);

/// <summary>A row as it is understood: names are still words, all else has its type.</summary>
internal sealed record PastRow
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly Dictionary<string, Instance> Instances = new() { ["一审"] = Rules.Instance.First, ["二审"] = Rules.Instance.Second, ["再审"] = Rules.Instance.Retrial };

    private static readonly Dictionary<string, DocType> DocTypes = new()
    {
        ["判决书"] = Rules.DocType.Judgment,
        ["裁定书"] = Rules.DocType.Ruling,
        ["行政赔偿判决书"] = Rules.DocType.CompensationJudgment,
        ["行政调解书"] = Rules.DocType.MediationStatement,
    };

    private static readonly Dictionary<string, LossResult> Results = new()
    {
        ["撤销"] = LossResult.Revoked,
        ["部分撤销"] = LossResult.PartiallyRevoked,
        ["确认违法"] = LossResult.ConfirmedIllegal,
        ["确认无效"] = LossResult.ConfirmedInvalid,
        ["变更"] = LossResult.Varied,
        ["责令履行"] = LossResult.OrderedToPerform,
        ["履行给付义务"] = LossResult.OrderedToPay,
        ["行政赔偿"] = LossResult.Compensation,
        ["行政协议承担责任"] = LossResult.AgreementLiability,
        ["撤销复议决定"] = LossResult.ReconDecisionRevoked,
        ["驳回诉讼请求"] = LossResult.ClaimDismissed,
        ["驳回起诉"] = LossResult.SuitRejected,
        ["撤诉"] = LossResult.Withdrawn,
        ["调解书结案"] = LossResult.MediationSettled,
        ["非诉执行不准予"] = LossResult.EnforcementRefused,
    };

    /// <summary>Case number, normalised.</summary>
    public required string CaseNo { get; init; }

    /// <summary>Name of the court.</summary>
    public required string Court { get; init; }

    /// <summary>Instance; that of the number's type word where the row says nothing.</summary>
    public required Instance Instance { get; init; }

    /// <summary>Kind of document; a judgment where the row says nothing.</summary>
    public required DocType DocType { get; init; }

    /// <summary>Date the document was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>Name of the losing agency.</summary>
    public required string Agency { get; init; }

    /// <summary>Name of the implementing body where it differs.</summary>
    public string? ImplementingBody { get; init; }

    /// <summary>Result for the agency.</summary>
    public required LossResult Result { get; init; }

    /// <summary>The administrative act.</summary>
    public required string ActName { get; init; }

    /// <summary>Date of the act.</summary>
    public required DateOnly ActDate { get; init; }

    /// <summary>Service on the agency.</summary>
    public required DateOnly ServedOn { get; init; }

    /// <summary>When the judgment took effect.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When the handling ended.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>Digest of what the row says, however it was written.</summary>
    internal string Digest => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json.Options)));

    /// <summary>The same as far as a registration would judge it; the sheet's effective date is taken as certified.</summary>
    internal JudgmentDraft Draft(Guid? courtId, Guid? agencyId, Guid? bodyId) => new()
    {
        CaseNo = CaseNo,
        CourtId = courtId,
        Instance = Instance,
        DocType = DocType,
        MadeOn = MadeOn,
        AgencyId = agencyId,
        ImplementingBodyId = bodyId,
        Result = Result,
        ActName = ActName,
        ActDate = ActDate,
        ServedOnAgency = ServedOn,
        CertifiedOn = EffectiveOn,
    };

    /// <summary>Reads the cells; null with every fault there is.</summary>
    internal static (PastRow? Row, IReadOnlyList<CellFault> Faults) Read(IReadOnlyList<string> cells)
    {
        var reader = new Reader(cells);
        var number = reader.CaseNumber();
        var row = new PastRow
        {
            CaseNo = number?.Normalised ?? "",
            Court = reader.Text("court") ?? "",
            Instance = reader.Choice("instance", Instances, number?.Instance ?? Rules.Instance.First),
            DocType = reader.Choice("docType", DocTypes, Rules.DocType.Judgment),
            MadeOn = reader.Date("madeOn") ?? default,
            Agency = reader.Text("agency") ?? "",
            ImplementingBody = reader.Text("implementingBody"),
            Result = reader.Choice("result", Results, default),
            ActName = reader.Text("actName") ?? "",
            ActDate = reader.Date("actDate") ?? default,
            ServedOn = reader.Date("servedOn") ?? default,
            EffectiveOn = reader.Date("effectiveOn") ?? default,
            ClosedOn = reader.Date("closedOn"),
            Outcome = reader.Text("outcome"),
        };
        return reader.Faults.Count == 0 ? (row, []) : (null, reader.Faults);
    }

    private sealed class Reader(IReadOnlyList<string> cells)
    {
        internal List<CellFault> Faults { get; } = [];

        internal string? Text(string key)
        {
            var column = PastColumn.Of(key);
            var text = cells[PastColumn.All.TakeWhile(c => c.Key != key).Count()];
            if (text.Length == 0 && column.IsRequired)
            {
                Faults.Add(new(key, new Refused("CELL_MISSING", "N6-b")));
            }
            else if (text.Length > column.Longest)
            {
                Faults.Add(new(key, new Refused("CELL_TOO_LONG", "N6-b")));
            }

            return text.Length == 0 ? null : text;
        }

        internal CaseNumber? CaseNumber()
        {
            var text = Text("caseNo");
            if (Rules.CaseNumber.TryParse(text, out var number))
            {
                return number;
            }

            if (text is not null)
            {
                Faults.Add(new("caseNo", new Refused("CASE_NUMBER_INVALID", "3.4")));
            }

            return null;
        }

        internal DateOnly? Date(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
            {
                return date;
            }

            Faults.Add(new(key, new Refused("CELL_NOT_A_DATE", "4.1")));
            return null;
        }

        internal T Choice<T>(string key, Dictionary<string, T> words, T otherwise)
            where T : struct, Enum
        {
            if (Text(key) is not { } text)
            {
                return otherwise;
            }

            if (words.TryGetValue(text, out var value) || Code.TryParse(text.ToUpperInvariant(), out value))
            {
                return value;
            }

            Faults.Add(new(key, new Refused("CELL_NOT_A_CHOICE", "N6-b", string.Join('、', words.Keys))));
            return otherwise;
        }
    }
}
