using System.Text.Json;

namespace LostCases.Identity;

/// <summary>The file of organisations and accounts an installation starts with.</summary>
internal sealed record OrganisationFile
{
    public required IReadOnlyList<Entry> Organisations { get; init; }

    public required IReadOnlyList<AccountEntry> Accounts { get; init; }

    internal static async Task<OrganisationFile> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<OrganisationFile>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{path} is empty.");
    }

    /// <summary>One organisation; the rest of its fields are Intake's.</summary>
    internal sealed record Entry
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    /// <summary>One account.</summary>
    internal sealed record AccountEntry
    {
        public required string Account { get; init; }

        public required string DisplayName { get; init; }

        public Guid? Organisation { get; init; }

        public required string[] Roles { get; init; }

        /// <summary>Whether the demo offers it as a card.</summary>
        public bool Card { get; init; }
    }
}
