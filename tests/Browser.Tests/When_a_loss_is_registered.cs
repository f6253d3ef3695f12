using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace LostCases.BrowserTests;

/// <summary>登记: from a number or a text to a case, with what follows explained before it is saved.</summary>
[Collection(AtTheBrowser.Name)]
public sealed partial class When_a_loss_is_registered(Browser browser, ITestOutputHelper output)
{
    private const string Agency = "云江县公安局";

    [Fact]
    public async Task A_number_is_pasted_what_follows_is_explained_and_the_case_is_there()
    {
        await using var officer = await OfficerAsync();
        var (page, hand, number) = (officer.Page, new Hand(officer.Page), Judgments.Number());

        await hand.PasteAsync("#f-caseNo", $" {number.Replace('（', '[').Replace('）', ']')} ");
        await Assertions.Expect(page.Locator("#outlook-number")).ToHaveTextAsync(number);
        await Assertions.Expect(page.Locator("#register-told")).ToHaveTextAsync($"云江县人民法院、一审、判决书、{Agency}");
        await hand.ClickAsync(".suggested-all button");
        await Assertions.Expect(page.Locator("#f-instance")).ToHaveValueAsync("FIRST");
        await Assertions.Expect(page.Locator("#f-docType")).ToHaveValueAsync("JUDGMENT");
        await Assertions.Expect(page.Locator("#outlook-route")).ToContainTextAsync("云江县司法局");
        await Assertions.Expect(page.Locator("#outlook-route .clause")).ToHaveCountAsync(1);

        await hand.ChooseAsync("#f-result", "REVOKED");
        await hand.FillAsync("#f-actName", "云公行罚决字〔2025〕9号行政处罚决定");
        await hand.FillAsync("#f-actDate", "2025-09-03");
        await hand.FillAsync("#f-madeOn", "2026-04-28");
        await hand.FillAsync("#f-servedOnAgency", "2026-05-11");
        await page.Keyboard.PressAsync("Tab");
        await ExplainedAsync(page);

        await RegisterAsync(officer, hand);
        output.WriteLine($"案号登记：{hand.Fields} 个字段，{hand.Clicks} 次点击。By number: {hand.Fields} fields, {hand.Clicks} clicks.");
        Assert.InRange(hand.Fields + hand.Clicks, 1, 8);
        Assert.Empty(officer.Faults);
    }

    [Fact]
    public async Task A_text_is_pasted_and_two_fields_are_enough()
    {
        await using var officer = await OfficerAsync();
        var (page, hand, number) = (officer.Page, new Hand(officer.Page), Judgments.Number());

        await hand.PasteAsync("#judgment-text", Judgments.Text(number, Agency));
        await hand.ClickAsync(".paste button");
        await Assertions.Expect(page.Locator("#paste-told")).ToContainTextAsync("9");
        await Assertions.Expect(page.Locator("#f-caseNo")).ToHaveValueAsync(""); // nothing is filled in by itself
        await Assertions.Expect(page.Locator("[data-suggested=result] mark")).ToContainTextAsync($"撤销被告{Agency}");
        await Assertions.Expect(page.Locator("[data-suggested=madeOn] mark")).ToHaveTextAsync("二〇二六年四月二十八日");

        await hand.ClickAsync(".suggested-all button");
        await Assertions.Expect(page.Locator("#f-servedOnAgency")).ToBeFocusedAsync(); // what is left to fill in
        await Assertions.Expect(page.Locator("#f-actName")).ToHaveValueAsync("云罚决字〔2025〕第12号行政处罚决定");
        await hand.FillAsync("#f-servedOnAgency", "2026-05-11");
        await page.Keyboard.PressAsync("Tab");
        await ExplainedAsync(page);

        await RegisterAsync(officer, hand);
        output.WriteLine($"粘贴文书登记：{hand.Fields} 个字段，{hand.Clicks} 次点击。By text: {hand.Fields} fields, {hand.Clicks} clicks.");
        Assert.InRange(hand.Fields, 1, 4);
        Assert.Empty(officer.Faults);
    }

