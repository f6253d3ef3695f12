using LostCases.Contracts;

namespace LostCases.Services.Tests;

/// <summary>Figures of the courts, what they suggest, and what is assessed by them, through the real service.</summary>
public sealed class When_figures_are_imported(OversightOffice office) : IClassFixture<OversightOffice>
{
    private static readonly Person Officer = new(OversightOffice.Bureau, Roles.AgencyOfficer);
    private static readonly Person Court = new(Guid.NewGuid(), Roles.CourtLiaison);
    private static readonly Person Administrator = new(null, Roles.SysAdmin);

    [Fact]
    public async Task The_rate_is_told_as_published_and_as_it_stands_now()
    {
        await TakenAsync("2021", "机关\t结案（件）\t败诉（件）\t范围外\t调解\t撤诉\t再审改判\n示例市自然资源局\t20\t4\t1\t3\t2\t1");

        var line = Single(await office.GetAsync(OversightOffice.Secretariat, "statistics?period=2021"));

        Assert.Equal("4/20 = 20.0%", line.GetProperty("rate").Text("text"));
        Assert.Equal("3/20 = 15.0%", line.GetProperty("rateAfterReversal").Text("text"));
        Assert.Equal("2", line.Text("pursuitBase"));
        Assert.Contains(line.GetProperty("variants").EnumerateArray(), v => v.Text("base") == "WITHOUT_SETTLED" && v.GetProperty("rate").Text("text") == "4/15 = 26.7%");
    }

