using System.Diagnostics;
using System.Text.Json;
using LostCases.Contracts;

namespace LostCases.Services.Tests;

/// <summary>The text of a judgment suggests the fields of its registration, each with the passage it was found in.</summary>
public sealed class When_a_judgment_is_pasted(IntakeOffice office) : IClassFixture<IntakeOffice>
{
    private const string County = "云江县人民法院";
    private const string City = "瓯越市中级人民法院";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_first_instance_judgment_says_nearly_everything(int pasted)
    {
        var text = pasted switch { 1 => Judgments.Spread(Judgments.First), 2 => Judgments.Wrapped(Judgments.First), _ => Judgments.First };
        Assert.Equal(
            Says(("caseNo", "（2026）浙9924行初31号"), ("courtId", County), ("instance", "FIRST"), ("docType", "JUDGMENT"), ("result", "REVOKED"), ("agencyId", "云江县综合行政执法局"),
                ("actName", "云综执罚决字〔2025〕第12号行政处罚决定"), ("actDate", "2025-09-03"), ("madeOn", "2026-04-28")),
            await SaidAsync(text));
    }

    [Fact]
    public async Task A_second_instance_judgment_that_reverses_is_read_by_what_it_decides_itself() => Assert.Equal(
        Says(("caseNo", "（2026）浙99行终88号"), ("courtId", City), ("instance", "SECOND"), ("docType", "JUDGMENT"), ("result", "CONFIRMED_ILLEGAL"), ("agencyId", "东瓯区人民政府"),
            ("actName", "东政征补〔2024〕3号房屋征收补偿决定"), ("actDate", "2024-12-05"), ("madeOn", "2026-06-11")),
        await SaidAsync(Judgments.SecondReversing));

    [Fact]
    public async Task Where_the_judgment_is_upheld_the_loss_is_what_was_decided_below() => Assert.Equal(
        Says(("caseNo", "（2026）浙99行终90号"), ("courtId", City), ("instance", "SECOND"), ("docType", "JUDGMENT"), ("result", "REVOKED"), ("agencyId", "云江县公安局"),
            ("actName", "云公行罚决字〔2025〕00123号行政处罚决定"), ("actDate", "2025-08-01"), ("madeOn", "2026-07-01")),
        await SaidAsync(Judgments.SecondUpholding));

    [Fact]
    public async Task Of_several_defendants_each_is_suggested_with_what_was_decided_against_it() => Assert.Equal(
        Says(("caseNo", "（2026）浙99行初2号"), ("courtId", City), ("instance", "FIRST"), ("docType", "JUDGMENT"), ("result", "REVOKED"), ("result", "RECON_DECISION_REVOKED"),
            ("agencyId", "瓯越市公安局"), ("agencyId", "瓯越市人民政府"),
            ("actName", "瓯公行罚决字〔2025〕9号行政处罚决定"), ("actDate", "2025-10-09"), ("actName", "瓯政复〔2025〕77号行政复议决定"), ("actDate", "2025-12-20"), ("madeOn", "2026-03-10")),
        await SaidAsync(Judgments.TwoDefendants));

    [Fact]
    public async Task Where_it_is_upheld_in_part_what_is_ordered_anew_counts() => Assert.Contains(
        ("result", "ORDERED_TO_PERFORM"), await SaidAsync(Judgments.InPart));

    [Theory]
    [InlineData("撤销被告云江县公安局作出的处罚决定中第二项。", "PARTIALLY_REVOKED")]
    [InlineData("确认被告云江县公安局强制拆除原告房屋的行为违法。", "CONFIRMED_ILLEGAL")]
    [InlineData("确认被告云江县公安局于2025年1月6日作出的处罚决定无效。", "CONFIRMED_INVALID")]
    [InlineData("将被告云江县公安局作出的罚款5000元变更为罚款2000元。", "VARIED")]
    [InlineData("责令被告云江县公安局在判决生效之日起三十日内履行法定职责。", "ORDERED_TO_PERFORM")]
    [InlineData("责令被告云江县公安局于三十日内支付原告补偿款10000元。", "ORDERED_TO_PAY")]
    [InlineData("由被告云江县公安局赔偿原告甲某损失10000元。", "COMPENSATION")]
    [InlineData("责令被告云江县公安局继续履行安置补偿协议。", "AGREEMENT_LIABILITY")]
    [InlineData("驳回原告甲某的诉讼请求。", "CLAIM_DISMISSED")]
    [InlineData("驳回原告甲某的起诉。", "SUIT_REJECTED")]
    [InlineData("准许原告甲某撤回起诉。", "WITHDRAWN")]
    [InlineData("一、撤销一审判决；二、本案发回云江县人民法院重审。", null)]
    public async Task Each_result_has_its_words(string decided, string? result) => Assert.Equal(
        result, (await SaidAsync($"被告云江县公安局。\n本院认为……判决如下：\n{decided}\n审判长甲某\n二〇二六年七月二日")).Where(s => s.Field == "result").Select(s => s.Value).SingleOrDefault());