    [Fact]
    public async Task The_file_of_the_judgment_goes_with_it_and_one_that_is_none_is_told()
    {
        await using var officer = await OfficerAsync();
        var (page, hand) = (officer.Page, new Hand(officer.Page));
        await hand.PasteAsync("#judgment-text", Judgments.Text(Judgments.Number(), Agency));
        await hand.ClickAsync(".paste button");
        await Assertions.Expect(page.Locator("#paste-told")).ToContainTextAsync("9");
        await hand.ClickAsync(".suggested-all button");
        await hand.FillAsync("#f-servedOnAgency", "2026-05-11");
        await page.SetInputFilesAsync("#judgment-file", new FilePayload { Name = "判决书.pdf", MimeType = "application/pdf", Buffer = "没有内容的文件"u8.ToArray() });
        await hand.ClickAsync(".act-end button[type=submit]");
        await Assertions.Expect(page.Locator("#judgment-file-error")).ToContainTextAsync("BS-"); // the case is there, the file is not

        await page.SetInputFilesAsync("#judgment-file", new FilePayload { Name = "判决书.pdf", MimeType = "application/pdf", Buffer = Paper.Judgment });
        await RegisterAsync(officer, hand);
        await Assertions.Expect(page.Locator("#case-files ~ table")).ToContainTextAsync("判决书.pdf");
        await Assertions.Expect(page.Locator("#case-waits ~ p")).ToContainTextAsync("云江县司法局 甄别是否列入");
        Assert.Empty(officer.Faults);
    }

