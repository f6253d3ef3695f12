using System.Text.RegularExpressions;
using LostCases.Harness;
using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>The machine's Chromium and one county full of cases, shared by all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    internal static readonly (int Width, int Height) Small = (1366, 768);
    internal static readonly (int Width, int Height) Large = (1920, 1080);

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    internal Town Town { get; private set; } = null!;

    internal Person Reviewer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Servers.Chromium, Args = Arguments });
        Town = await Town.OpenAsync();
        await Town.FillAsync();
        Reviewer = await Town.ReviewerAsync();
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A browser of its own for one visitor, who has never been here.</summary>
    internal async Task<Visitor> VisitAsync((int Width, int Height)? size = null, ColorScheme scheme = ColorScheme.Light, string language = "zh-CN")
    {
        var (width, height) = size ?? Small;
        var context = await _chromium.NewContextAsync(new()
        {
            BaseURL = Office.Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visitor(context, await context.NewPageAsync());
    }
}

/// <summary>Somebody at the browser, and what went wrong on their pages.</summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Note(message.Type is "error", message.Text);
        page.PageError += (_, failure) => Note(true, failure);
        page.Dialog += async (_, dialog) =>
        {
            Faults.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    internal IPage Page { get; }

    /// <summary>Errors of scripts, breaches of the content policy, dialogs.</summary>
    internal List<string> Faults { get; } = [];

    internal ILocator Rows => Page.Locator("[data-rows] tbody tr");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>Opens the portal and signs in with the real form.</summary>
    internal async Task<Visitor> SignInAsync(Person person, string path = "/cases")
    {
        await Page.GotoAsync(path);
        await Page.FillAsync("#account", person.Account);
        await Page.FillAsync("#password", person.Password);
        await Page.ClickAsync(".card button[type=submit]");
        await Page.WaitForURLAsync(OnPortal());
        await ReadyAsync();
        return this;
    }

    /// <summary>Types into the search box and waits for the answer.</summary>
    internal async Task SearchAsync(string text)
    {
        await Page.FillAsync("#search", text);
        await Page.PressAsync("#search", "Enter");
        await FoundAsync();
    }

    /// <summary>Waits until the list is the answer to what was searched for.</summary>
    internal async Task FoundAsync()
    {
        await Page.WaitForURLAsync("**/cases?q=*");
        await UntilAsync("!!document.querySelector('.page-head a') && document.querySelector('.table-frame').ariaBusy === 'false'");
    }

    /// <summary>Waits until the page's content, or what stands for it, is there.</summary>
    internal Task ReadyAsync() => Page.WaitForSelectorAsync(".table-frame:not(:has(.skeleton)) :is(table, .state), .phases, #desk-todo, .act-form, .annex, .views, .rule-change");

    /// <summary>Waits until the expression holds; asked from outside, because the page's policy lets nobody evaluate text.</summary>
    internal async Task UntilAsync(string expression)
    {
        for (var until = DateTime.UtcNow.AddSeconds(15); !await Page.EvaluateAsync<bool>(expression); await Task.Delay(50))
        {
            Assert.True(DateTime.UtcNow < until, $"Never held: {expression}; the focus is on {await Page.EvaluateAsync<string>("document.activeElement.outerHTML")}");
        }
    }

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            Faults.Add(text);
        }
    }

    [GeneratedRegex("^(?!.*/(account|connect|sign-in|signin-oidc)).*$")]
    private static partial Regex OnPortal();
}

[CollectionDefinition(Name)]
public sealed class AtTheBrowser : ICollectionFixture<Browser>
{
    internal const string Name = "at the browser";
}
