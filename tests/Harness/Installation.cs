using System.Data.Common;

namespace LostCases.Harness;

/// <summary>Where the system under test is, as <c>tests/run.sh</c> and <c>tests/bench.sh</c> say.</summary>
public static class Installation
{
    /// <summary>Its folder: process numbers, logs, documents, results.</summary>
    public static string State => Needed("LOSTCASES_STATE");

    /// <summary>Its broker.</summary>
    public static Uri RabbitMq => new(Needed("LOSTCASES_TEST_RABBITMQ"));

    /// <summary>Connection string to all its records, with every right.</summary>
    public static string Database => new DbConnectionStringBuilder { ConnectionString = Needed("LOSTCASES_TEST_POSTGRES"), ["Database"] = "lostcases" }.ConnectionString;

    /// <summary>A setting there must be.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set; tests/run.sh and tests/bench.sh set it.");
}
