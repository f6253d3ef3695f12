using System.Text.Json.Nodes;

namespace LostCases.Portal.Acts;

/// <summary>Where a form shows a field.</summary>
internal enum Place
{
    /// <summary>In sight.</summary>
    Open,

    /// <summary>Folded away: usually told by something else, to be looked over.</summary>
    Told,

    /// <summary>Folded away: seldom needed.</summary>
    Seldom,
}

/// <summary>Something a form asks for. Its name is the property that is sent; its words are <c>form.{Label}</c>.</summary>
internal abstract record Field(string Name)
{
    /// <summary>Name of its words where they are not its own name's.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Whether it may be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Clause of the notice it answers to.</summary>
    public string? Clause { get; init; }

    /// <summary>Where the form shows it.</summary>
    public Place Place { get; init; }

    /// <summary>Whether it is asked at all, given what stands beside it and what is known of the case.</summary>
    public Func<JsonObject, ActForm, bool> When { get; init; } = (_, _) => true;
}

/// <summary>Words.</summary>
internal sealed record Text(string Name, int Max = 200, int Lines = 1) : Field(Name)
{
    /// <summary>Whether it is looked at while it is typed, not only when it is left.</summary>
    public bool AtOnce { get; init; }
}

/// <summary>A date, no later than today unless <paramref name="Ahead"/>.</summary>
internal sealed record Day(string Name, bool Ahead = false) : Field(Name);

/// <summary>A whole number.</summary>
internal sealed record Number(string Name, int Min, int Max) : Field(Name);

/// <summary>Yes or no; neither is answered beforehand.</summary>
internal sealed record YesNo(string Name) : Field(Name);

/// <summary>One code of a kind (<c>{Kind}.{CODE}</c> in the texts).</summary>
internal sealed record OneOf(string Name, string Kind, params string[] Except) : Field(Name);

/// <summary>Any number of codes of a kind.</summary>
internal sealed record ManyOf(string Name, string Kind, params string[] Except) : Field(Name);

/// <summary>A weight from 1 to 5.</summary>
internal sealed record Scale(string Name) : Field(Name);

/// <summary>An organisation, found by part of its name; any number where <paramref name="Many"/>.</summary>
internal sealed record Unit(string Name, bool Many = false) : Field(Name);

/// <summary>Organisations of the case with one of the relations, to be ticked, or one of them.</summary>
internal sealed record Party(string Name, bool Many, params string[] Relations) : Field(Name);

/// <summary>Documents of the kinds, uploaded to the act's service; one where not <paramref name="Many"/>.</summary>
internal sealed record Files(string Name, bool Many, params string[] Kinds) : Field(Name);

/// <summary>Texts one by one, as many as needed.</summary>
internal sealed record Items(string Name, int Max) : Field(Name);

/// <summary>Dates one by one, none later than today, as many as needed.</summary>
internal sealed record Days(string Name) : Field(Name);

/// <summary>An answer to each defect of the newest return.</summary>
internal sealed record Answers(string Name) : Field(Name);

/// <summary>One finding of the case.</summary>
internal sealed record Finding(string Name) : Field(Name)
{
    /// <summary>Which of them can be chosen.</summary>
    public FindingsOf Of { get; init; }
}

/// <summary>Findings that can be chosen from.</summary>
internal enum FindingsOf
{
    /// <summary>All.</summary>
    Case,

    /// <summary>Those another organ must decide.</summary>
    Outside,

    /// <summary>Those transferred, without a result.</summary>
    Transferred,

    /// <summary>Those an organ has sent back and nobody has sent on.</summary>
    Returned,

    /// <summary>Those of people exempted whom nobody has recognised or refused yet.</summary>
    ToRecognise,

    /// <summary>Those of people whose exemption is recognised.</summary>
    Recognised,
}

/// <summary>The fields once for each finding; <paramref name="Own"/> for those within the agency's authority only.</summary>
internal sealed record PerFinding(string Name, bool Own, params Field[] Fields) : Field(Name);

/// <summary>The fields once for each sanction that was ordered.</summary>
internal sealed record PerSanction(string Name, params Field[] Fields) : Field(Name);

/// <summary>The fields as many times as needed.</summary>
internal sealed record Rows(string Name, int Least, params Field[] Fields) : Field(Name);

/// <summary>Fields that belong together and are sent as one object.</summary>
internal sealed record Group(string Name, params Field[] Fields) : Field(Name);

/// <summary>An act and what its form asks for.</summary>
/// <param name="Service">Service that takes it.</param>
/// <param name="Name">Its name in the service's address.</param>
/// <param name="Fields">What is asked.</param>
internal sealed record ActDefinition(string Service, string Name, params Field[] Fields)
{
    /// <summary>Whether the form has such a field, at whatever depth.</summary>
    internal bool Asks(Func<Field, bool> such) => Any(Fields, such);

    private static bool Any(Field[] fields, Func<Field, bool> such) => fields.Any(f => such(f) || Any(Inner(f), such));

    private static Field[] Inner(Field field) => field switch
    {
        Group group => group.Fields,
        Rows rows => rows.Fields,
        PerFinding rows => rows.Fields,
        PerSanction rows => rows.Fields,
        _ => [],
    };
}
