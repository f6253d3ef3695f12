using LostCases.Platform;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Changes;

/// <summary>How a page shows its right to edit: header <c>X-Edit-Lease</c>.</summary>
public static class LeaseProblem
{
    /// <summary>Header.</summary>
    public const string Header = "X-Edit-Lease";

    extension(HttpContext http)
    {
        /// <summary>The right the page shows; null where it shows none.</summary>
        public Guid? Lease => Guid.TryParse(http.Request.Headers[Header], out var id) ? id : null;
    }

    /// <summary>The page has no right to edit any more.</summary>
    public static IResult Lost(HttpContext http) => Problems.Bad(
        http, StatusCodes.Status409Conflict, "LEASE_LOST", "本页没有此流程的编辑权（可能已在别处打开），修改没有保存。请刷新本页后再编辑。",
        "This page has no right to edit this chain any more (it may be open elsewhere); nothing was saved. Reload the page and edit again.");
}
