using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace LostCases.BrowserTests;

/// <summary>The form annexed to the notice, as its people see and download it, compared with what the services keep.</summary>
[Collection(AtTheBrowser.Name)]
[Trait("Clause", "NA-f1")]
public sealed class When_the_annex_is_printed(Browser browser)
{
    private const string Agency = "云江县综合行政执法局";

    [Fact]
    public async Task It_says_what_the_case_says_on_the_page_and_in_both_files()
    {
        var (id, caseNo) = await CaseAsync(Stage.Reviewed);
        var (found, review) = (await browser.Town.OwnerAsync("investigation", id), await browser.Town.OwnerAsync("review", id));
        string[] expected =
        [
            "行政诉讼败诉案件责任分析报告审核表", Agency, "瓯越市中级人民法院", caseNo, Text(found, "handlingOpinion"), "同意。", Text(review, "reasons"),
            $"败诉行政机关（盖章）{Day(found.GetProperty("submissions")[0].GetProperty("on"))}", $"审核单位（盖章）{Day(review.GetProperty("reviewedOn"))}",
            "共同被告案件，每个败诉行政机关各自填写本表",
        ];

        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer, $"/cases/{id}");
        await visitor.Page.ClickAsync("a[href$='/annex']");
        await visitor.Page.WaitForSelectorAsync(".annex table");
        var (pdf, docx) = (await DownloadAsync(visitor.Page, "annex.pdf"), await DownloadAsync(visitor.Page, "annex.docx"));
        string[] printed = [Bare(await visitor.Page.InnerTextAsync(".annex")), PdfText(pdf), DocxText(docx)];
        Assert.All(printed, all => Assert.All(expected, text => Assert.Contains(Bare(text), all, StringComparison.Ordinal)));
        Assert.Equal(pdf, await DownloadAsync(visitor.Page, "annex.pdf"));
        Assert.Equal(docx, await DownloadAsync(visitor.Page, "annex.docx"));
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    [Trait("Clause", "NA-n4")]
    public async Task Two_bodies_stamp_where_they_differ()
    {
        var (id, _) = await CaseAsync(Stage.InScope, "云江县霁川镇人民政府");
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer, $"/cases/{id}/annex");
        await visitor.Page.WaitForSelectorAsync(".annex table");
        var text = Bare(await visitor.Page.InnerTextAsync(".annex"));
        Assert.Contains($"{Agency}（名义主体）云江县霁川镇人民政府（实施主体）", text, StringComparison.Ordinal);
        Assert.Contains("名义主体（盖章）", text, StringComparison.Ordinal);
        Assert.Contains("实施主体（盖章）", PdfText(await DownloadAsync(visitor.Page, "annex.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_may_not_read_is_said_to_be_left_out()
    {
        var (id, caseNo) = await CaseAsync(Stage.Reviewed);
        await using var court = await browser.VisitAsync();
        await court.SignInAsync(await browser.Town.PersonAsync("瓯越市中级人民法院", "联络员", "COURT_LIAISON"), $"/cases/{id}/annex");
        await court.Page.WaitForSelectorAsync(".annex table");
        var text = PdfText(await DownloadAsync(court.Page, "annex.pdf"));
        Assert.Contains(Bare(caseNo), text, StringComparison.Ordinal);
        Assert.Contains("查阅人无权查阅本栏内容，未列", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bare(Text(await browser.Town.OwnerAsync("investigation", id), "handlingOpinion")), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_the_form_of_a_case_that_is_not_theirs()
    {
        var (id, _) = await CaseAsync(Stage.InScope);
        await using var stranger = await browser.VisitAsync();
        await stranger.SignInAsync(await browser.Town.PersonAsync("云江县公安局", "经办人", "AGENCY_OFFICER"));
        var answer = await stranger.Page.APIRequest.GetAsync($"/cases/{id}/annex.pdf");
        Assert.Equal(404, answer.Status);
        await stranger.Page.GotoAsync($"/cases/{id}/annex");
        await stranger.Page.WaitForSelectorAsync(".state");
        Assert.Equal(0, await stranger.Page.Locator(".annex").CountAsync());
    }

    [Fact]
    public async Task A_blank_form_can_be_taken_away()
    {
        var (id, _) = await CaseAsync(Stage.InScope);
        await using var visitor = await browser.VisitAsync(language: "en");
        await visitor.SignInAsync(browser.Reviewer, $"/cases/{id}/annex");
        await visitor.Page.WaitForSelectorAsync(".annex table");
        foreach (var text in new[] { PdfText(await DownloadAsync(visitor.Page, "blank.pdf")), DocxText(await DownloadAsync(visitor.Page, "blank.docx")) })
        {
            Assert.Contains("审核单位（盖章）年月日", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Agency, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_prints_the_form_alone()
    {
        var (id, _) = await CaseAsync(Stage.InScope);
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer, $"/cases/{id}/annex");
        await visitor.Page.WaitForSelectorAsync(".annex table");
        using var document = PdfDocument.Open(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var page = Assert.Single(document.GetPages());
        Assert.InRange(page.Width, 594, 597);
        var text = Bare(string.Concat(page.Letters.Select(l => l.Value)));
        Assert.DoesNotContain(Bare("下载审核表"), text, StringComparison.Ordinal);
    }

    private async Task<(Guid Id, string CaseNo)> CaseAsync(Stage stage, string? implementing = null)
    {
        var caseNo = await browser.Town.CaseAsync(Agency, stage, implementing: implementing);
        return ((await browser.Town.CasePageAsync(caseNo)).GetProperty("id").GetGuid(), caseNo);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string end)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"a[href$='{end}']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static string Text(JsonElement view, string name) => view.GetProperty(name).GetString()!;

    private static string Day(JsonElement day) => DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string PdfText(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Bare(string.Concat(document.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)));
    }

    private static string DocxText(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var body = zip.GetEntry("word/document.xml")!.Open();
        return Bare(XDocument.Load(body).Root!.Value);
    }

    /// <summary>Without spaces and line ends, which each kind of reader puts elsewhere.</summary>
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
