using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
public sealed class When_everybody_must_be_able_to_read_it(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_serious_findings(ColorScheme scheme)
    {
        await using var visitor = await browser.VisitAsync(Browser.Large, scheme);
        await visitor.Page.GotoAsync("/cases");
        await visitor.Page.WaitForSelectorAsync("#account");
        var findings = await FindingsAsync(visitor.Page, "sign-in");

        await visitor.SignInAsync(browser.Reviewer);
        await visitor.Page.WaitForSelectorAsync(".preview dl");
        findings.AddRange(await FindingsAsync(visitor.Page, "list"));

        var own = await browser.Town.CasePageAsync(await browser.Town.CaseAsync("云江县公安局", Stage.UnderReview));
        var address = $"/cases/{own.GetProperty("id").GetGuid()}";
        foreach (var (path, there, where) in new[] { (address, ".timeline li", "case"), ($"{address}/annex", ".annex table", "annex"), ($"{address}/act/suspend", ".act-form", "form"), ("/register", ".act-form", "registration"), ("/desk", "#desk-news", "desk"), ("/me/notices", "#sent", "notification settings") })
        {
            await visitor.Page.GotoAsync(path);
            await visitor.Page.WaitForSelectorAsync(there);
            findings.AddRange(await FindingsAsync(visitor.Page, where));
        }

        await visitor.Page.GotoAsync("/cases");
        await visitor.ReadyAsync();
        await visitor.Page.ClickAsync("#person");
        await visitor.Page.WaitForSelectorAsync(".menu-items");
        findings.AddRange(await FindingsAsync(visitor.Page, "person menu"));

        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.SearchAsync("没有这样的案件");
        await visitor.Page.WaitForSelectorAsync(".state");
        findings.AddRange(await FindingsAsync(visitor.Page, "empty list"));
        Assert.Empty(findings);
    }

    /// <summary>Drawn from the served typeface, 案 differs from a character no typeface has; a box would be drawn for both.</summary>
    [Fact]
    public async Task Chinese_is_drawn_from_the_served_typeface()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        await visitor.Page.EvaluateAsync("document.fonts.load('20px \"Noto Sans SC\"', '案')");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("[...document.fonts].some(f => f.family.includes('Noto Sans SC') && f.status === 'loaded')"));
        var (inked, isBox) = await DrawnAsync(visitor.Page);
        Assert.InRange(inked, 60, 400);
        Assert.False(isBox, "案 is drawn as the box of a missing character");
    }

    private static async Task<(int Inked, bool IsBox)> DrawnAsync(IPage page)
    {
        var drawn = await page.EvaluateAsync<string[]>("""
            () => ['案', '\u{10FFFD}'].map(c => {
              const canvas = new OffscreenCanvas(40, 40), pen = canvas.getContext('2d');
              pen.font = '32px "Noto Sans SC"';
              pen.fillText(c, 4, 32);
              return [...pen.getImageData(0, 0, 40, 40).data].filter((_, i) => i % 4 === 3).map(a => a > 127 ? 1 : 0).join('');
            })
            """);
        return (drawn[0].Count(p => p == '1'), drawn[0] == drawn[1]);
    }

    private static async Task<List<string>> FindingsAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Html}"))];
    }
}
