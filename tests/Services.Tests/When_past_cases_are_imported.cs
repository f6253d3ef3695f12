using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Rules;
using Xunit.Abstractions;

namespace LostCases.Services.Tests;

/// <summary>历史案件导入: a sheet becomes closed cases that wait for nobody, and a report of what could not be taken.</summary>
public sealed class When_past_cases_are_imported(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly Person Administrator = new(null, Roles.SysAdmin);
    private static readonly Person Elsewhere = new(Guid.Parse("33992500-0000-4000-8000-000000000002"), Roles.Reviewer);
    private readonly IntakeOffice _office = new();
    private Wire _wire = null!;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _wire = await Wire.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task Good_rows_become_history_and_the_others_are_told_one_by_one()
    {
        var live = IntakeOffice.Judgment();
        live["caseNo"] = "（2021）浙99行终70号";
        live["courtId"] = Guid.Parse("33992400-0000-4000-8000-000000000041");
        (live["madeOn"], live["servedOnAgency"], live["actDate"]) = ("2021-03-01", "2021-03-05", "2020-01-06");
        Assert.Equal(200, (await _office.PostAsync(IntakeOffice.Reviewer, "judgments", live)).Status);

        var import = await ImportAsync(Administrator, Sheets.Csv(
            Sheets.Row(61), Sheets.Row(62, closedOn: ""), Sheets.Row(63, result: "=1+1"), Sheets.Row(64, agency: "=没有的局"), "", Sheets.Row(65, result: "驳回起诉"),
            Sheets.Row(66).Replace("2021/3/1", "明天", StringComparison.Ordinal).Replace("示例行政处罚决定", "", StringComparison.Ordinal), Sheets.Row(61), Sheets.Row(70)));

        Assert.Equal((8, 1, 1, 6), Counts(import));
        var (_, faults) = await _office.GetAsync(Administrator, $"past-cases/{Id(import)}/faults");
        Assert.Equal(
            [
                "3 办结日期 PAST_CASE_OPEN", "4 败诉类型 CELL_NOT_A_CHOICE", "5 败诉行政机关 AGENCY_UNKNOWN", "7 败诉类型 SCOPE:NOT_A_LOSS",
                "8 涉诉行政行为 CELL_MISSING", "8 裁判作出日期 CELL_NOT_A_DATE", "10 案号 DUPLICATE_JUDGMENT",
            ],
            faults.EnumerateArray().Select(f => $"{f.GetProperty("row")} {f.GetProperty("column")} {f.GetProperty("code")}").Order(StringComparer.Ordinal).OrderBy(f => int.Parse(f.Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.All(faults.EnumerateArray(), f => Assert.EndsWith("。", f.GetProperty("sentence").GetString(), StringComparison.Ordinal));
        Assert.Equal("CLOSED", await _office.Database.ReadAsync<string>(
            "select case when slice->'facts'->>'closedVersion' = '1' and slice->'facts'->>'history' = 'TRUE' then 'CLOSED' else slice::text end from intake.case_slice s join intake.past_case p on p.case_id = s.case_id"));
        Assert.Equal("BS-339924-2021-000001", await _office.Database.ReadAsync<string>("select code from intake.case_card c join intake.past_case p on p.case_id = c.case_id"));
        Assert.Equal(0, await _office.Database.ReadAsync<long>("select count(*) from intake.past_import_row"));
    }

    [Fact]
    public async Task The_report_is_a_sheet_without_formulas()
    {
        var import = await ImportAsync(Administrator, Sheets.Csv(Sheets.Row(64, agency: "=HYPERLINK(1)")));

        using var client = _office.Service.As(Administrator);
        using var answer = await client.GetAsync(new Uri($"/api/intake/past-cases/{Id(import)}/report", UriKind.Relative));
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["行号,列,代码,原因,依据", "2,败诉行政机关,AGENCY_UNKNOWN,机关不存在：=HYPERLINK(1)。,N1-a", ""], lines);
        Assert.DoesNotContain(lines.SelectMany(l => l.Split(',')), c => c.StartsWith('=') || c.StartsWith('+') || c.StartsWith('@'));
    }

    [Fact]
    public async Task Nobody_gets_anything_to_do()
    {
        await ImportAsync(Administrator, Sheets.Csv(Sheets.Row(1), Sheets.Row(2).Replace("20210305", "2018-12-01", StringComparison.Ordinal).Replace("2021/3/1", "2018-11-01", StringComparison.Ordinal).Replace("2020-01-06", "2017-01-06", StringComparison.Ordinal).Replace("2021年3月5日", "2018-11-05", StringComparison.Ordinal)));
        await Probe.UntilAsync("the cases are told", () => _wire.Of<PastCasesImported>().Sum(m => m.Cases.Count), told => told == 2);
        await _wire.CatchUpAsync();

        Assert.DoesNotContain(_wire.All, h => h.Message is StepOpened or CaseRegistered or CaseConfirmedInScope or DeadlineApproaching or DeadlinePassed);
        Assert.Equal(0, await _office.Database.ReadAsync<long>("select count(*) from intake.deadline"));
        Assert.Equal(0, await _office.Database.ReadAsync<long>("select count(*) from intake.scope_decision"));
        var facts = _wire.Of<PastCasesImported>().SelectMany(m => m.Cases).Select(c => MainState.Of(CaseFacts.From(c.Case.Slice.Facts))).Order();
        Assert.Equal([CaseState.OutOfScope, CaseState.Closed], facts);
    }

    [Fact]
    public async Task The_same_file_and_the_same_row_again_have_no_further_effect()
    {
        var sheet = Sheets.Csv(Sheets.Row(1), Sheets.Row(2));
        var first = await ImportAsync(Administrator, sheet);
        var (status, again) = await SendAsync(Administrator, sheet);
        Assert.Equal((200, Id(first)), (status, Id(again)));

        var more = await ImportAsync(Administrator, Sheets.Gb18030(Sheets.Row(1).Replace("2021/3/1", "2021-03-01", StringComparison.Ordinal), Sheets.Row(2, result: "变更"), Sheets.Row(3)));
        Assert.Equal((3, 1, 1, 1), Counts(more));
        Assert.Equal(3, await _office.Database.ReadAsync<long>("select count(*) from intake.intake_case"));
    }

    [Fact]
    public async Task A_workbook_is_read_as_well()
    {
        Assert.Equal((1, 1, 0, 0), Counts(await ImportAsync(IntakeOffice.Reviewer, Sheets.Xlsx(9))));
        Assert.Equal("2021-03-05", await _office.Database.ReadAsync<string>("select to_char(effective_on, 'YYYY-MM-DD') from intake.intake_case"));
    }

    [Fact]
    public async Task A_legal_body_imports_only_what_it_reviews_and_sees_only_its_own_imports()
    {
        var import = await ImportAsync(Elsewhere, Sheets.Csv(Sheets.Row(1)));
        Assert.Equal((1, 0, 0, 1), Counts(import));
        Assert.Equal(404, (await _office.GetAsync(IntakeOffice.Reviewer, $"past-cases/{Id(import)}")).Status);
        Assert.Equal(403, (await SendAsync(IntakeOffice.Liaison, Sheets.Csv(Sheets.Row(2)))).Status);
    }

    [Theory]
    [InlineData("案号,法院\n1,2", 422, "COLUMN_MISSING")]
    [InlineData("", 415, "FILE_TYPE_NOT_ACCEPTED")]
    [InlineData("%PDF-1.7", 415, "FILE_TYPE_NOT_ACCEPTED")]
    [InlineData("PK\u0003\u0004 no package", 422, "SHEET_UNREADABLE")]
    [InlineData("案号,\"法院", 422, "SHEET_UNREADABLE")]
    [InlineData("\n\n", 422, "SHEET_EMPTY")]
    public async Task What_is_no_sheet_is_refused_whole(string content, int status, string code)
    {
        var (seen, problem) = await SendAsync(Administrator, Encoding.UTF8.GetBytes(content));
        Assert.Equal((status, code), (seen, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Five_thousand_take_less_than_two_minutes()
    {
        var watch = Stopwatch.StartNew();
        var import = await ImportAsync(Administrator, Sheets.Csv(Enumerable.Range(1, 5000).Select(n => Sheets.Row(n))));
        output.WriteLine($"5,000 rows in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((5000, 5000, 0, 0), Counts(import));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2));
    }

    private static (int Rows, int Taken, int Known, int Refused) Counts(JsonElement import) =>
        (Count(import, "rows"), Count(import, "taken"), Count(import, "known"), Count(import, "refused"));

    private static int Count(JsonElement import, string name) => import.GetProperty(name).GetInt32();

    private static Guid Id(JsonElement import) => import.GetProperty("id").GetGuid();

    private async Task<JsonElement> ImportAsync(Person who, byte[] sheet)
    {
        var (status, import) = await SendAsync(who, sheet);
        Assert.Equal(202, status);
        return await Probe.UntilAsync(
            "the import is through", async () => (await _office.GetAsync(who, $"past-cases/{Id(import)}")).Body,
            seen => seen.GetProperty("endedAt").ValueKind != JsonValueKind.Null, TimeSpan.FromMinutes(2));
    }

    private async Task<(int Status, JsonElement Body)> SendAsync(Person who, byte[] sheet)
    {
        var (status, body, _) = await _office.SendAsync(who, "past-cases", new MultipartFormDataContent { { new ByteArrayContent(sheet), "file", "历史案件.csv" } });
        return (status, body);
    }
}
