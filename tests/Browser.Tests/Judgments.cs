using System.Globalization;
using System.Security.Cryptography;

namespace LostCases.BrowserTests;

/// <summary>Judgments of the county as people paste them; people and numbers are made up.</summary>
internal static class Judgments
{
    internal static string Number() => $"（2026）浙9924行初{RandomNumberGenerator.GetInt32(100_000, 9_999_999).ToString(CultureInfo.InvariantCulture)}号";

    internal static string Text(string caseNo, string agency) => $"""
        浙江省瓯越市云江县人民法院
        行 政 判 决 书
        {caseNo}
        原告：甲某，男，住云江县示例路1号。
        被告：{agency}，住所地云江县示例路8号。
        法定代表人：乙某，局长。
        原告甲某不服被告{agency}作出的行政处罚决定，向本院提起行政诉讼。本院立案后，依法组成合议庭，公开开庭审理了本案。本案现已审理终结。
        本院认为，被告作出处罚决定前未告知原告陈述、申辩的权利，违反法定程序，依法应予撤销。依照《中华人民共和国行政诉讼法》第七十条第三项之规定，判决如下：
        一、撤销被告{agency}于2025年9月3日作出的云罚决字〔2025〕第12号行政处罚决定；
        二、驳回原告甲某的其他诉讼请求。
        案件受理费50元，由被告负担。
        如不服本判决，可在判决书送达之日起十五日内上诉于瓯越市中级人民法院。
        审  判  长  丙某
        审  判  员  丁某
        二〇二六年四月二十八日
        书  记  员  戊某
        """;
}
