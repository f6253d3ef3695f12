namespace LostCases.Portal.Ui;

/// <summary>What a tag's colour says.</summary>
public enum Tone
{
    /// <summary>Nothing to look at.</summary>
    Plain,

    /// <summary>Finished (竹青).</summary>
    Done,

    /// <summary>A 应当 limit is over or ends today (红).</summary>
    Late,

    /// <summary>A 一般 or configured limit is over or ends today (赭).</summary>
    Exceeded,
}
