using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Conferences;

/// <summary>
/// Announces a half-year's meeting that is to be thought of, or was not held (例会提醒, N5.2-c). What has been told is a row of its own in the same
/// transaction as the message, so each thing is told once, however many copies of this process run.
/// </summary>
internal sealed class ConferenceSweep(IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<ConferenceSweep> log)
    : Sweep(TimeSpan.FromMinutes(30), atOnce: true, options, time, log)
{
    protected override async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OversightDbContext>();
        var today = BusinessTime.Today(Time);
        foreach (var city in await db.Organisations.AsNoTracking().Where(o => o.Level == Code.Of(AgencyLevel.MuniGov)).Select(o => o.Id).ToListAsync(ct))
        {
            await TellAsync(db, scope.ServiceProvider.GetRequiredService<Outbox>(), city, today, ct);
        }
    }

    /// <summary>The half-year before is looked at too. That it passed without a meeting is told only where it was reminded of: what lies before this system is nobody's news.</summary>
    private async Task TellAsync(OversightDbContext db, Outbox outbox, Guid city, DateOnly today, CancellationToken ct)
    {
        var last = today.AddMonths(-6);
        var standings = (await HalfYears.StandingAsync(db, city, today.Year, today, ct)).ToList();
        if (last.Year != today.Year)
        {
            standings.AddRange(await HalfYears.StandingAsync(db, city, last.Year, today, ct));
        }

        var told = await db.ConferenceNotices.AsNoTracking().Where(n => n.CityId == city).Select(n => n.Half).Distinct().ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var half in standings.Where(s => s.Status == ConferenceStatus.Remind || (s.Status == ConferenceStatus.Exceeded && told.Contains(s.Half))))
        {
            var status = Code.Of(half.Status);
            var isNew = await db.Database.ExecuteSqlAsync(
                $"insert into oversight.conference_notice (city_id, half, status, told_at) values ({city}, {half.Half}, {status}, {Time.GetUtcNow()}) on conflict do nothing", ct);
            if (isNew == 1)
            {
                outbox.Publish(new ConferenceReminded { CityId = city, Half = half.Half, Status = status, DueOn = half.DueOn });
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
    }
}
