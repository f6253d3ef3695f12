using Microsoft.AspNetCore.Components;

namespace LostCases.Portal.Ui;

/// <summary>A column of a <see cref="DataTable{TItem}"/>: title, width class and what a cell shows.</summary>
public sealed class Column<TItem> : ComponentBase
{
    /// <summary>Words in the head.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Class of the column, for its width.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Whether the cell names the row; it carries the row's button.</summary>
    [Parameter]
    public bool NamesRow { get; set; }

    /// <summary>What a cell shows.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment<TItem> ChildContent { get; set; }

    [CascadingParameter]
    private DataTable<TItem> Table { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);
}
