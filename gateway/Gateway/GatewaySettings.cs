namespace LostCases.Gateway;

/// <summary>Configuration of this process, section <c>LostCases</c>.</summary>
internal sealed class GatewaySettings
{
    /// <summary>Public address of the product.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";

    /// <summary>Inner addresses by process name; several of one process are separated by commas.</summary>
    public Dictionary<string, string> Services { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Networks (CIDR, comma separated) of proxies in front, whose forwarded headers are believed besides loopback's.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>Largest upload in bytes: a document of 50 MB and the rest of its form.</summary>
    public long UploadLimitBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Largest other request in bytes.</summary>
    public long RequestLimitBytes { get; set; } = 4L * 1024 * 1024;
}
