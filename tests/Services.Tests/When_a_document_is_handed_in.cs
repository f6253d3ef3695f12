using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LostCases.Services.Tests;

public sealed class When_a_document_is_handed_in(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(200_000)];

    [Fact]
    public async Task It_comes_back_as_an_attachment_with_its_digest()
    {
        var known = await office.SubmittedAsync();
        var (status, stored) = await UploadAsync(known, Pdf, "审核意见书.pdf");
        Assert.Equal((201, Convert.ToHexStringLower(SHA256.HashData(Pdf)), "application/pdf"), (status, stored.Text("sha256"), stored.Text("mediaType")));

        using var client = office.Service.As(ReviewCase.Officer);
        using var answer = await client.GetAsync(Document(known, stored.Text("id")));

        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("审核意见书.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_stores_nothing()
    {
        var known = await office.SubmittedAsync();
        var (_, stored) = await UploadAsync(known, Pdf, "a.pdf");
        var before = Files();

        using var client = office.Service.As(ReviewCase.Stranger);
        using var answer = await client.GetAsync(Document(known, stored.Text("id")));
        var (status, _) = await UploadAsync(known, Pdf, "a.pdf", ReviewCase.Stranger);

        Assert.Equal((404, 404), ((int)answer.StatusCode, status));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task It_is_found_under_its_own_case_only()
    {
        var (known, other) = (await office.SubmittedAsync(), await office.SubmittedAsync());
        var (_, stored) = await UploadAsync(known, Pdf, "a.pdf");

        using var client = office.Service.As(ReviewCase.Reviewer);
        using var answer = await client.GetAsync(Document(other, stored.Text("id")));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\win.ini", "win.ini")]
    [InlineData("／etc／ｐ.pdf", "ｐ.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("<script>.pdf", "script.pdf")]
    [InlineData("\u0001\u0002", "document")]
    [InlineData("...", "document")]
    public async Task Hostile_names_are_made_harmless(string name, string kept) => Assert.Equal(kept, await NameAsync(name));

    [Fact]
    public async Task A_name_too_long_is_cut_between_characters()
    {
        var name = await NameAsync($"{string.Concat(Enumerable.Repeat("卷😀", 100))}.pdf");

        Assert.True(name.Length <= 120, name);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', name);
    }

    [Theory]
    [InlineData("MZ\u0090\u0000", "a.pdf")]
    [InlineData("<html><script>", "a.pdf")]
    [InlineData("", "a.pdf")]
    [InlineData("PK\u0003\u0004 not a package", "a.docx")]
    public async Task What_it_is_follows_from_its_content_alone(string content, string name)
    {
        var before = Files();

        var (status, problem) = await UploadAsync(await office.SubmittedAsync(), Encoding.Latin1.GetBytes(content), name);

        Assert.Equal((415, "FILE_TYPE_NOT_ACCEPTED"), (status, problem.Text("code")));
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData(false, 201)]
    [InlineData(true, 415)]
    public async Task A_word_document_is_taken_unless_it_has_macros(bool macros, int expected)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in (string[])["[Content_Types].xml", "word/document.xml", .. macros ? ["word/vbaProject.bin"] : Array.Empty<string>()])
            {
                package.CreateEntry(part);
            }
        }

        Assert.Equal(expected, (await UploadAsync(await office.SubmittedAsync(), file.ToArray(), "a.docx")).Status);
    }

    [Fact]
    public async Task One_larger_than_servers_usually_take_is_taken_within_the_limit()
    {
        var (status, stored) = await UploadAsync(await office.SubmittedAsync(), [.. Pdf, .. new byte[40_000_000]], "a.pdf");

        Assert.Equal((201, 40_000_000 + Pdf.Length), (status, stored.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task One_beyond_the_limit_is_refused_and_leaves_nothing()
    {
        var before = Files();

        var (status, problem) = await UploadAsync(await office.SubmittedAsync(), [.. Pdf, .. new byte[50 * 1024 * 1024]], "a.pdf");

        Assert.Equal((413, "FILE_TOO_LARGE"), (status, problem.Text("code")));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task One_that_ends_too_early_leaves_nothing()
    {
        var (known, before) = (await office.SubmittedAsync(), Files());
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 and no end");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        using var client = office.Service.As(ReviewCase.Reviewer);
        using var answer = await client.PostAsync(Uploads(known), content);

        Assert.Equal((400, "UPLOAD_INCOMPLETE"), ((int)answer.StatusCode, (await answer.JsonAsync()).Text("code")));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task One_whose_sender_hangs_up_leaves_nothing()
    {
        var (known, before) = (await office.SubmittedAsync(), Files());
        using (var client = new TcpClient())
        {
            var address = office.Service.ClientOptions.BaseAddress;
            await client.ConnectAsync(address.Host, address.Port);
            var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 " + new string('x', 200_000);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Uploads(known)} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {TokenDesk.Token(ReviewCase.Reviewer)}\r\n" +
                $"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9000000\r\n\r\n{body}"));
            await Probe.UntilAsync("the upload has begun", Files, n => n == before + 1);
        }

        await Probe.UntilAsync("nothing is left", Files, n => n == before);
    }

    [Fact]
    public async Task One_that_cannot_be_recorded_leaves_no_file()
    {
        var (known, before) = (await office.SubmittedAsync(), Files());
        await office.Database.FailAsync("review.document", "insert", times: 1);

        var (status, problem) = await UploadAsync(known, Pdf, "a.pdf");

        Assert.Equal((500, "INTERNAL"), (status, problem.Text("code")));
        Assert.Equal(before, Files());
        Assert.Equal(0, await office.Database.CountAsync("review.document", $"case_id = '{known.Id}'"));
    }

    [Fact]
    public async Task Its_kind_must_be_given_and_known()
    {
        var known = await office.SubmittedAsync();

        var (status, problem) = await UploadAsync(known, Pdf, "a.pdf", kind: "NOVEL");

        Assert.Equal((400, "kind"), (status, problem.Text("field")));
    }

    private int Files() => Directory.EnumerateFiles(office.Service.Files, "*", SearchOption.AllDirectories).Count();

    private static Uri Uploads(ReviewCase known, string kind = "OPINION") => new($"/api/review/cases/{known.Id}/documents?kind={kind}", UriKind.Relative);

    private static Uri Document(ReviewCase known, string id) => new($"/api/review/cases/{known.Id}/documents/{id}", UriKind.Relative);

    private async Task<string> NameAsync(string name)
    {
        var (status, stored) = await UploadAsync(await office.SubmittedAsync(), Pdf, name);
        Assert.Equal(201, status);
        return await office.Database.ReadAsync<string>($"select name from review.document where id = '{stored.Text("id")}'");
    }

    private async Task<(int Status, JsonElement Body)> UploadAsync(ReviewCase known, byte[] bytes, string name, Person? who = null, string kind = "OPINION")
    {
        using var client = office.Service.As(who ?? ReviewCase.Reviewer);
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=file; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        content.Add(file);
        using var answer = await client.PostAsync(Uploads(known, kind), content);
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }
}
