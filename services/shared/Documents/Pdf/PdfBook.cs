using System.Globalization;

namespace LostCases.Documents;

/// <summary>Binds drawn pages into a file.</summary>
internal static class PdfBook
{
    /// <summary>The file: A4, in Chinese, with the title and one date.</summary>
    internal static byte[] Of(PdfFonts fonts, List<PdfPage> pages, string title, DateOnly asOf)
    {
        var file = new PdfFile();
        var tree = file.Reserve();
        var contents = pages.ConvertAll(p => file.AddStream("", p.Content));
        var resources = file.Add(fonts.Write(file));
        var size = string.Create(CultureInfo.InvariantCulture, $"[0 0 {AnnexLayout.PageWidth:0.##} {AnnexLayout.PageHeight:0.##}]");
        var kids = contents.ConvertAll(c => file.Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox {size} /Resources {resources} 0 R /Contents {c} 0 R >>"));
        file.Put(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(p => $"{p} 0 R"))}] >>");
        var information = file.Add($"<< /Title {PdfFile.Text(title)} /CreationDate {PdfFile.Date(asOf)} /ModDate {PdfFile.Date(asOf)} >>");
        return file.Finish(file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>"), information);
    }
}