    [Fact]
    public async Task Where_rows_cannot_be_taken_none_is_and_each_is_explained()
    {
        var (status, problem) = await office.ImportAsync("2022", $"agency,closed,lost,mediated\n{OversightOffice.Bureau},10,2,0\n某某局,5,1,0\n示例市住房局,3,九,0\n示例市住房局,3,3,1\n");

        Assert.Equal((422, "STATISTICS_ROWS_INVALID", "GAP-20"), (status, problem.Text("code"), problem.Text("clause")));
        Assert.Equal(
            ["3 agency AGENCY_UNKNOWN", "4 lost NUMBER_INVALID", "5 closed FIGURES_INCONSISTENT"],
            problem.GetProperty("rows").EnumerateArray().Select(r => $"{r.Text("line")} {r.Text("column")} {r.Text("code")}"));
        Assert.Empty((await office.GetAsync(OversightOffice.Secretariat, "statistics?period=2022")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("2022X", "agency,closed,lost\nx,1,1", "PERIOD_INVALID")]
    [InlineData("2022", "agency,closed\nx,1", "COLUMN_MISSING")]
    [InlineData("2022", "agency,closed,lost\n", "ROWS_TOO_MANY")]
    public async Task A_table_that_is_none_is_refused(string period, string table, string code)
    {
        var (status, problem) = await office.ImportAsync(period, table);
        Assert.Equal((422, code), (status, problem.Text("code")));
    }

    [Fact]
    public async Task What_is_imported_later_counts_and_stands_in_the_audit_trail()
    {
        await TakenAsync("2020", $"agency,closed,lost\n{OversightOffice.Bureau},10,2");
        await TakenAsync("2020", $"agency,closed,lost\n{OversightOffice.Bureau},10,3");

        Assert.Equal("3/10 = 30.0%", Single(await office.GetAsync(OversightOffice.Secretariat, "statistics?period=2020")).GetProperty("rate").Text("text"));
        Assert.True(await office.Database.ReadAsync<long>("select count(*) from oversight.audit_entry where action = 'StatisticsImported'") >= 2);
    }

    [Fact]
    public async Task Everybody_reads_what_is_theirs_to_read()
    {
        await TakenAsync("2019", $"agency,closed,lost\n{OversightOffice.Bureau},10,2\n{OversightOffice.Other},10,1");

        var lines = await Task.WhenAll(new[] { OversightOffice.Secretariat, Court, Officer, Administrator }.Select(async p =>
            (await office.GetAsync(p, "statistics?period=2019")).GetProperty("items").GetArrayLength()));
        Assert.Equal([2, 2, 1, 0], lines);
        Assert.Equal(403, (await office.PostAsync(Officer, "statistics", new { period = "2019", source = "法院", table = "agency,closed,lost\nx,1,1" })).Status);
    }

    [Fact]
    public async Task An_interview_is_suggested_by_the_rules_and_recorded_where_the_figures_show_its_reason()
    {
        await TakenAsync("2024", $"agency,closed,lost\n{OversightOffice.Bureau},12,3\n{OversightOffice.Other},3,2");
        var alerts = (await office.GetAsync(OversightOffice.Secretariat, "interview-alerts?period=2024")).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("agencyId").GetGuid(), i => i.Text("alert"));
        Assert.Equal(("RATE 25.0%", "BASE"), (alerts[OversightOffice.Bureau], alerts[OversightOffice.Other]));

        var (refused, problem) = await InterviewAsync("COUNT");
        Assert.Equal((422, "INTERVIEW_REASON_NOT_SHOWN"), (refused, problem.Text("code")));
        var (status, done) = await InterviewAsync("RATE");
        Assert.Equal(200, status);
        var (followed, _) = await office.PostAsync(OversightOffice.Secretariat, $"interviews/{done.Text("id")}/follow-up", new { result = "已制定整改方案" });
        var (again, second) = await office.PostAsync(OversightOffice.Secretariat, $"interviews/{done.Text("id")}/follow-up", new { result = "再次登记" });
        Assert.Equal((200, 422, "INTERVIEW_FOLLOWED_UP"), (followed, again, second.Text("code")));

        var read = await Task.WhenAll(new[] { OversightOffice.Secretariat, Officer, new Person(OversightOffice.Other, Roles.AgencyOfficer) }.Select(async p =>
            (await office.GetAsync(p, "interviews")).GetProperty("items").GetArrayLength()));
        Assert.Equal([1, 1, 0], read);
    }

    [Fact]
    public async Task A_confirmed_version_of_the_rules_counts_here_too_and_other_thresholds_can_be_tried()
    {
        await TakenAsync("2023", $"agency,closed,lost\n{OversightOffice.Bureau},40,4");
        Assert.Equal("COUNT 4", Single(await office.GetAsync(OversightOffice.Secretariat, "interview-alerts?period=2023&losses=4")).Text("alert"));

        await office.Wire.PublishAsync(new RuleSetConfirmed
        {
            Version = "wzf-2018-28.2",
            Number = 2,
            ValidFrom = new DateOnly(2026, 1, 1),
            ValidTo = new DateOnly(2026, 3, 31),
            Values = new Dictionary<string, string> { ["interview.losses"] = "4" },
        });
        await Probe.UntilAsync(
            "the version is known", async () => (await office.GetAsync(OversightOffice.Secretariat, "interview-alerts?period=2023")).Text("rulesVersion"), v => v == "wzf-2018-28.2");
        Assert.Equal("COUNT 4", Single(await office.GetAsync(OversightOffice.Secretariat, "interview-alerts?period=2023")).Text("alert"));
    }

    [Fact]
    public async Task The_assessment_has_every_indicator_and_its_file_is_safe_to_open()
    {
        await office.Wire.PublishAsync(new AgencyChanged { AgencyId = Guid.NewGuid(), Version = 1, Name = "=HYPERLINK(1)局", ShortName = "局", Level = "MUNI_UNIT", ParentGovId = OversightOffice.City });
        await Probe.UntilAsync("it is known", () => office.Database.CountAsync("oversight.organisation", "name like '=%'"), n => n == 1);
        await TakenAsync("2025", $"agency,closed,lost\n{OversightOffice.Bureau},10,2\n=HYPERLINK(1)局,1,0");

        var rows = (await office.GetAsync(OversightOffice.Secretariat, "assessments/2025")).GetProperty("rows").EnumerateArray().ToList();
        Assert.All(rows, r => Assert.Equal(9, r.GetProperty("indicators").GetArrayLength()));
        Assert.Equal("2/10 = 20.0%", rows.Single(r => r.Text("agencyId") == $"{OversightOffice.Bureau}").GetProperty("indicators")[1].Text("text"));

        using var client = office.Service.As(OversightOffice.Secretariat);
        var csv = await client.GetStringAsync(new Uri("/api/oversight/assessments/2025/csv", UriKind.Relative));
        Assert.Contains("机关,败诉件数,败诉率,应报审件数,按期报审率,按期备案率（县级）,审核意见采纳率,处理落实率,被纠正件数,不执行通报件数", csv, StringComparison.Ordinal);
        Assert.Contains("\n'=HYPERLINK(1)局,", csv, StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonElement Single(System.Text.Json.JsonElement page) => page.GetProperty("items").EnumerateArray().Single();

    private async Task TakenAsync(string period, string table)
    {
        var (status, body) = await office.ImportAsync(period, table);
        Assert.True(status == 200, body.ToString());
    }

    private Task<(int Status, System.Text.Json.JsonElement Body)> InterviewAsync(string reason) => office.PostAsync(OversightOffice.Secretariat, "interviews", new
    {
        agencyId = OversightOffice.Bureau,
        period = "2024",
        reason,
        personName = "示例负责人",
        post = "局长",
        byUnits = new[] { "示例市司法局" },
        record = "分析败诉原因，提出整改要求",
        followUpOn = "2026-06-01",
    });
}
