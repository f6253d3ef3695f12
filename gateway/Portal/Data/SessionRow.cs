namespace LostCases.Portal.Data;

/// <summary>A person's session in the portal (会话): claims and tokens, readable only with the Data Protection keys.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the key in the cookie: who reads this table cannot become anybody.</summary>
    public required string Id { get; init; }

    /// <summary>The protected ticket.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>End of the session.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
