using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>What people do at the screens, from the registration to the closing.</summary>
internal static partial class Hands
{
    /// <summary>Registers a loss by the form's labels; the address of the case that was opened.</summary>
    internal static async Task<string> RegisterAsync(this Visitor who, string caseNo, string agency)
    {
        var page = who.Page;
        await page.GotoAsync("/register");
        await page.WaitForSelectorAsync(".act-form");
        ILocator Labelled(string label) => page.GetByLabel(label, new() { Exact = true });
        await Labelled("案号").FillAsync(caseNo);
        await page.UnfoldAsync();
        await page.ChooseUnitAsync(Labelled("法院"), "瓯越市中级人民法院");
        await Labelled("审级").SelectOptionAsync("SECOND");
        await Labelled("文书种类").SelectOptionAsync("JUDGMENT");
        await Labelled("裁判结果").SelectOptionAsync("REVOKED");
        await page.ChooseUnitAsync(Labelled("败诉行政机关"), agency);
        await Labelled("涉诉行政行为").FillAsync("责令限期拆除决定");
        await Labelled("行政行为日期").FillAsync("2025-03-03");
        await Labelled("作出日期").FillAsync(Servers.Before(8));
        await Labelled("送达败诉机关日期").FillAsync(Servers.Before(5));
        await page.ClickAsync(".act-end button[type=submit]");
        await page.WaitForURLAsync(Answered());
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Opens what the registration has folded away, where it is not open.</summary>
    internal static Task UnfoldAsync(this IPage page) => page.EvaluateAsync("() => document.querySelectorAll('.folded').forEach(d => d.open = true)");

    /// <summary>The address of the case, found by its number.</summary>
    internal static async Task<string> FindAsync(this Visitor who, string caseNo)
    {
        for (var tries = 0; ; tries++)
        {
            await who.Page.GotoAsync("/cases");
            await who.ReadyAsync();
            await who.SearchAsync(caseNo);
            if (await who.Rows.CountAsync() > 0)
            {
                break;
            }

            Assert.InRange(tries, 0, 20);
            await Task.Delay(500);
        }

        await who.Rows.First.ClickAsync();
        return (await who.Page.GetAttributeAsync(".preview-state a", "href"))!;
    }

    /// <summary>Opens the act from the case page, once it can be done.</summary>
    internal static async Task BeginAsync(this Visitor who, string address, string act)
    {
        await who.UntilThereAsync(address, ".timeline li", $"a[href$='/act/{act}']");
        await who.Page.ClickAsync($"a[href$='/act/{act}']");
        await who.Page.WaitForSelectorAsync(".act-form");
    }

    /// <summary>Opens the workbench from the case page, once the act can be done there.</summary>
    internal static async Task OpenBenchAsync(this Visitor who, string address, string act)
    {
        await who.UntilThereAsync(address, ".timeline li", $"a[href$='/act/{act}']");
        await who.Page.ClickAsync("text=进入审核工作台");
        await who.Page.WaitForSelectorAsync($"#form-{act}, .page-act a[href$='/act/{act}']");
    }

    /// <summary>Sends the form and sees the case with what was done.</summary>
    internal static async Task EndAsync(this Visitor who, string within = ".act-form")
    {
        await who.Page.ClickAsync($"{within} .act-end button[type=submit]");
        await who.Page.WaitForURLAsync(Answered());
        await who.Page.WaitForSelectorAsync(".timeline li");
    }

    /// <summary>Does an act whose form asks for nothing that must be filled in.</summary>
    internal static async Task DoAsync(this Visitor who, string address, string act)
    {
        await who.BeginAsync(address, act);
        await who.EndAsync();
    }

    internal static async Task UploadAsync(this IPage page, string kind, byte[]? content = null)
    {
        var before = await page.Locator(".files li").CountAsync();
        await page.SetInputFilesAsync($"input[data-kind={kind}]", new FilePayload { Name = $"{kind}.pdf", MimeType = "application/pdf", Buffer = content ?? Paper.Empty });
        await Assertions.Expect(page.Locator(".files li")).ToHaveCountAsync(before + 1);
    }

    /// <summary>Chooses an organisation by its whole name.</summary>
    internal static async Task ChooseUnitAsync(this IPage page, ILocator input, string name)
    {
        await input.FillAsync(name);
        await page.WaitForSelectorAsync($".chosen li:has-text('{name}')");
    }

    /// <summary>Completes an investigation with one person pursued and hands its report in.</summary>
    internal static async Task ReportAsync(this Visitor officer, string address)
    {
        await officer.BeginAsync(address, "complete-investigation");
        await InvestigateAsync(officer.Page);
        await officer.EndAsync();
        await officer.BeginAsync(address, "submit-report");
        await officer.Page.CheckAsync("input[name=f-stamps]");
        await officer.Page.UploadAsync("REPORT", Paper.Of("行政诉讼败诉案件责任分析报告", "一、案件基本情况", "二、败诉原因分析", "三、责任认定和处理意见"));
        await officer.Page.UploadAsync("JUDGMENT", Paper.Judgment);
        await officer.EndAsync();
    }

    /// <summary>From the completed review to the closing.</summary>
    internal static async Task FinishAsync(Visitor officer, Visitor reviewer, string address, bool filed)
    {
        await reviewer.BeginAsync(address, "send-feedback");
        await reviewer.Page.UploadAsync("OPINION");
        await reviewer.EndAsync();
        if (filed)
        {
            await reviewer.DoAsync(address, "file-with-city");
        }

        await officer.DoAsync(address, "receive-feedback");
        await officer.BeginAsync(address, "record-disposition");
        await officer.Page.FillAsync("#f-documentNo", "综处〔2026〕1号");
        await officer.Page.SelectOptionAsync("#f-decisions-0-result", "PURSUE");
        await officer.Page.CheckAsync("input[name=f-decisions-0-sanctions][value=WRITTEN_SELF_CRITICISM]");
        await officer.EndAsync();

        await reviewer.BeginAsync(address, "close-case");
        await reviewer.Page.FillAsync("#f-executions-0-executedOn", Servers.Before(0));
        await reviewer.Page.UploadAsync("SELF_CRITICISM");
        foreach (var holder in await reviewer.Page.Locator("input[name=f-copiesHeldBy]").AllAsync())
        {
            await holder.CheckAsync();
        }

        await reviewer.EndAsync();
        await Assertions.Expect(reviewer.Page.Locator(".page-head")).ToContainTextAsync("办结归档");
    }

    /// <summary>Opens the page again until what is looked for is on it.</summary>
    private static async Task UntilThereAsync(this Visitor who, string address, string drawn, string wanted)
    {
        for (var tries = 0; ; tries++)
        {
            await who.Page.GotoAsync(address);
            await who.Page.WaitForSelectorAsync(drawn);
            if (await who.Page.Locator(wanted).CountAsync() > 0)
            {
                return;
            }

            Assert.True(tries < 20, $"{wanted} never came on {address}");
            await Task.Delay(500);
        }
    }

    private static async Task InvestigateAsync(IPage page)
    {
        await page.SelectOptionAsync("#f-causes-0-code", "C-EVID");
        await page.CheckAsync("input[name=f-causes-0-main][value=true]");
        await page.FillAsync("#f-narrative", "主要证据不足，未查明违法行为的持续时间。\n作出决定前没有听取当事人陈述申辩。");
        await page.ClickAsync("#f-persons > .button");
        await page.FillAsync("#f-persons-0-name", "经办人甲");
        await page.SelectOptionAsync("#f-persons-0-role", "OTHER_DIRECTLY_RESPONSIBLE");
        await page.SelectOptionAsync("#f-persons-0-belongsTo", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("#f-persons-0-authority", "AGENCY");
        await page.SelectOptionAsync("#f-persons-0-finding-conclusion", "PURSUE");
        await page.CheckAsync("input[name=f-persons-0-finding-mustGrounds][value=IMPROPER_DUTY]");
        foreach (var factor in new[] { "consequence", "nature", "fault" })
        {
            await page.CheckAsync($"input[name=f-persons-0-finding-factors-{factor}-scale][value='3']");
            await page.FillAsync($"#f-persons-0-finding-factors-{factor}-text", "见责任分析报告");
        }

        await page.CheckAsync("input[name=f-persons-0-finding-proposedSanctions][value=WRITTEN_SELF_CRITICISM]");
        await page.FillAsync("#f-persons-0-finding-reason", "未按规定全面收集证据。");
        await page.CheckAsync("input[name=f-persons-0-finding-exemptionConsidered][value=true]");
        await page.CheckAsync("input[name=f-unitProposed][value=false]");
        await page.FillAsync("#f-handlingOpinion", "责令作出书面检查。");
    }

    [GeneratedRegex(@"/cases/[0-9a-f-]+\?atLeast=")]
    private static partial Regex Answered();
}
