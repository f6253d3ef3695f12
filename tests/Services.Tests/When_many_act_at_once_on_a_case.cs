using LostCases.Platform;
using LostCases.Review.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LostCases.Services.Tests;

public sealed class When_many_act_at_once_on_a_case(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task The_audit_chain_has_no_gap_and_holds()
    {
        var (known, _) = await office.UnderReviewAsync();
        var before = (await ChainAsync(known)).Count;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n % 2 == 0
            ? office.ActAsync(known, ReviewCase.Reviewer, "accept-report")
            : office.ActAsync(known, ReviewCase.Officer, "accept-report")));

        var chain = await ChainAsync(known);
        Assert.Equal(before + 20, chain.Count);
        Assert.Equal(Enumerable.Range(1, chain.Count).Select(n => (long)n), chain.Select(e => e.Number));
        Assert.All(chain, e => Assert.Equal(e.ComputeHash(), e.Hash));
        Assert.Equal(["", .. chain.SkipLast(1).Select(e => e.Hash)], chain.Select(e => e.PreviousHash));
        Assert.Equal(10, chain.Count(e => e.Action == "REFUSED accept-report FORBIDDEN"));
        Assert.Equal(1, chain.Count(e => e.Action == "ReportAccepted"));
    }

    [Fact]
    public async Task Writers_of_one_chain_take_turns()
    {
        var subject = Guid.NewGuid();
        using var begin = new Barrier(8);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Factory.StartNew(
            () =>
            {
                begin.SignalAndWait();
                return AppendAsync(subject);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        var chain = await ChainAsync(subject);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), chain.Select(e => e.Number));
        Assert.All(chain, e => Assert.Equal(e.ComputeHash(), e.Hash));
    }

    [Theory]
    [InlineData("detail = '{}'")]
    [InlineData("action = 'ReportAccepted'")]
    [InlineData("at = at + interval '1 day'")]
    [InlineData("actor_id = gen_random_uuid()")]
    public async Task A_changed_row_is_found(string change)
    {
        var known = await office.SubmittedAsync();
        await office.ActAsync(known, ReviewCase.Officer, "accept-report");

        await office.Database.RunAsync($"update review.audit_entry set {change} where subject = '{known.Id}' and number = 2");

        Assert.Equal([true, false], (await ChainAsync(known)).Select(e => e.ComputeHash() == e.Hash));
    }

    [Theory]
    [InlineData("update review.audit_entry set detail = '{}'")]
    [InlineData("delete from review.audit_entry")]
    [InlineData("truncate review.audit_entry")]
    public async Task The_service_itself_may_not_change_the_chain(string statement)
    {
        await office.SubmittedAsync();
        await using var source = NpgsqlDataSource.Create(office.Database.App);
        await using var command = source.CreateCommand(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task AppendAsync(Guid subject)
    {
        for (var n = 0; n < 5; n++)
        {
            await using var scope = office.Service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReviewDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync(subject, "Tried", null, new { n }, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private Task<List<AuditEntry>> ChainAsync(ReviewCase known) => ChainAsync(known.Id);

    private async Task<List<AuditEntry>> ChainAsync(Guid subject)
    {
        await using var scope = office.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDbContext>();
        return await db.Audit.AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Number).ToListAsync();
    }
}
