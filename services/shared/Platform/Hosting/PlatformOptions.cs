namespace LostCases.Platform;

/// <summary>What a process tells Platform about itself, and its configuration.</summary>
public sealed class PlatformOptions
{
    /// <summary>Name of the process: schema, queue and path segment.</summary>
    public required string Owner { get; init; }

    /// <summary>Steps this owner answers.</summary>
    public List<StepOwned> Steps { get; } = [];

    /// <summary>Who keeps and reads the documents this owner holds.</summary>
    public DocumentRights Documents { get; init; } = new();

    /// <summary>Npgsql connection string with DML rights.</summary>
    public string Database { get; set; } = "";

    /// <summary>Npgsql connection string with DDL rights; only for <c>--migrate</c>.</summary>
    public string OwnerDatabase { get; set; } = "";

    /// <summary>Address of the broker: amqp://user:password@host:port/vhost.</summary>
    public string RabbitMq { get; set; } = "";

    /// <summary>Public address: issuer of tokens.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";

    /// <summary>Internal address the signing keys are fetched from.</summary>
    public string IdentityUrl { get; set; } = "";

    /// <summary>Only declare queues and bindings, take no messages; set by <c>--migrate</c>.</summary>
    public bool DeployOnly { get; set; }

    /// <summary>Folder for documents.</summary>
    public string Files { get; set; } = "";

    /// <summary>Folder outside the database for signed checkpoints of the audit chains; none are written where it is empty.</summary>
    public string Checkpoints { get; set; } = "";

    /// <summary>Secret that the key is made of by which checkpoints and exports are signed.</summary>
    public string CheckpointKey { get; set; } = "";

    /// <summary>Minutes between two checkpoints.</summary>
    public double CheckpointMinutes { get; set; } = 10;

    /// <summary>Largest document in bytes; 50 MB unless configured.</summary>
    public long DocumentLimitBytes { get; set; } = 50L * 1024 * 1024;
}
