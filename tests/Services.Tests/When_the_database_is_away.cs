using LostCases.Contracts;
using LostCases.Review.Data;
using Npgsql;

namespace LostCases.Services.Tests;

public sealed class When_the_database_is_away : IAsyncLifetime
{
    private Database _database = null!;
    private Forwarder _way = null!;
    private Wire _wire = null!;
    private Service<ReviewDbContext> _service = null!;

    public async Task InitializeAsync()
    {
        _database = await ReviewOffice.CreateDatabaseAsync();
        await Servers.ForgetQueuesAsync(Owners.Review);
        var address = new NpgsqlConnectionStringBuilder(_database.App);
        _way = Forwarder.To(address.Host!, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", _way.Port);
        _service = await Service.StartAsync<ReviewDbContext>(new Start { Database = address.ConnectionString });
        _wire = await Wire.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _service.DisposeAsync();
        await _way.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Messages_wait_for_it_and_none_is_put_aside()
    {
        var known = new ReviewCase();
        _way.Cut();

        await _wire.PublishAsync(known.Registered());
        await _wire.PublishAsync(known.Submitted());
        // More than two consumers that merely fail would be given: seven attempts each, two or three connections an attempt.
        await Probe.UntilAsync("the service keeps trying", () => _way.TurnedAway, n => n > 45);
        _way.Restore();

        await Probe.UntilAsync("the report is taken", () => _database.CountAsync("review.review", $"case_id = '{known.Id}'"), n => n == 1);
        Assert.Empty(await Servers.FaultsAsync("review_error"));
    }

    [Fact]
    public async Task A_session_the_server_ends_is_tried_again_as_often_as_it_takes()
    {
        var known = new ReviewCase();
        await _wire.PublishAsync(known.Registered());
        await Probe.UntilAsync("the case is known", () => _database.CountAsync("review.case_card", $"case_id = '{known.Id}'"), n => n == 1);
        await using var holder = await _database.ConnectAsync();
        await using var held = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"select 1 from review.case_card where case_id = '{known.Id}' for update", holder))
        {
            await hold.ExecuteNonQueryAsync();
        }

        await _wire.PublishAsync(known.Submitted());
        for (var ended = 0; ended < 8; ended++)
        {
            await Probe.UntilAsync("a session that waits is ended", EndWaitingAsync, n => n > 0);
        }

        await held.RollbackAsync();
        await Probe.UntilAsync("the report is taken", () => _database.CountAsync("review.review", $"case_id = '{known.Id}'"), n => n == 1);
        Assert.Empty(await Servers.FaultsAsync("review_error"));
    }

    private Task<long> EndWaitingAsync() => _database.ReadAsync<long>(
        $"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{_database.Name}' and wait_event_type = 'Lock'");
}
