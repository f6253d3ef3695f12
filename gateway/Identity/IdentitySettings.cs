using System.Net;

namespace LostCases.Identity;

/// <summary>Configuration of this process, section <c>LostCases</c>.</summary>
internal sealed class IdentitySettings
{
    /// <summary>Npgsql connection string with DML rights.</summary>
    public string Database { get; set; } = "";

    /// <summary>Npgsql connection string with DDL rights; only for <c>--migrate</c>.</summary>
    public string OwnerDatabase { get; set; } = "";

    /// <summary>Address of the broker: amqp://user:password@host:port/vhost.</summary>
    public string RabbitMq { get; set; } = "";

    /// <summary>Public address of the product: the issuer of tokens.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";

    /// <summary>File of organisations and accounts to seed from.</summary>
    public string Organisations { get; set; } = "";

    /// <summary>File that generated passwords are written to.</summary>
    public string Credentials { get; set; } = "";

    /// <summary>Whether demo accounts (演示账号) exist and can be chosen by one click.</summary>
    public string Demo { get; set; } = "";

    /// <summary>Allows the demo beside a public address that is not loopback.</summary>
    public string DemoConfirmed { get; set; } = "";

    /// <summary>Workflow engine in use, shown in the footer.</summary>
    public string Engine { get; set; } = "";

    /// <summary>Networks (CIDR, comma separated) whose forwarded headers are believed, besides loopback.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>Seconds that a token for the workflow host alone is good for; the designer's page asks for the next one in time.</summary>
    public int WorkflowTokenSeconds { get; set; } = 600;

    internal bool IsDemo => Demo == "1";

    internal Uri Issuer => new(PublicUrl.TrimEnd('/') + "/");

    /// <summary>One-click identities must never stand on a public address by accident.</summary>
    internal void Check()
    {
        if (IsDemo && DemoConfirmed != "1" && !IsLoopback(Issuer.Host))
        {
            throw new InvalidOperationException(
                "LOSTCASES__DEMO=1 beside a public address that is not loopback: set LOSTCASES__DEMOCONFIRMED=1 if this is meant.");
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
