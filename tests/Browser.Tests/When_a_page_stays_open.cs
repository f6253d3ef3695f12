namespace LostCases.BrowserTests;

[Collection(AtTheBrowser.Name)]
[Trait("Category", "slow")]
public sealed class When_a_page_stays_open(Browser browser)
{
    private static readonly TimeSpan TokenAndABit = TimeSpan.FromMinutes(10.5);

    [Fact]
    public async Task Two_tabs_outlive_their_tokens_without_signing_in_again()
    {
        await using var visitor = await browser.VisitAsync();
        await visitor.SignInAsync(browser.Reviewer);
        var other = await visitor.Page.Context.NewPageAsync();
        await other.GotoAsync("/cases");
        await visitor.Page.EvaluateAsync("window.sameDocument = true");
        await Task.Delay(TokenAndABit);

        await visitor.SearchAsync("云江县");
        Assert.True(await visitor.Rows.CountAsync() > 0);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.True(await other.Locator("[data-rows] tbody tr").CountAsync() > 0);
        Assert.Empty(visitor.Faults);
    }
}
