namespace LostCases.Rules;

/// <summary>What a setting's value is.</summary>
public enum SettingKind
{
    /// <summary>整数.</summary>
    Number,

    /// <summary>日期.</summary>
    Date,

    /// <summary>是否.</summary>
    YesNo,

    /// <summary>单选.</summary>
    Choice,

    /// <summary>多选.</summary>
    Choices,

    /// <summary>文字列表.</summary>
    Texts,
}

/// <summary>
/// A setting of the rules (规则设置): what it is called, the clause or open question it belongs to, and how its value is written. Values
/// are texts: a number, a day as 2018-12-14, TRUE or FALSE, a code, codes joined by a comma, texts joined by <c>；</c>.
/// </summary>
public sealed record Setting
{
    /// <summary>Name that never changes, e.g. <c>clock.REVIEW.length</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Clause, or the open question it answers.</summary>
    public required string Clause { get; init; }

    /// <summary>What its value is.</summary>
    public required SettingKind Kind { get; init; }

    /// <summary>In Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>In English.</summary>
    public required string En { get; init; }

    /// <summary>Codes to choose from.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Smallest number.</summary>
    public int Least { get; init; }

    /// <summary>Largest number.</summary>
    public int Most { get; init; }

    /// <summary>The value in a policy.</summary>
    public required Func<Policy, string> Read { get; init; }

    /// <summary>The policy with another value; null where the text is none.</summary>
    public required Func<Policy, string, Policy?> Write { get; init; }

    /// <summary>The value by default.</summary>
    public string Default => Read(Policy.Default);
}
