namespace LostCases.Rules;

/// <summary>What a rule says of an act: <see cref="Accepted"/> with its basis, or <see cref="Refused"/> with code and clause.</summary>
public abstract record Decision;

/// <summary>The act is lawful.</summary>
/// <param name="Basis">Clauses it rests on.</param>
public sealed record Accepted(params string[] Basis) : Decision;

/// <summary>The act is refused.</summary>
/// <param name="Code">Refusal code, e.g. <c>FILING_MISSING</c>.</param>
/// <param name="Clause">Clause or open question (GAP) the refusal rests on.</param>
/// <param name="Subject">What it is about, e.g. the organisation whose stamp is missing; null where the code says all.</param>
/// <param name="Bound">Of a date that cannot be, the day it may not pass.</param>
public sealed record Refused(string Code, string Clause, string? Subject = null, DayBound? Bound = null) : Decision
{
    private static readonly string[] Qualified = ["SCOPE", "STAMP_MISSING"];

    /// <summary>The code as callers see it: <c>SCOPE:NOT_A_LOSS</c>, <c>STAMP_MISSING:…</c>, else the plain code.</summary>
    public string FullCode => Subject is not null && Qualified.Contains(Code) ? $"{Code}:{Subject}" : Code;
}

/// <summary>The day a date may not pass, in Asia/Shanghai.</summary>
/// <param name="Day">The day; it is itself allowed.</param>
/// <param name="IsEarliest">Whether earlier days cannot be; else later ones.</param>
public sealed record DayBound(DateOnly Day, bool IsEarliest);
