using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>统计与考核: the secretariat imports figures, reads what they suggest, records interviews and meetings, takes the assessment away.</summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_the_figures_are_read(Browser browser)
{
    private const string Table = "机关\t结案\t败诉\t范围外\t调解\t撤诉\t再审改判\n瓯越市自然资源和规划局\t20\t4\t1\t3\t2\t1\n云江县公安局\t40\t5\t0\t4\t6\t0\n云江县自然资源和规划局\t3\t2\t0\t0\t1\t0";

    [Fact]
    public async Task Figures_are_pasted_and_a_wrong_row_is_explained()
    {
        await using var visitor = await VisitAsync("/figures/statistics?period=2022");
        var page = visitor.Page;
        await ImportAsync(page, Table.Replace("\t5\t0", "\t99\t0", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#import .refused")).ToContainTextAsync("第 3 行：数字前后不一致");
        await page.FillAsync("#table", Table);
        await page.ClickAsync("#import button[type=submit]");
        await Assertions.Expect(page.Locator(".figures tbody tr").First).ToContainTextAsync("5/40 = 12.5%");
        await Assertions.Expect(page.Locator(".figures .total")).ToContainTextAsync("11/63");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task An_interview_is_recorded_from_what_the_figures_suggest()
    {
        await using var visitor = await VisitAsync("/figures/statistics?period=2021");
        var page = visitor.Page;
        await ImportAsync(page, Table);
        await page.WaitForSelectorAsync(".figures");
        await page.GotoAsync("/figures/interviews?period=2021");
        var line = page.Locator("tr", new() { HasText = "云江县公安局" });
        await Assertions.Expect(line.Locator(".tag")).ToHaveTextAsync("败诉件数 5");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "云江县自然资源和规划局" }).Locator(".tag")).ToHaveTextAsync("基数不足");
        await line.Locator(".link").ClickAsync();
        await page.FillAsync("#interviewee", "示例局长");
        await page.FillAsync("#post", "局长");
        await page.FillAsync("#units", "瓯越市司法局、瓯越市中级人民法院");
        var record = $"约谈内容 {Guid.NewGuid():N}";
        await page.FillAsync("#record", record);
        await page.ClickAsync("#interview button[type=submit]");
        await Assertions.Expect(page.Locator(".rule-change", new() { HasText = record })).ToContainTextAsync("瓯越市司法局、瓯越市中级人民法院");
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task The_assessment_is_taken_away_as_a_spreadsheet()
    {
        await using var visitor = await VisitAsync("/figures/statistics?period=2020");
        await ImportAsync(visitor.Page, Table);
        await visitor.Page.WaitForSelectorAsync(".figures");
        await visitor.Page.GotoAsync("/figures/assessment?period=2020");
        foreach (var (kind, start) in new[] { ("xlsx", "PK"), ("csv", "\uFEFF机关,败诉件数,败诉率") })
        {
            var waiting = visitor.Page.WaitForDownloadAsync();
            await visitor.Page.ClickAsync($"a[href$='.{kind}']");
            Assert.StartsWith(start, System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await (await waiting).PathAsync())), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task They_have_no_serious_findings(ColorScheme scheme)
    {
        await using var visitor = await VisitAsync("/figures/statistics?period=2019", scheme);
        await ImportAsync(visitor.Page, Table);
        await visitor.Page.WaitForSelectorAsync(".figures");
        foreach (var view in new[] { "statistics", "interviews", "conference", "assessment" })
        {
            await visitor.Page.GotoAsync($"/figures/{view}?period=2019");
            await visitor.Page.WaitForSelectorAsync(".figures");
            var findings = (await visitor.Page.RunAxe()).Violations;
            Assert.Empty(findings.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{view} {v.Id} {n.Html}")));
        }
    }

    [Theory]
    [Trait("Category", "screenshots")]
    [InlineData(1366, 768, ColorScheme.Light, "zh-CN")]
    [InlineData(1920, 1080, ColorScheme.Light, "zh-CN")]
    [InlineData(1366, 768, ColorScheme.Dark, "zh-CN")]
    [InlineData(1366, 768, ColorScheme.Light, "en")]
    public async Task They_are_pictured(int width, int height, ColorScheme scheme, string language)
    {
        var end = $"{width}-{scheme.ToString().ToLowerInvariant()}{(language == "en" ? "-en" : "")}";
        await using var visitor = await VisitAsync("/figures/statistics?period=2018", scheme, (width, height), language);
        var page = visitor.Page;
        await page.ClickAsync(".figures-act .button");
        await page.FillAsync("#source", "瓯越市中级人民法院 2018 年统计");
        await page.FillAsync("#table", Table.Replace("\t4\t1", "\t44\t1", StringComparison.Ordinal));
        await page.ClickAsync("#import button[type=submit]");
        await page.WaitForSelectorAsync("#import .refused li");
        await PictureAsync(page, $"figures-import-{end}");
        await page.FillAsync("#table", Table);
        await page.ClickAsync("#import button[type=submit]");
        foreach (var view in new[] { "statistics", "interviews", "conference", "assessment" })
        {
            await page.WaitForSelectorAsync(".figures");
            await page.GotoAsync($"/figures/{view}?period=2018");
            await page.WaitForSelectorAsync(".figures");
            await PictureAsync(page, $"figures-{view}-{end}");
        }

        await page.GotoAsync("/figures/interviews?period=2018");
        await page.Locator(".figures .link").First.ClickAsync();
        await page.WaitForSelectorAsync("#interview");
        await PictureAsync(page, $"figures-interview-{end}");
    }

    private static async Task ImportAsync(IPage page, string table)
    {
        await page.ClickAsync(".figures-act .button");
        await page.FillAsync("#source", "瓯越市中级人民法院统计");
        await page.FillAsync("#table", table);
        await page.ClickAsync("#import button[type=submit]");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Servers.Pictures, $"{name}.png") });
    }

    private async Task<Visitor> VisitAsync(string path, ColorScheme scheme = ColorScheme.Light, (int, int)? size = null, string language = "zh-CN")
    {
        var visitor = await browser.VisitAsync(size ?? (1366, 768), scheme, language);
        await visitor.SignInAsync(await browser.Town.PersonAsync("瓯越市司法局", $"秘书处{Guid.NewGuid():N}", "SECRETARIAT"), path);
        await visitor.Page.WaitForSelectorAsync(".views");
        return visitor;
    }
}
