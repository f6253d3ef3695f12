using Npgsql;

namespace LostCases.Check.Tests;

/// <summary>Something spoiled in a transaction that is rolled back.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Invariant">The invariant that must be named.</param>
/// <param name="Spoil">Spoils it.</param>
public sealed record Corruption(string Name, string Invariant, Func<NpgsqlConnection, Town, Task> Spoil)
{
    public Corruption(string name, string invariant, params string[] statements)
        : this(name, invariant, (connection, town) => RunAsync(connection, town, statements))
    {
    }

    public override string ToString() => $"{Name} ({Invariant})";

    /// <summary>Runs the statements; one that changes nothing spoils nothing and is a mistake of the test.</summary>
    internal static async Task RunAsync(NpgsqlConnection connection, Town town, params string[] statements)
    {
        foreach (var statement in statements)
        {
#pragma warning disable CA2100 // Constants of the tests and ids.
            await using var command = new NpgsqlCommand(town.Fill(statement), connection);
#pragma warning restore CA2100
            Assert.True(await command.ExecuteNonQueryAsync() > 0, $"nothing was spoiled by {town.Fill(statement)}");
        }
    }
}
