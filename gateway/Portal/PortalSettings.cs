namespace LostCases.Portal;

/// <summary>Configuration of this process, section <c>LostCases</c>.</summary>
internal sealed class PortalSettings
{
    /// <summary>Npgsql connection string with DML rights.</summary>
    public string Database { get; set; } = "";

    /// <summary>Npgsql connection string with DDL rights; only for <c>--migrate</c>.</summary>
    public string OwnerDatabase { get; set; } = "";

    /// <summary>Public address of the product: what browsers use, and the issuer of tokens.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8080";

    /// <summary>Inner address of Identity, for keys and tokens.</summary>
    public string IdentityUrl { get; set; } = "";

    /// <summary>Inner address of the gateway, for the services' APIs; the public one where there is none.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>Whether this is the demo (演示).</summary>
    public string Demo { get; set; } = "";

    /// <summary>Folder in which the demo's loader tells how far it is; empty where nobody loads one.</summary>
    public string DemoFolder { get; set; } = "";

    /// <summary>Networks (CIDR, comma separated) whose forwarded headers are believed, besides loopback.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>Folder with the office's own fonts for documents: <c>title</c> and <c>text</c>, .ttf, .otf or .ttc; none where it is empty.</summary>
    public string Fonts { get; set; } = "";

    internal bool IsDemo => Demo == "1";

    internal Uri Public => Folder(PublicUrl);

    internal Uri Identity => Folder(IdentityUrl.Length > 0 ? IdentityUrl : PublicUrl);

    internal Uri Gateway => Folder(GatewayUrl.Length > 0 ? GatewayUrl : PublicUrl);

    private static Uri Folder(string url) => new(url.TrimEnd('/') + "/");
}
