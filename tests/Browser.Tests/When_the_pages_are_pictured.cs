using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
[Trait("Category", "screenshots")]
public sealed class When_the_pages_are_pictured(Browser browser)
{
    private const string Paint = """
        () => new Promise(told => new PerformanceObserver(seen => told(
            Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime) + '\t' + Math.round(seen.getEntries().at(-1).startTime)))
            .observe({ type: 'largest-contentful-paint', buffered: true }))
        """;

    public static TheoryData<int, int, ColorScheme, string> Screens { get; } = new()
    {
        { 1366, 768, ColorScheme.Light, "zh-CN" }, { 1366, 768, ColorScheme.Dark, "zh-CN" },
        { 1920, 1080, ColorScheme.Light, "zh-CN" }, { 1920, 1080, ColorScheme.Dark, "zh-CN" },
        { 1366, 768, ColorScheme.Light, "en" },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_page_is_pictured(int width, int height, ColorScheme scheme, string language)
    {
        await using var visitor = await browser.VisitAsync((width, height), scheme, language);
        var (page, end) = (visitor.Page, $"{width}-{scheme.ToString().ToLowerInvariant()}{(language == "en" ? "-en" : "")}");
        await page.GotoAsync("/cases");
        await PictureAsync(page, $"sign-in-{end}");
        await visitor.SignInAsync(browser.Reviewer);
        await page.WaitForTimeoutAsync(600);
        await PictureAsync(page, $"cases-{end}");

        await page.Locator("[data-row]").Nth(2).ClickAsync();
        await page.WaitForSelectorAsync(".preview dl");
        await PictureAsync(page, $"cases-preview-{end}");

        await page.ClickAsync(".preview a[href^='/cases/']");
        await page.WaitForSelectorAsync(".timeline li");
        await PictureAsync(page, $"case-{end}");
        var acts = await page.Locator("a[href*='/act/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        await page.ClickAsync("a[href$='/annex']");
        await page.WaitForSelectorAsync(".annex table");
        await PictureAsync(page, $"annex-{end}");
        foreach (var act in acts)
        {
            await page.GotoAsync(act);
            await page.WaitForSelectorAsync(".act-form");
            await PictureAsync(page, $"act-{act.Split('/')[^1]}-{end}");
        }

        await PictureWorkbenchAsync(page, end);
        await page.GotoAsync("/desk");
        await page.WaitForSelectorAsync("#desk-todo");
        await PictureAsync(page, $"desk-{end}");

        await page.GotoAsync("/me/notices");
        await page.WaitForSelectorAsync("#sent");
        await PictureAsync(page, $"notices-{end}");

        await page.ClickAsync("#person");
        await page.WaitForSelectorAsync(".menu-items");
        await PictureAsync(page, $"person-{end}");
        await page.Keyboard.PressAsync("Escape");

        await visitor.UntilAsync("document.activeElement.id === 'person'");
        await visitor.SearchAsync("没有这样的案件");
        await page.WaitForSelectorAsync(".state");
        await PictureAsync(page, $"cases-empty-{end}");

        await page.ClickAsync("[data-fold]");
        await page.GotoAsync("/nowhere");
        await page.WaitForSelectorAsync(".state");
        await PictureAsync(page, $"not-found-{end}");
        await page.GotoAsync("/sign-in-failed");
        await PictureAsync(page, $"sign-in-failed-{end}");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_registration_is_pictured(int width, int height, ColorScheme scheme, string language)
    {
        await using var visitor = await browser.VisitAsync((width, height), scheme, language);
        var (page, end) = (visitor.Page, $"{width}-{scheme.ToString().ToLowerInvariant()}{(language == "en" ? "-en" : "")}");
        await visitor.SignInAsync(await browser.Town.PersonAsync("云江县公安局", $"登记人{Guid.NewGuid():N}", "AGENCY_OFFICER"), "/register");
        await PictureAsync(page, $"register-{end}");

        await page.FocusAsync("#judgment-text");
        await page.Keyboard.InsertTextAsync(Judgments.Text(Judgments.Number(), "云江县公安局"));
        await page.ClickAsync(".paste button");
        await page.WaitForSelectorAsync("[data-suggested=result] mark");
        await PictureAsync(page, $"register-suggested-{end}");

        await page.ClickAsync(".suggested-all button");
        await page.FillAsync("#f-servedOnAgency", "2026-05-11");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForSelectorAsync(".outlook .sheet");
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await PictureAsync(page, $"register-explained-{end}");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Servers.Pictures, $"register-whole-{end}.png"), FullPage = true });
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Notices_are_pictured(int width, int height, ColorScheme scheme, string language)
    {
        const string agency = "云江县霁川镇人民政府";
        var end = $"{width}-{scheme.ToString().ToLowerInvariant()}{(language == "en" ? "-en" : "")}";
        var id = (await browser.Town.CasePageAsync(await browser.Town.CaseAsync(agency, Stage.InScope, 40))).GetProperty("id").GetGuid();
        await using (var reviewer = await browser.VisitAsync((width, height), scheme, language))
        {
            var urging = (await reviewer.SignInAsync(browser.Reviewer, $"/cases/{id}/act/urge")).Page;
            await urging.FillAsync("#f-text", "期限临近，请按期完成调查");
            await PictureAsync(urging, $"urge-{end}");
            await urging.ClickAsync(".act-form button[type=submit]");
            await urging.WaitForSelectorAsync("section[aria-labelledby=case-notices] li");
            await urging.Locator("section[aria-labelledby=case-notices]").ScrollIntoViewIfNeededAsync();
            await PictureAsync(urging, $"case-notices-{end}");
        }

        await using var visitor = await browser.VisitAsync((width, height), scheme, language);
        var page = (await visitor.SignInAsync(await browser.Town.PersonAsync(agency, "经办人", "AGENCY_OFFICER"), "/desk")).Page;
        await page.WaitForSelectorAsync("section[aria-labelledby=desk-notices] tbody tr");
        await PictureAsync(page, $"desk-notices-{end}");
        await page.GotoAsync("/me/notices");
        await page.WaitForSelectorAsync("#sent");
        await PictureAsync(page, $"notices-own-{end}");
    }

    /// <summary>A report in the middle of its review: two defects collected, an opinion begun, a dissent beside it.</summary>
    private async Task PictureWorkbenchAsync(IPage page, string end)
    {
        var id = (await browser.Town.CasePageAsync(await browser.Town.CaseAsync("云江县霁川镇人民政府", Stage.UnderReview, 12))).GetProperty("id").GetGuid();
        await browser.Town.StoreAsync(id, "investigation", "JUDGMENT", Paper.Judgment);
        await browser.Town.ReviewJointlyAsync(id);
        await page.GotoAsync($"/cases/{id}/review");
        await page.WaitForSelectorAsync("#form-return-for-supplement");
        await page.FocusAsync("[data-passage='narrative-0']");
        await page.Keyboard.PressAsync("d");
        await page.WaitForSelectorAsync("#f-return-defects-0");
        await page.FocusAsync("[data-passage='finding-0-grounds']");
        await page.Keyboard.PressAsync("q");
        await page.WaitForTimeoutAsync(1500); // the browser's own viewer draws the judgment
        await PictureAsync(page, $"review-{end}");
        await page.EvaluateAsync("document.querySelector('section[aria-labelledby=bench-opinion] .bench-scroll').scrollTo(0, 9999)");
        await PictureAsync(page, $"review-end-{end}");
    }

    /// <summary>A picture of the page, and in <c>paint.tsv</c> how many milliseconds after it was asked for something was first seen, and the most of it.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        await page.EvaluateAsync("document.fonts.ready");
        var paint = await page.EvaluateAsync<string>(Paint);
        await File.AppendAllTextAsync(Path.Combine(Servers.Pictures, "paint.tsv"), $"{name}\t{paint}\n");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than its window");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Servers.Pictures, $"{name}.png") });
    }
}
