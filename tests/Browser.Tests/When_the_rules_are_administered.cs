using Deque.AxeCore.Playwright;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>规则设置 and 审计: pages of administrators. Changes are for days far ahead, so that nobody's case begins with them.</summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_the_rules_are_administered(Browser browser)
{
    private const string Setting = "最多退回补充次数";

    [Fact]
    public async Task One_proposes_and_another_confirms()
    {
        var why = $"测试 {Guid.NewGuid():N}";
        await using var one = await VisitAsync("SYS_ADMIN", "/rules");
        await ProposeAsync(one.Page, why);
        var awaiting = one.Page.Locator(".rule-change", new() { HasText = why });
        await Assertions.Expect(awaiting).ToContainTextAsync("须由另一名系统管理员确认");
        Assert.Equal(0, await awaiting.Locator("button").CountAsync());

        await using var other = await VisitAsync("SYS_ADMIN", "/rules", second: true);
        awaiting = other.Page.Locator(".rule-change", new() { HasText = why });
        await Assertions.Expect(awaiting).ToContainTextAsync("现为 2");
        await awaiting.GetByRole(AriaRole.Button, new() { Name = "确认变更" }).ClickAsync();
        await Assertions.Expect(awaiting.Locator(".field-error")).ToHaveTextAsync("须说明理由。");
        await awaiting.Locator("input").FillAsync("同意");
        await awaiting.GetByRole(AriaRole.Button, new() { Name = "确认变更" }).ClickAsync();
        await Assertions.Expect(awaiting.Locator(".tag")).ToHaveTextAsync("已确认");
        Assert.Empty(one.Faults.Concat(other.Faults));
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_the_form()
    {
        await using var visitor = await VisitAsync("SYS_ADMIN", "/rules");
        await visitor.Page.GetByLabel($"变更：{Setting}").ClickAsync();
        await visitor.Page.FillAsync("#value", "99");
        await visitor.Page.FillAsync("#reason", "测试");
        await visitor.Page.ClickAsync("#propose button[type=submit]");
        await Assertions.Expect(visitor.Page.Locator("#propose .refused")).ToContainTextAsync("设置的取值不符合要求");
    }

    [Fact]
    public async Task An_audit_administrator_takes_a_trail_away()
    {
        await using var visitor = await VisitAsync("AUDIT_ADMIN", "/audit");
        Assert.Equal(7, await visitor.Page.Locator("tbody tr").CountAsync());
        var waiting = visitor.Page.WaitForDownloadAsync();
        await visitor.Page.Locator("a[href='/audit/intake/export']").ClickAsync();
        var path = await (await waiting).PathAsync();
        var lines = await File.ReadAllLinesAsync(path);
        Assert.StartsWith("{\"format\":\"lostcases-audit-1\",\"owner\":\"intake\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"signature\":\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_shown_a_trail_or_a_form()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer, "/rules");
        await visitor.Page.WaitForSelectorAsync(".rule-table");
        Assert.Equal(0, await visitor.Page.Locator(".rule-table .link").CountAsync());
        await visitor.Page.GotoAsync("/audit");
        await visitor.Page.WaitForSelectorAsync(".state");
        Assert.Equal(0, await visitor.Page.Locator("a[href$='/export']").CountAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task They_have_no_serious_findings(ColorScheme scheme)
    {
        await using var visitor = await VisitAsync("SYS_ADMIN", "/rules", scheme: scheme);
        await visitor.Page.GetByLabel($"变更：{Setting}").ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#value");
        var findings = (await visitor.Page.RunAxe()).Violations.ToList();
        await using var auditor = await VisitAsync("AUDIT_ADMIN", "/audit", scheme: scheme);
        findings.AddRange((await auditor.Page.RunAxe()).Violations);
        Assert.Empty(findings.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html}")));
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
        await using var visitor = await VisitAsync("SYS_ADMIN", "/rules", scheme: scheme, size: (width, height), language: language);
        await PictureAsync(visitor.Page, $"rules-{end}");
        await visitor.Page.Locator("tr", new() { Has = visitor.Page.Locator("text=GAP-22") }).Locator(".link").ClickAsync();
        await visitor.Page.WaitForSelectorAsync("#value");
        await PictureAsync(visitor.Page, $"rules-form-{end}");
        await visitor.Page.FillAsync("#value", "本机关\n本县");
        await visitor.Page.FillAsync("#valid-from", "2099-01-01");
        await visitor.Page.FillAsync("#reason", "第十二次联席会议纪要");
        await visitor.Page.ClickAsync("#propose button[type=submit]");
        await using var other = await VisitAsync("SYS_ADMIN", "/rules", second: true, scheme: scheme, size: (width, height), language: language);
        await PictureAsync(other.Page, $"rules-confirm-{end}");
        await using var auditor = await VisitAsync("AUDIT_ADMIN", "/audit", scheme: scheme, size: (width, height), language: language);
        await PictureAsync(auditor.Page, $"audit-{end}");
    }

    [Theory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(1920, 1080, ColorScheme.Light)]
    [InlineData(1366, 768, ColorScheme.Dark)]
    public async Task Past_cases_are_imported_and_what_is_wrong_is_shown_and_taken_away(int width, int height, ColorScheme scheme)
    {
        var (account, password) = await Office.AdministratorAccountAsync("SYS_ADMIN");
        await using var visitor = await browser.VisitAsync((width, height), scheme);
        await visitor.SignInAsync(new Person(account, password, "SYS_ADMIN"), "/past-cases");
        var (page, mark) = (visitor.Page, Random.Shared.Next(100_000, 999_999));
        await page.WaitForSelectorAsync("#past-file");
        var sheet = $"案号,法院,败诉行政机关,败诉类型,涉诉行政行为,行政行为日期,裁判作出日期,送达日期,生效日期,办结日期\n"
            + $"（2020）浙9924行初{mark}号,云江县人民法院,云江县公安局,撤销,示例行政处罚决定,2019-01-07,2020-03-02,2020-03-05,2020-03-23,2020-09-10\n"
            + $"（2020）浙9924行初{mark + 1}号,云江县人民法院,云江县不存在的局,撤销,示例行政处罚决定,2019-01-07,2020-03-02,2020-03-05,2020-03-23,2020-09-10\n"
            + $"（2020）浙9924行初{mark + 2}号,云江县人民法院,云江县公安局,撤销,示例行政处罚决定,2019-01-07,2020-03-02,昨天,2020-03-23,\n";
        await page.SetInputFilesAsync("#past-file", new FilePayload { Name = $"历史案件{mark}.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(sheet) });
        var row = page.Locator(".rule-table > tbody > tr", new() { HasText = $"历史案件{mark}.csv" });
        await Assertions.Expect(row.Locator(".tag")).ToHaveTextAsync("已完成");
        await Assertions.Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("1");
        await Assertions.Expect(row.Locator("td").Nth(3)).ToHaveTextAsync("2");
        await row.Locator(".link").ClickAsync();
        await Assertions.Expect(page.Locator(".past-faults tbody tr")).ToHaveCountAsync(2);
        await PictureAsync(page, $"past-cases-{width}-{scheme.ToString().ToLowerInvariant()}");
        Assert.Empty(visitor.Faults); // before the checker, which writes styles of its own
        Assert.Empty((await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html}")));

        var waiting = page.WaitForDownloadAsync();
        await row.Locator("a[href$='/report']").ClickAsync();
        var lines = await File.ReadAllLinesAsync(await (await waiting).PathAsync());
        Assert.Equal(3, lines.Length);
        Assert.Contains("机关不存在：云江县不存在的局。", lines[1], StringComparison.Ordinal);
    }

    private static async Task ProposeAsync(IPage page, string why)
    {
        await page.GetByLabel($"变更：{Setting}").ClickAsync();
        await page.FillAsync("#value", "3");
        await page.FillAsync("#valid-from", "2099-01-01");
        await page.FillAsync("#reason", why);
        await page.ClickAsync("#propose button[type=submit]");
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Servers.Pictures, $"{name}.png") });
    }

    private async Task<Visitor> VisitAsync(
        string role, string path, bool second = false, ColorScheme scheme = ColorScheme.Light, (int, int)? size = null, string language = "zh-CN")
    {
        var (account, password) = await Office.AdministratorAccountAsync(role, second);
        var visitor = await browser.VisitAsync(size ?? Browser.Large, scheme, language);
        await visitor.SignInAsync(new Person(account, password, role), path);
        await visitor.Page.WaitForSelectorAsync(".rule-table");
        return visitor;
    }
}
