namespace LostCases.Portal.Ui;

/// <summary>The few drawn signs; words come first.</summary>
public enum IconName
{
    /// <summary>Opens something below.</summary>
    Down,

    /// <summary>Something new.</summary>
    Add,

    /// <summary>A desk with its papers.</summary>
    Desk,

    /// <summary>Lines of a list.</summary>
    List,

    /// <summary>A bell: what one is told of.</summary>
    Bell,

    /// <summary>Boxes joined by arrows.</summary>
    Chain,

    /// <summary>Folds the navigation.</summary>
    Fold,

    /// <summary>Closes a panel.</summary>
    Close,
}
