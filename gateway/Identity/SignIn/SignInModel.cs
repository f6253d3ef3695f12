namespace LostCases.Identity;

/// <summary>What the sign-in page shows.</summary>
public sealed record SignInModel
{
    /// <summary>Language of the page: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the form field against forgery.</summary>
    public required string TokenField { get; init; }

    /// <summary>Its value.</summary>
    public required string Token { get; init; }

    /// <summary>Where to go afterwards.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>Account entered before.</summary>
    public required string Account { get; init; }

    /// <summary>Why the last try did not work.</summary>
    public required SignInFault? Fault { get; init; }

    /// <summary>Whether this is the demo (演示).</summary>
    public required bool IsDemo { get; init; }

    /// <summary>Demo identities (演示身份); empty outside the demo.</summary>
    public required IReadOnlyList<DemoCard> Cards { get; init; }

    /// <summary>Workflow engine that runs.</summary>
    public required string Engine { get; init; }

    /// <summary>The Chinese text, or the English one for who asks for it.</summary>
    public string Text(string zh, string en) => Language == "en" ? en : zh;
}

/// <summary>One demo identity.</summary>
/// <param name="Account">Account it signs in to.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Place">Where; empty for administrators.</param>
public sealed record DemoCard(string Account, string Role, string Place);

/// <summary>Why signing in did not work.</summary>
public enum SignInFault
{
    /// <summary>Wrong password, unknown, locked or disabled account: one answer for all, so that nothing is given away.</summary>
    Refused,

    /// <summary>The page lay open too long.</summary>
    Expired,
}
