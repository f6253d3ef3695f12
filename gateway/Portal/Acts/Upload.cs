using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Components.Forms;

namespace LostCases.Portal.Acts;

/// <summary>A file on its way from the browser to a service: streamed, never held here whole, told how far it is.</summary>
/// <param name="api">Where it goes.</param>
/// <param name="words">What is said where it does not arrive.</param>
/// <param name="moved">Told whenever the percentage has changed.</param>
internal sealed class Upload(ActsApi api, Words words, Action moved)
{
    /// <summary>Kinds of file the browser offers; the services look at what is in them.</summary>
    internal const string Accepted = ".pdf,.ofd,.docx,.doc,.wps,.jpg,.jpeg,.png,.tif,.tiff";

    /// <summary>How much of it has been read, in percent; null while none is under way.</summary>
    internal int? Percent { get; private set; }

    /// <summary>Sends it; what was stored, or the sentence that says why not.</summary>
    internal async Task<(CaseFile? File, string? Refused)> SendAsync(string service, Guid caseId, string kind, IBrowserFile file, CancellationToken ct)
    {
        if (file.Size > ActsApi.LargestFile)
        {
            return (null, words["form.tooLarge"]);
        }

        Percent = 0;
        try
        {
            await using var content = new Counted(file.OpenReadStream(ActsApi.LargestFile, ct), read =>
            {
                Percent = (int)(read * 100 / Math.Max(1, file.Size));
                moved();
            });
            var sent = await api.UploadAsync(service, caseId, kind, file.Name, content, ct);
            return sent.Value is { } stored
                ? (new CaseFile(stored.Id, kind, file.Name, stored.Sha256, stored.Length, DateTimeOffset.UtcNow), null)
                : (null, sent.Fault?.Sentence ?? words["form.uploadFailed"]);
        }
        finally
        {
            Percent = null;
        }
    }
}
