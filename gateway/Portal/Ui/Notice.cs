using System.Text.Json;
using LostCases.Platform;

namespace LostCases.Portal.Ui;

/// <summary>The text of 温政发〔2018〕28号 by clause.</summary>
internal static class Notice
{
    private static readonly Dictionary<string, NoticeClause> Clauses = Read();

    /// <summary>The clause, or null for what is none of the notice's.</summary>
    internal static NoticeClause? Find(string id) => Clauses.GetValueOrDefault(id);

    private static Dictionary<string, NoticeClause> Read()
    {
        using var file = typeof(Notice).Assembly.GetManifestResourceStream("notice.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, NoticeClause>>(file, Json.Options)!;
    }
}

/// <summary>A clause of the notice.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="AtEn">The same in English.</param>
/// <param name="Text">Its text.</param>
internal sealed record NoticeClause(string At, string AtEn, string Text);
