using Microsoft.Playwright;

namespace LostCases.BrowserTests;

/// <summary>Studio's canvas as a hand with a mouse meets it: boxes dragged in, ports joined, arrows taken away, settings chosen in the panel.</summary>
internal sealed class Canvas(IPage page)
{
    private const int Started = 60_000;

    /// <summary>Where an arrow that leaves a port can be hovered over: a point of its path that nothing else covers.</summary>
    private const string OnArrow = """
        ([box, port]) => {
            const circle = document.querySelector(`.x6-node[data-cell-id="${box}"] .x6-port-body[port="${port}"]`)?.getBoundingClientRect();
            if (!circle) { return null; }
            const [x, y] = [circle.x + circle.width / 2, circle.y + circle.height / 2];
            const at = (edge, part) => {
                const path = edge.querySelector('path');
                return path.getPointAtLength(path.getTotalLength() * part).matrixTransform(path.getScreenCTM());
            };
            const far = edge => Math.hypot(at(edge, 0).x - x, at(edge, 0).y - y);
            const edge = [...document.querySelectorAll('.x6-edge')].sort((one, other) => far(one) - far(other))[0];
            for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) {
                const point = at(edge, part);
                if (document.elementFromPoint(point.x, point.y)?.closest('.x6-edge') === edge) { return [point.x, point.y]; }
            }
            return null;
        }
        """;

    private const string Ports = "(box) => [...document.querySelectorAll(`.x6-node[data-cell-id=\"${box}\"] .x6-port-body`)].map(p => p.getAttribute('port'))";

    /// <summary>Answers when nothing has changed on the canvas for a moment: after each save Studio draws it anew.</summary>
    private const string Quiet = """
        () => new Promise(done => {
            const quiet = () => { watch.disconnect(); done(); };
            let timer = setTimeout(quiet, 700);
            const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(quiet, 700); });
            watch.observe(document.querySelector('.x6-graph'), { subtree: true, childList: true, attributes: true });
        })
        """;

    /// <summary>A place of the canvas where nothing lies.</summary>
    private const string Blank = """
        () => {
            const canvas = document.querySelector('.x6-graph').getBoundingClientRect();
            for (let y = canvas.top + 30; y < canvas.bottom - 20; y += 25) {
                for (let x = canvas.left + 60; x < canvas.right - 60; x += 60) {
                    if (document.elementFromPoint(x, y)?.matches('.x6-graph-svg')) { return [x, y]; }
                }
            }
            return null;
        }
        """;

    private const string Arrows = "() => document.querySelectorAll('.x6-edge').length";

