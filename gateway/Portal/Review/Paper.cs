using LostCases.Portal.Api;

namespace LostCases.Portal.Review;

/// <summary>A document and the service that keeps it.</summary>
public sealed record Paper(string Owner, CaseFile File);
