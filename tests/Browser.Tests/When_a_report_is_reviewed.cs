using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>Cases from registration to closing, by the screens of the people concerned only, the review at the workbench.</summary>
[Collection(AtTheBrowser.Name)]
public sealed class When_a_report_is_reviewed(Browser browser)
{
    private const string Court = "云江县人民法院";
    private const string Department = "中共云江县委组织部";

    [Fact]
    public async Task A_county_case_is_reviewed_jointly_and_closed()
    {
        const string Agency = "云江县住房和城乡建设局";
        await using var officer = await SignedInAsync(Agency, "经办人", "AGENCY_OFFICER");
        await using var reviewer = await SignedInAsync(Town.County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");
        await using var judge = await SignedInAsync(Court, "联络员", "COURT_LIAISON");
        await using var department = await SignedInAsync(Department, "联络员", "ORG_LIAISON");
        var caseNo = CaseNo();
        var address = await officer.RegisterAsync(caseNo, Agency);
        await reviewer.DoAsync(address, "confirm-in-scope");
        await officer.ReportAsync(address);

        await reviewer.OpenBenchAsync(address, "accept-report");
        await reviewer.Page.ClickAsync("a[href$='/act/accept-report']");
        await reviewer.EndAsync();
        await StartJointAsync(reviewer, address);

        await OpinionAsync(judge, caseNo, "AGREE", "定性准确。");
        await OpinionAsync(department, caseNo, "DISAGREE", "处理偏轻。");
        await reviewer.OpenBenchAsync(address, "conclude-joint-review");
        await Assertions.Expect(reviewer.Page.Locator(".joint")).ToContainTextAsync("已提出意见 2 / 2。其中不同意 1。");
        await Assertions.Expect(reviewer.Page.Locator($".members li:has-text('{Department}')")).ToContainTextAsync("处理偏轻。");
        await reviewer.Page.ClickAsync("a[href$='/act/conclude-joint-review']");
        await reviewer.Page.FillAsync("#f-conclusion", "多数同意调查结论，不同意见记录在案。");
        await reviewer.Page.UploadAsync("MINUTES");
        await reviewer.EndAsync();

        await reviewer.OpenBenchAsync(address, "complete-review");
        await reviewer.Page.SelectOptionAsync("#f-opinion", "AGREE");
        await reviewer.Page.FocusAsync($".members li:has-text('{Department}') [data-passage]");
        await reviewer.Page.Keyboard.PressAsync("q");
        await Assertions.Expect(reviewer.Page.Locator("#f-reasons")).ToHaveValueAsync($"{Department}：“处理偏轻。”");
        await reviewer.Page.CheckAsync("input[name=f-perFinding-0-agrees][value=true]");
        await reviewer.EndAsync("#form-complete-review");
        await Hands.FinishAsync(officer, reviewer, address, filed: true);
        Assert.Empty(officer.Faults.Concat(reviewer.Faults).Concat(judge.Faults).Concat(department.Faults));
    }

    [Fact]
    public async Task A_municipal_report_is_returned_answered_reviewed_and_closed()
    {
        const string Agency = "瓯越市综合行政执法局";
        await using var officer = await SignedInAsync(Agency, "经办人", "AGENCY_OFFICER");
        await using var reviewer = await SignedInAsync(Town.City + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");
        var page = reviewer.Page;
        var address = await officer.RegisterAsync(CaseNo(), Agency);
        await reviewer.DoAsync(address, "confirm-in-scope");
        await officer.ReportAsync(address);
        await reviewer.DoAsync(address, "accept-report");

        await reviewer.OpenBenchAsync(address, "return-for-supplement");
        await MarkAsync(page, "narrative-0", "违法行为的持续时间");
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.Locator("#f-return-defects-0")).ToHaveValueAsync("原因分析：“违法行为的持续时间”");
        await page.FocusAsync("[data-passage='finding-0-reason']");
        await page.Keyboard.PressAsync("D");
        await Assertions.Expect(page.Locator("#f-return-defects-1")).ToHaveValueAsync("经办人甲·理由：“未按规定全面收集证据。”");
        await Assertions.Expect(page.Locator(".bench-keys [role=status]")).ToHaveTextAsync("已记为第 2 项退回问题。");
        await page.FillAsync("#f-return-defects-1", "经办人甲·理由：“未按规定全面收集证据。”缺少哪些证据，请列明。");
        await reviewer.EndAsync("#form-return-for-supplement");

        await officer.BeginAsync(address, "resubmit-report");
        await Assertions.Expect(officer.Page.Locator(".act-form")).ToContainTextAsync("缺少哪些证据，请列明。");
        await officer.Page.FillAsync("#f-answers-0", "持续时间自2025年1月起，见补充材料。");
        await officer.Page.FillAsync("#f-answers-1", "缺少现场检查笔录。");
        await officer.EndAsync();

        await reviewer.OpenBenchAsync(address, "complete-review");
        await Assertions.Expect(page.Locator("[data-passage='return-1-1']")).ToContainTextAsync("缺少现场检查笔录。");
        await page.SelectOptionAsync("#f-opinion", "AGREE_WITH_CHANGES");
        await page.FillAsync("#f-reasons", "补充后事实清楚。");
        await page.CheckAsync("input[name=f-perFinding-0-agrees][value=false]");
        await page.FocusAsync("[data-passage='finding-0-grounds']");
        await page.Keyboard.PressAsync("q");
        await Assertions.Expect(page.Locator("#f-perFinding-0-text")).ToHaveValueAsync("经办人甲·认定情形：“不正确履行法定职责”");
        await page.CheckAsync("input[name=f-perFinding-0-agrees][value=true]");
        await reviewer.EndAsync("#form-complete-review");
        await page.GotoAsync(address + "/review");
        await Assertions.Expect(page.Locator("section[aria-labelledby=bench-outcome]")).ToContainTextAsync("补充后事实清楚。");
        await Hands.FinishAsync(officer, reviewer, address, filed: false);
        Assert.Empty(officer.Faults.Concat(reviewer.Faults));
    }

    private static string CaseNo() => $"（2026）浙99行终{Random.Shared.Next(1_000_000, 9_999_999)}号";

    private async Task<Visitor> SignedInAsync(string organisation, string post, params string[] roles) =>
        await (await browser.VisitAsync()).SignInAsync(await browser.Town.PersonAsync(organisation, post, roles));

    private static async Task StartJointAsync(Visitor reviewer, string address)
    {
        await reviewer.BeginAsync(address, "start-joint-review");
        await reviewer.Page.CheckAsync("input[name=f-marks][value=DISPUTED]");
        await reviewer.Page.FillAsync("#f-reason", "对处理幅度争议较大。");
        foreach (var member in new[] { Court, Department })
        {
            await reviewer.Page.ChooseUnitAsync(reviewer.Page.Locator("#f-members"), member);
        }

        await reviewer.EndAsync();
    }

    private static async Task OpinionAsync(Visitor member, string caseNo, string opinion, string text)
    {
        await member.OpenBenchAsync(await member.FindAsync(caseNo), "give-joint-opinion");
        Assert.Equal(0, await member.Page.Locator("#form-complete-review, #form-return-for-supplement").CountAsync());
        await member.Page.SelectOptionAsync("#f-opinion", opinion);
        await member.Page.FillAsync("#f-text", text);
        await member.EndAsync("#form-give-joint-opinion");
    }

    /// <summary>Marks the words in the passage, as a mouse would.</summary>
    internal static async Task MarkAsync(IPage page, string passage, string words)
    {
        await page.FocusAsync($"[data-passage='{passage}']");
        await page.EvaluateAsync(
            """
            ([key, words]) => {
              const text = document.querySelector(`[data-passage='${key}'] .passage-text bdi`).firstChild, at = text.data.indexOf(words), range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + words.length);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }
            """,
            new[] { passage, words });
    }
}