    /// <summary>Waits until the chain is drawn and fitted into the canvas.</summary>
    internal async Task<Canvas> DrawnAsync()
    {
        await page.WaitForSelectorAsync(".x6-node", new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await page.WaitForSelectorAsync("#own-stage[data-fitted]", new() { Timeout = Started, State = WaitForSelectorState.Attached });
        await page.EvaluateAsync(Quiet);
        return this;
    }

    /// <summary>Number of arrows drawn.</summary>
    internal Task<int> ArrowsAsync() => page.EvaluateAsync<int>(Arrows);

    /// <summary>Drags a kind of step from the palette to a place on the canvas; the new box's id.</summary>
    internal async Task<string> DragInAsync(string group, string step, int x, int y)
    {
        var before = await BoxesAsync();
        var kind = page.Locator("#own-stage [draggable=true]", new() { HasText = step }).First;
        if (!await kind.IsVisibleAsync())
        {
            await page.Locator("#own-stage .mud-expand-panel-header", new() { HasText = group }).First.ClickAsync();
            await kind.WaitForAsync();
        }

        await SavedAsync(() => kind.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } }));
        await page.WaitForSelectorAsync($".x6-node:has-text('{step}')", new() { State = WaitForSelectorState.Attached });
        return (await BoxesAsync()).Except(before).Single();
    }

    /// <summary>Joins a port with a box's entry by the mouse.</summary>
    internal async Task ConnectAsync(string box, string port, string target)
    {
        await LetGoAsync();
        var arrows = await ArrowsAsync();
        var (from, to) = (await PlaceAsync(box, port), await PlaceAsync(target, "In"));
        await SavedAsync(async () =>
        {
            await page.Mouse.MoveAsync(from.X, from.Y);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync((from.X + to.X) / 2, ((from.Y + to.Y) / 2) + 20, new() { Steps = 6 });
            await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 6 });
            await page.Mouse.UpAsync();
        });
        Assert.Equal(arrows + 1, await ArrowsAsync());
    }

    /// <summary>Takes the arrow of a port away by the button that shows when the mouse is over it.</summary>
    internal async Task DisconnectAsync(string box, string port)
    {
        var arrows = await ArrowsAsync();
        var point = await page.EvaluateAsync<float[]?>(OnArrow, new[] { box, port });
        Assert.True(point is not null, $"no arrow of {box} by {port} can be pointed at");
        await page.Mouse.MoveAsync(point[0] - 40, point[1] - 40);
        await page.Mouse.MoveAsync(point[0], point[1], new() { Steps = 4 });
        var button = page.Locator(".x6-edge-tool.x6-cell-tool-button").First;
        await button.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await SavedAsync(() => button.ClickAsync(new() { Force = true }));
        Assert.Equal(arrows - 1, await ArrowsAsync());
    }

    /// <summary>Chooses a box, and a value of a drop-down in its panel.</summary>
    internal async Task ChooseAsync(string box, string setting, string value)
    {
        await (await ControlAsync(box, setting)).ClickAsync();
        var item = page.Locator(".mud-popover-open [role=option]", new() { HasText = value }).First;
        await item.WaitForAsync();
        await SavedAsync(() => item.ClickAsync());
    }

    /// <summary>Chooses a box; the field of a setting in its panel.</summary>
    internal async Task<ILocator> FieldAsync(string box, string setting) => (await ControlAsync(box, setting)).Locator("input").First;

    /// <summary>Does what Studio saves by itself, and waits until it is saved.</summary>
    internal async Task SavedAsync(Func<Task> act)
    {
        var saved = page.WaitForResponseAsync(r => r.Request.Method == "POST" && r.Url.EndsWith("/workflow-definitions", StringComparison.Ordinal), new() { Timeout = Started });
        var drawn = page.WaitForResponseAsync(r => r.Url.Contains("/descriptors/activities", StringComparison.Ordinal), new() { Timeout = Started });
        await act();
        Assert.Equal(200, (await saved).Status);
        await drawn;
        await page.EvaluateAsync(Quiet);
    }

    /// <summary>Presses Studio's button to publish.</summary>
    internal Task PublishAsync() => page.Locator("button:visible:has(path[d^='M19.35'])").First.ClickAsync();

    private async Task<ILocator> ControlAsync(string box, string setting)
    {
        var control = page.Locator("#own-stage .mud-input-control", new() { HasText = setting }).First;
        for (var tries = 0; await control.CountAsync() == 0; tries++)
        {
            Assert.True(tries < 20, $"{setting} never came");
            await page.Locator($".x6-node[data-cell-id='{box}']").ClickAsync(new() { Force = true });
            await page.WaitForTimeoutAsync(250);
        }

        return control;
    }

    /// <summary>Clicks where nothing lies: a box that is chosen has handles over its ports.</summary>
    private async Task LetGoAsync()
    {
        var blank = await page.EvaluateAsync<float[]?>(Blank);
        Assert.True(blank is not null, "the canvas is full");
        await page.Mouse.ClickAsync(blank[0], blank[1]);
        await page.WaitForSelectorAsync(".x6-widget-selection-box, .x6-widget-transform", new() { State = WaitForSelectorState.Detached });
        await page.EvaluateAsync(Quiet);
    }

    private async Task<HashSet<string>> BoxesAsync() => [.. await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.x6-node')].map(n => n.dataset.cellId)")];

    private async Task<(float X, float Y)> PlaceAsync(string box, string port)
    {
        var circle = page.Locator($".x6-node[data-cell-id='{box}'] .x6-port-body[port='{port}']").First;
        Assert.True(await circle.CountAsync() > 0, $"{box} has no port {port}, but {string.Join(", ", await page.EvaluateAsync<string[]>(Ports, box))}");
        var at = (await circle.BoundingBoxAsync())!;
        return (at.X + (at.Width / 2), at.Y + (at.Height / 2));
    }
}