    [Theory]
    [InlineData("行政裁定书", "RULING")]
    [InlineData("行政赔偿判决书", "COMPENSATION_JUDGMENT")]
    [InlineData("行 政 调 解 书", "MEDIATION_STATEMENT")]
    public async Task The_title_tells_the_kind_of_document(string title, string kind) =>
        Assert.Contains(("docType", kind), await SaidAsync($"云江县人民法院\n{title}\n（2026）浙9924行初1号\n原告甲某。"));

    [Fact]
    public async Task Each_is_quoted_in_the_words_of_the_text()
    {
        var suggestions = await ReadAsync(Judgments.Wrapped(Judgments.First));
        foreach (var (field, part) in new[] { ("result", "撤销被告云江县综合行政执法局"), ("agencyId", "云江县综合行政执法局"), ("madeOn", "二〇二六年四月二十八日"), ("caseNo", "（2026）浙9924行初31号"), ("actName", "云综执罚决字〔2025〕第12号行政处罚决定") })
        {
            var quote = suggestions.First(s => s.Text("field") == field).GetProperty("quote");
            var marked = quote.Text("text").Substring(quote.GetProperty("at").GetInt32(), quote.GetProperty("length").GetInt32());
            Assert.Contains(part, marked, StringComparison.Ordinal);
            Assert.InRange(quote.Text("text").Length, marked.Length, 400);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("　 \n\r\n\t")]
    [InlineData("这不是裁判文书，只是一段话。")]
    [InlineData("（（（（（（（（（（判决如下：判决如下：判决如下：")]
    [InlineData("二〇二六年十三月四十五日 审判长 2026年2月30日")]
    public async Task What_says_nothing_suggests_nothing(string text) => Assert.Empty(await ReadAsync(text));

    [Fact]
    public async Task Organisations_nobody_knows_are_not_suggested() =>
        Assert.DoesNotContain(await SaidAsync(Judgments.First.Replace("云江县", "他县", StringComparison.Ordinal)), s => s.Field is "agencyId" or "courtId");

    [Fact]
    public async Task Markup_is_text_like_any_other()
    {
        var said = await SaidAsync(Judgments.Hostile);
        Assert.Contains(("caseNo", "（2026）浙99行终92号"), said);
        Assert.Contains(("agencyId", "云江县公安局"), said);
    }

    [Theory]
    [InlineData("一")]
    [InlineData("（2026）浙99行终1号")]
    [InlineData("被告：云江县公安局，判决如下：撤销云江县公安局于2025年1月1日作出的决定；原审判决：")]
    [InlineData("撤销")]
    public async Task The_longest_text_is_read_in_a_moment(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 200_000 / repeated.Length));
        var began = Stopwatch.GetTimestamp();
        _ = await ReadAsync(text);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(200_001)]
    [InlineData(2_000_000)]
    public async Task A_longer_one_is_refused_in_words(int length)
    {
        var (status, problem, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments/read", new { text = new string('判', length) });
        Assert.Equal((413, "REQUEST_TOO_LARGE"), (status, problem.Text("code")));
        Assert.NotEmpty(problem.Text("title"));
    }

    [Fact]
    public async Task Only_those_who_register_are_answered()
    {
        foreach (var role in new[] { Roles.AgencyHead, Roles.Secretariat, Roles.SysAdmin })
        {
            Assert.Equal(403, (await office.PostAsync(new Person(IntakeOffice.Agency, role), "judgments/read", new { text = "" })).Status);
        }
    }

    /// <summary>What it suggests, in order; of organisations the name.</summary>
    private async Task<(string Field, string Value)[]> SaidAsync(string text) =>
        [.. (await ReadAsync(text)).Select(s => (s.Text("field"), s.Text("name") is { Length: > 0 } name ? name : s.Text("value")))];

    private async Task<List<JsonElement>> ReadAsync(string text)
    {
        var (status, read, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments/read", new { text });
        Assert.Equal((200, ""), (status, read.Text("code")));
        return [.. read.GetProperty("suggestions").EnumerateArray()];
    }

    private static (string Field, string Value)[] Says(params (string, string)[] fields) => fields;
}
