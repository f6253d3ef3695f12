namespace LostCases.Portal.Api;

/// <summary>Imports of past cases (历史案件导入), as Intake keeps them.</summary>
internal sealed class PastCasesApi(GatewayClient gateway)
{
    private const string Path = "api/intake/past-cases";

    internal Task<Read<List<PastImport>>> AllAsync(CancellationToken ct) => gateway.GetAsync<List<PastImport>>(Path, ct);

    internal Task<Read<List<PastFault>>> FaultsAsync(Guid id, CancellationToken ct) => gateway.GetAsync<List<PastFault>>($"{Path}/{id}/faults", ct);

    /// <summary>Hands in a sheet, streamed.</summary>
    internal async Task<Read<PastImport>> SendAsync(string name, Stream content, CancellationToken ct)
    {
        using var form = new MultipartFormDataContent { { new StreamContent(content), "file", name } };
        return await gateway.PostAsync<PastImport>(Path, form, key: null, version: null, ct);
    }
}

/// <summary>An import: its file, and what has become of its rows so far.</summary>
public sealed record PastImport(
    Guid Id, string FileName, int Rows, int Taken, int Known, int Refused, string StarterName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>Rows that are through.</summary>
    public int Through => Taken + Known + Refused;
}

/// <summary>Why a row was refused.</summary>
public sealed record PastFault(int Row, string Column, string Code, string Clause, string Sentence);
