using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Ui;

/// <summary>
/// A list read page by page by key: loading, error and empty states, one tab stop whose rows are walked by arrow keys,
/// and links to the next and the previous page. Enter or a click opens a row, moving to it selects it.
/// </summary>
public sealed partial class DataTable<TItem>
{
    private readonly List<Column<TItem>> _columns = [];

    /// <summary>Rows; null while the first page is on its way.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TItem>? Items { get; set; }

    /// <summary>The <see cref="Column{TItem}"/>s.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment Columns { get; set; }

    /// <summary>What the table is, for screen readers.</summary>
    [Parameter]
    [EditorRequired]
    public required string Caption { get; set; }

    /// <summary>Identity of a row.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<TItem, object> Key { get; set; }

    /// <summary>What to show where there is no row.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment Empty { get; set; }

    /// <summary>Why there are no rows.</summary>
    [Parameter]
    public Fault? Fault { get; set; }

    /// <summary>Reads again after a fault.</summary>
    [Parameter]
    public EventCallback Retry { get; set; }

    /// <summary>Whether newer rows are on their way (正在更新).</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Identity of the selected row.</summary>
    [Parameter]
    public object? Selected { get; set; }

    /// <summary>Somebody moved to a row.</summary>
    [Parameter]
    public EventCallback<TItem> SelectedChanged { get; set; }

    /// <summary>Somebody opened a row.</summary>
    [Parameter]
    public EventCallback<TItem> Opened { get; set; }

    /// <summary>Id of what a row opens.</summary>
    [Parameter]
    public string? Controls { get; set; }

    /// <summary>Line below the table.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>Address of the previous page; null on the first.</summary>
    [Parameter]
    public string? Previous { get; set; }

    /// <summary>Address of the next page; null on the last.</summary>
    [Parameter]
    public string? Next { get; set; }

    internal void Add(Column<TItem> column)
    {
        _columns.Add(column);
        StateHasChanged();
    }

    /// <summary>Only the selected row, or else the first, is reached by Tab.</summary>
    private bool IsStop(object key) => Items!.Any(i => Equals(Key(i), Selected)) ? Equals(key, Selected) : Equals(key, Key(Items![0]));

    private static RenderFragment PageLink(string? address, string text, string relation) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "button");
        builder.AddAttribute(2, "rel", relation);
        builder.AddAttribute(3, "href", address);
        builder.AddAttribute(4, "aria-disabled", address is null ? "true" : null);
        builder.AddContent(5, text);
        builder.CloseElement();
    };
}
