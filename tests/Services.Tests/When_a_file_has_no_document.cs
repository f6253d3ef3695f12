using LostCases.Contracts;
using LostCases.Review.Data;
using Microsoft.Extensions.Time.Testing;

namespace LostCases.Services.Tests;

public sealed class When_a_file_has_no_document
{
    [Fact]
    public async Task It_is_removed_after_an_hour_and_those_of_documents_stay()
    {
        await using var database = await ReviewOffice.CreateDatabaseAsync();
        await Servers.ForgetQueuesAsync(Owners.Review);
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await Service.StartAsync<ReviewDbContext>(new Start { Database = database.App, Time = time });
        var (kept, stray) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await database.RunAsync($"""
            insert into review.document (id, case_id, kind, name, media_type, length, sha256, stored_by, stored_at)
            values ('{kept}', gen_random_uuid(), 'OPINION', '审核意见书.pdf', 'application/pdf', 1, '', gen_random_uuid(), now())
            """);
        string[] paths = [.. new[] { kept, stray }.Select(id => Path.Combine(service.Files, id.ToString("N")[^2..], id.ToString("N")))];
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, "x");
        }

        time.Advance(TimeSpan.FromMinutes(59));
        Assert.All(paths, p => Assert.True(File.Exists(p)));
        foreach (var _ in paths)
        {
            time.Advance(TimeSpan.FromHours(1));
        }

        await Probe.UntilAsync("the stray file is gone", () => Task.FromResult(File.Exists(paths[1])), there => !there);
        Assert.True(File.Exists(paths[0]));
    }
}
