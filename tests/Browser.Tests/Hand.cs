using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>Somebody's hand on a page: what is clicked and filled in is counted.</summary>
internal sealed class Hand(IPage page)
{
    internal int Clicks { get; private set; }

    internal int Fields { get; private set; }

    internal Task ClickAsync(string what)
    {
        Clicks++;
        return page.ClickAsync(what);
    }

    internal Task FillAsync(string field, string value)
    {
        Fields++;
        return page.FillAsync(field, value);
    }

    internal Task ChooseAsync(string field, string value)
    {
        Fields++;
        return page.SelectOptionAsync(field, value);
    }

    /// <summary>Puts a text where the cursor is, all at once, as pasting does.</summary>
    internal async Task PasteAsync(string field, string text)
    {
        Fields++;
        await page.FocusAsync(field);
        await page.Keyboard.InsertTextAsync(text);
    }
}