    [Fact]
    public async Task One_suggestion_is_taken_by_one_key_and_nothing_else_changes()
    {
        await using var officer = await OfficerAsync();
        var page = officer.Page;
        await new Hand(page).PasteAsync("#judgment-text", Judgments.Text(Judgments.Number(), Agency));
        await page.ClickAsync(".paste button");
        await page.FocusAsync("[data-suggested=madeOn] button");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#f-madeOn")).ToHaveValueAsync("2026-04-28");
        await Assertions.Expect(page.Locator("[data-suggested=madeOn] button")).ToHaveTextAsync("已采用");
        await Assertions.Expect(page.Locator("[data-suggested=madeOn] button")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#f-actDate")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_was_confirmed_survives_a_reload_with_the_names_of_the_organisations()
    {
        await using var officer = await OfficerAsync();
        var (page, number) = (officer.Page, Judgments.Number());
        await new Hand(page).PasteAsync("#f-caseNo", number);
        await Assertions.Expect(page.Locator("#register-told")).ToContainTextAsync("云江县人民法院");
        await page.ClickAsync(".suggested-all button");
        await Assertions.Expect(page.Locator(".act-end [role=status]")).ToHaveTextAsync("已存草稿");
        await Assertions.Expect(page.Locator("#outlook-route")).ToContainTextAsync("云江县司法局");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#f-caseNo")).ToHaveValueAsync(number);
        await Assertions.Expect(page.Locator(".chosen")).ToContainTextAsync(["云江县人民法院", Agency]);
        await Assertions.Expect(page.Locator("#outlook-route")).ToContainTextAsync("云江县司法局");
    }

    [Fact]
    public async Task The_keyboard_alone_registers()
    {
        await using var officer = await OfficerAsync();
        var page = officer.Page;
        var keys = 0;
        await TabToAsync("#judgment-text");
        await page.Keyboard.InsertTextAsync(Judgments.Text(Judgments.Number(), Agency));
        await TabToAsync(".paste button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#paste-told")).ToContainTextAsync("9");
        await TabToAsync(".suggested-all button");
        await page.Keyboard.PressAsync("Enter");
        await officer.UntilAsync("document.activeElement.id === 'f-servedOnAgency'");
        await page.Keyboard.TypeAsync("05112026"); // month, day, year in the browser's own order
        Assert.Equal("2026-05-11", await page.InputValueAsync("#f-servedOnAgency"));
        await TabToAsync(".act-end button[type=submit]");
        await page.WaitForSelectorAsync(".outlook .sheet");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(Case());
        await page.WaitForSelectorAsync(".timeline li");
        output.WriteLine($"键盘登记：Tab {keys} 次。By keyboard: {keys} tabs.");
        Assert.Empty(officer.Faults);

        async Task TabToAsync(string what)
        {
            for (var tries = 0; !await page.EvaluateAsync<bool>("w => document.activeElement.matches(w)", what); tries++, keys++)
            {
                Assert.InRange(tries, 0, 80);
                await page.Keyboard.PressAsync("Tab");
            }
        }
    }

    [Fact]
    public async Task What_is_typed_fast_stays_as_it_is_typed()
    {
        await using var officer = await OfficerAsync();
        var number = Judgments.Number();
        await officer.Page.FocusAsync("#f-caseNo");
        await officer.Page.Keyboard.TypeAsync(number);
        Assert.Equal(number, await officer.Page.InputValueAsync("#f-caseNo"));
        await Assertions.Expect(officer.Page.Locator("#outlook-number")).ToHaveTextAsync(number);
        Assert.Equal(number, await officer.Page.InputValueAsync("#f-caseNo"));
    }

    [Fact]
    public async Task What_cannot_be_registered_is_said_before_it_is_sent()
    {
        var known = await browser.Town.CaseAsync(Agency, Stage.Registered);
        await using var officer = await OfficerAsync();
        var (page, hand) = (officer.Page, new Hand(officer.Page));
        await hand.PasteAsync("#f-caseNo", known);
        await Assertions.Expect(page.Locator("#outlook-number")).ToHaveTextAsync(known);
        await hand.ClickAsync(".suggested-all button");
        await Assertions.Expect(page.Locator("[data-refused=DUPLICATE_JUDGMENT] a")).ToContainTextAsync("BS-");

        await page.FillAsync("#f-caseNo", "（2026）浙99民终1号");
        await Assertions.Expect(page.Locator("[data-refused=CASE_NUMBER_INVALID]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#outlook-told")).ToContainTextAsync("案号");
    }

    [Fact]
    public async Task Hostile_and_endless_texts_do_nothing()
    {
        await using var officer = await OfficerAsync();
        var page = officer.Page;
        await new Hand(page).PasteAsync("#judgment-text", Judgments.Text(Judgments.Number(), $"{Agency}<img src=x onerror=alert(1)>\u202E"));
        await page.ClickAsync(".paste button");
        await page.WaitForSelectorAsync("[data-suggested=agencyId] mark");
        await page.WaitForSelectorAsync("[data-suggested=result] blockquote");
        Assert.Equal(0, await page.Locator(".suggested img").CountAsync());

        await page.EvaluateAsync("() => document.getElementById('judgment-text').value = '判'.repeat(2000000)");
        await page.ClickAsync(".paste button");
        await Assertions.Expect(page.Locator("#paste-told")).ToContainTextAsync("20万字");
        Assert.Empty(officer.Faults);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_explained_form_has_no_serious_findings(ColorScheme scheme)
    {
        await using var officer = await OfficerAsync(scheme);
        var page = officer.Page;
        await new Hand(page).PasteAsync("#judgment-text", Judgments.Text(Judgments.Number(), Agency));
        await page.ClickAsync(".paste button");
        await page.WaitForSelectorAsync("[data-suggested=result] mark");
        await page.ClickAsync(".suggested-all button");
        await page.FillAsync("#f-servedOnAgency", "2026-05-11");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForSelectorAsync(".outlook .sheet");
        var findings = await page.RunAxe();
        Assert.Empty(findings.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id} {n.Html}")));
    }

    /// <summary>An officer on an empty form: what an earlier test left there as a draft is taken away.</summary>
    private async Task<Visitor> OfficerAsync(ColorScheme scheme = ColorScheme.Light)
    {
        var officer = await browser.VisitAsync(scheme: scheme);
        await officer.SignInAsync(await browser.Town.PersonAsync(Agency, $"登记人{Guid.NewGuid():N}", "AGENCY_OFFICER"), "/register");
        return officer;
    }

    private static async Task ExplainedAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#outlook-route")).ToContainTextAsync("瓯越市司法局备案");
        await Assertions.Expect(page.Locator("#outlook-effective")).ToContainTextAsync("2026年5月27日");
        await Assertions.Expect(page.Locator("#outlook-scope")).ToContainTextAsync("属于追责范围");
        await Assertions.Expect(page.Locator("#outlook-scope .clause")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".outlook .sheet h2")).ToContainTextAsync("2026年7月9日");
        await Assertions.Expect(page.Locator(".outlook .sheet td.due")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#outlook-told")).ToContainTextAsync("云江县司法局");
    }

    private static async Task RegisterAsync(Visitor officer, Hand hand)
    {
        await hand.ClickAsync(".act-end button[type=submit]");
        await officer.Page.WaitForURLAsync(Case());
        await officer.Page.WaitForSelectorAsync(".timeline li");
        await Assertions.Expect(officer.Page.Locator(".page-head")).ToContainTextAsync(Agency);
    }

    [GeneratedRegex(@"/cases/[0-9a-f-]{36}\?atLeast=intake\.")]
    private static partial Regex Case();
}
