using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;
using static LostCases.Services.Tests.NotificationOffice;

namespace LostCases.Services.Tests;

/// <summary>Notices by mail (7.4): to whom wants it, once, with proof, and without a word about a person.</summary>
[Trait("Clause", "7.4")]
public sealed class When_mail_is_sent : IAsyncLifetime
{
    private readonly NotificationOffice _office = new();
    private MailServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = MailServer.Start();
        _office.Settings["LostCases:Smtp"] = $"smtp://127.0.0.1:{_server.Port}";
        _office.Settings["LostCases:SmtpFrom"] = "lostcases@example.gov.cn";
        await _office.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_wants_it_gets_one_of_each_notice_and_nobody_else()
    {
        var known = await _office.KnownAsync();
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        await SubscribeAsync(Head, "head@example.gov.cn", atOnce: true);
        await SubscribeAsync(ReviewCase.Stranger, "stranger@example.gov.cn", atOnce: true);
        await SubscribeAsync(ReviewCase.Reviewer, "reviewer@example.gov.cn", atOnce: false);
        await _office.Wire.PublishAsync(Past(known, Guid.NewGuid(), 6, "2026-03-17"));

        await TakenAsync(2);

        Assert.Equal(["head@example.gov.cn", "officer@example.gov.cn"], _server.Taken.Select(m => m.To.ToString()).Order(StringComparer.Ordinal));
        var mail = _server.Taken.Single(m => m.To.ToString().StartsWith("officer", StringComparison.Ordinal));
        Assert.Contains($"催办：报审期限已超 6 个工作日（{known.Code}）", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"/cases/{known.Id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("lostcases@example.gov.cn", mail.From.ToString());
        await PassAsync(20);
        Assert.Equal(2, _server.Asked);
        await UntilAsync("both are noted", () => _office.Database.CountAsync("notification.mail", "state = 'Sent'"), n => n == 2);
        var (_, told) = await SubscriptionAsync(ReviewCase.Officer);
        Assert.Equal(("SENT", "1"), (told.GetProperty("mails")[0].Text("state"), told.GetProperty("mails")[0].Text("attempts")));
        Assert.NotEqual("", told.GetProperty("mails")[0].Text("sentAt"));
    }

    [Fact]
    public async Task What_the_server_does_not_take_is_tried_again_after_growing_pauses()
    {
        var known = await _office.KnownAsync();
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        _server.Refuse(2);
        await _office.Wire.PublishAsync(Near(known, Guid.NewGuid(), 2, "2026-03-05"));

        await AttemptsAsync(1);
        var first = await NextAsync();
        await AttemptsAsync(2);
        var second = await NextAsync();
        await TakenAsync(1);

        Assert.True(second - first >= TimeSpan.FromMinutes(2), $"{first:O} {second:O}");
        Assert.Equal(1, await _office.Database.CountAsync("notification.mail", "state = 'Sent' and attempts = 3 and trouble is null"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_waited_for()
    {
        var known = await _office.KnownAsync();
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        var port = _server.Port;
        await _server.DisposeAsync();
        await _office.Wire.PublishAsync(Near(known, Guid.NewGuid(), 2, "2026-03-05"));
        await AttemptsAsync(1);

        _server = MailServer.Start(port);
        await TakenAsync(1);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_not_tried_again()
    {
        var known = await _office.KnownAsync();
        await SubscribeAsync(ReviewCase.Officer, "gone@example.gov.cn", atOnce: true);
        _server.Unknown.Add("gone@example.gov.cn");
        await _office.Wire.PublishAsync(Near(known, Guid.NewGuid(), 2, "2026-03-05"));
        await UntilAsync("it is given up", () => _office.Database.CountAsync("notification.mail", "state = 'Failed' and attempts = 1 and trouble like 'SMTP 5%'"), n => n == 1);
    }

    [Fact]
    public async Task Sent_and_not_noted_it_goes_out_again_as_the_same_message()
    {
        var known = await _office.KnownAsync();
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        await _office.Database.RunAsync(
            """
            create function public.lose() returns trigger language plpgsql as $f$ begin if new.state = 'Sent' and old.attempts = 0 then raise exception 'planted'; end if; return new; end $f$;
            create trigger lose before update on notification.mail for each row execute function public.lose();
            """);
        await _office.Wire.PublishAsync(Near(known, Guid.NewGuid(), 2, "2026-03-05"));
        await TakenAsync(1);
        await _office.Database.RunAsync("drop trigger lose on notification.mail");
        _office.Time.Advance(TimeSpan.FromMinutes(6));

        await TakenAsync(2);

        Assert.Single(_server.Taken.Select(m => m.MessageId).Distinct());
        await UntilAsync("it is noted", () => _office.Database.CountAsync("notification.mail", "state = 'Sent'"), n => n == 1);
        await PassAsync(20);
        Assert.Equal(2, _server.Asked);
    }

    [Fact]
    public async Task What_is_done_before_it_leaves_is_dropped()
    {
        var (known, deadline) = (await _office.KnownAsync(), Guid.NewGuid());
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        _server.Refuse(1);
        await _office.Wire.PublishAsync(Near(known, deadline, 2, "2026-03-05"));
        await AttemptsAsync(1);
        await _office.Wire.PublishAsync(new DeadlineMet { DeadlineId = deadline, CaseId = known.Id, Kind = "SUBMIT", StoppedOn = new(2026, 3, 5) });
        await UntilAsync("it is dropped", () => _office.Database.CountAsync("notification.mail", "state = 'Dropped'"), n => n == 1);
        Assert.Empty(_server.Taken);
    }

    [Fact]
    public async Task Urging_is_mailed_without_what_was_written()
    {
        var known = await _office.KnownAsync();
        await _office.AwaitedAsync(known);
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        Assert.Equal(200, (await _office.UrgeAsync(ReviewCase.Reviewer, known, new { text = "请王某尽快" })).Status);
        await TakenAsync(1);
        Assert.Contains("催办：报送审核", _server.Taken[0].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("王某", _server.Taken[0].TextBody + _server.Taken[0].Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-at-sign", "ADDRESS_INVALID")]
    [InlineData("a@b", "ADDRESS_INVALID")]
    [InlineData("a b@example.gov.cn", "ADDRESS_INVALID")]
    [InlineData("a@example.gov.cn\r\nBcc: b@example.gov.cn", "ADDRESS_INVALID")]
    [InlineData("<a@example.gov.cn>", "ADDRESS_INVALID")]
    [InlineData("", "ADDRESS_MISSING")]
    public async Task An_address_has_the_shape_of_one(string address, string code)
    {
        var (status, body) = await SubscribeAsync(ReviewCase.Officer, address, atOnce: true);
        Assert.Equal((422, code), (status, body.Text("code")));
        Assert.Equal(0, await _office.Database.CountAsync("notification.subscription"));
    }

    [Fact]
    public async Task Everybody_sets_the_own_address_and_its_setting_is_audited_without_it()
    {
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: true);
        Assert.Equal("", (await SubscriptionAsync(Head)).Body.Text("address"));
        Assert.Equal("officer@example.gov.cn", (await SubscriptionAsync(ReviewCase.Officer)).Body.Text("address"));
        Assert.Equal(1, await _office.Database.CountAsync("notification.audit_entry", $"subject = '{ReviewCase.Officer.Id}' and action = 'Subscribed' and detail not like '%example%'"));
    }

    [Fact]
    public async Task A_digest_is_made_once_a_working_day_for_those_who_want_it()
    {
        var known = await _office.KnownAsync();
        await _office.AwaitedAsync(known);
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: false, digest: true);
        await SubscribeAsync(Head, "head@example.gov.cn", atOnce: false, digest: false);
        await TakenAsync(1);

        Assert.Equal(("officer@example.gov.cn", true), (_server.Taken[0].To.ToString(), _server.Taken[0].Subject!.Contains("2026年3月2日摘要：待办 1 项", StringComparison.Ordinal)));
        Assert.Contains($"{known.Code}  报送审核", _server.Taken[0].TextBody, StringComparison.Ordinal);
        await PassAsync(60);

        Assert.Single(_server.Taken);
        _office.Time.Advance(TimeSpan.FromDays(1));
        await TakenAsync(2);

        // Friday's, and none on the weekend.
        _office.Time.Advance(TimeSpan.FromDays(3));
        await TakenAsync(3);
        _office.Time.Advance(TimeSpan.FromDays(1));
        await PassAsync(60);

        Assert.Equal(3, _server.Taken.Count);
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: false, digest: false);
        _office.Time.Advance(TimeSpan.FromDays(2));
        await PassAsync(60);

        Assert.Equal(3, _server.Taken.Count);
    }

    [Fact]
    public async Task With_nothing_to_tell_the_digest_is_shown_and_not_mailed()
    {
        await SubscribeAsync(ReviewCase.Officer, "officer@example.gov.cn", atOnce: false, digest: true);
        await UntilAsync("it is made", () => _office.Database.CountAsync("notification.mail", "state = 'Shown'"), n => n == 1);
        var (_, told) = await SubscriptionAsync(ReviewCase.Officer);
        Assert.Contains("待办 0 项", told.GetProperty("newest").Text("subject"), StringComparison.Ordinal);
        Assert.Empty(_server.Taken);
    }

    private async Task<(int Status, JsonElement Body)> SubscribeAsync(Person who, string address, bool atOnce, bool digest = false)
    {
        using var client = _office.Service.As(who);
        using var answer = await client.PostAsJsonAsync(new Uri("/api/notification/subscription", UriKind.Relative), new { address, atOnce, digest });
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    private async Task<(int Status, JsonElement Body)> SubscriptionAsync(Person who)
    {
        using var client = _office.Service.As(who);
        using var answer = await client.GetAsync(new Uri("/api/notification/subscription", UriKind.Relative));
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }

    private Task AttemptsAsync(int count) => UntilAsync("it is tried", () => _office.Database.CountAsync("notification.mail", $"attempts = {count} and claimed_until is null"), n => n == 1);

    private Task<DateTime> NextAsync() => _office.Database.ReadAsync<DateTime>("select next_at from notification.mail");

    private Task TakenAsync(int count) => UntilAsync("it is taken", () => Task.FromResult((long)_server.Taken.Count), n => n >= count);

    /// <summary>Lets time pass in small steps until it is so.</summary>
    private Task UntilAsync(string what, Func<Task<long>> look, Func<long, bool> isSo) => Probe.UntilAsync(
        what,
        () =>
        {
            _office.Time.Advance(TimeSpan.FromSeconds(15));
            return look();
        },
        isSo);

    /// <summary>Lets some time pass, a quarter of a minute at a step.</summary>
    private async Task PassAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _office.Time.Advance(TimeSpan.FromSeconds(15));
            await _office.Database.CountAsync("notification.mail");
        }
    }
}
