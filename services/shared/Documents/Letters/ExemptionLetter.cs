using System.Globalization;

namespace LostCases.Documents;

/// <summary>What the certificate of an exemption says.</summary>
/// <param name="Organ">The organ that recognised it.</param>
/// <param name="Person">The person's name.</param>
/// <param name="Agency">The losing agency.</param>
/// <param name="CaseNo">Number of the judgment.</param>
/// <param name="Circumstance">The circumstance in words (N4.2).</param>
/// <param name="Number">Number of the organ's document.</param>
/// <param name="On">Day of the recognition.</param>
/// <param name="Deductions">Deductions in the work assessment, each with points and reason (N4.3-d).</param>
public sealed record ExemptionFacts(
    string Organ, string Person, string Agency, string CaseNo, string Circumstance, string Number, DateOnly On,
    IReadOnlyList<(DateOnly On, decimal Points, string Reason)> Deductions);

/// <summary>Certificate of a recognised exemption (容错免责认定书), in the words of the notice (N4.3-c, N4.3-d).</summary>
public static class ExemptionLetter
{
    /// <summary>Title.</summary>
    public const string Title = "容错免责认定书";

    /// <summary>Puts the certificate together.</summary>
    public static Letter Of(ExemptionFacts facts, string code, bool demo) => new()
    {
        Title = Title,
        Number = facts.Number,
        Signatory = facts.Organ,
        On = facts.On,
        Code = code,
        Demo = demo,
        Paragraphs =
        [
            $"{facts.Person}，系{facts.Agency}行政诉讼败诉案件{facts.CaseNo}的被调查人员。",
            $"根据《温州市人民政府关于加强行政诉讼败诉案件过错责任追究与容错免责工作的通知》（温政发〔2018〕28号）第四部分，经组织认定，该同志在本案中符合“{facts.Circumstance}”的容错免责情形，予以容错免责。",
            "自本认定作出之日起，该同志在评先评优、选拔任用时不受影响，干部考核不作为负面评价，工作考核一般不予扣分。",
            .. facts.Deductions.Select(d => string.Create(
                CultureInfo.InvariantCulture, $"{Day(d.On)}，该同志工作考核扣{d.Points:0.##}分，理由：{d.Reason}")),
            "本认定被取消的，自取消之日起不再具有上述效力。",
        ],
    };

    internal static string Day(DateOnly on) => string.Create(CultureInfo.InvariantCulture, $"{on.Year}年{on.Month}月{on.Day}日");
}
