using LostCases.Governance.Data;
using LostCases.Governance.Running;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Hosting;

/// <summary>Records which engine a database runs on, and moves it to another (切换流程引擎).</summary>
public sealed class EngineDesk(WorkflowDbContext db, IEngine engine, TimeProvider time)
{
    /// <summary>At the first start: this engine. Later it must be the one recorded.</summary>
    public async Task RecordAsync(CancellationToken ct)
    {
        if (await db.Engines.SingleOrDefaultAsync(ct) is { } recorded)
        {
            if (!recorded.Admits(engine.Name))
            {
                throw new OtherEngineException(engine.Name, recorded.Name);
            }

            return;
        }

        db.Engines.Add(new EngineRecord { Name = engine.Name, Since = time.GetUtcNow() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Lets this engine run on a database of another; until <see cref="SettleAsync"/> has seen it agree, either may.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        var recorded = await db.Engines.SingleOrDefaultAsync(ct) ?? db.Engines.Add(new EngineRecord { Name = engine.Name, Since = time.GetUtcNow() }).Entity;
        recorded.SwitchingTo = recorded.Name == engine.Name ? null : engine.Name;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Records this engine once it has every running instance where it stands; gives how many it does not have yet.</summary>
    public async Task<int> SettleAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var behind = 0;
        foreach (var instance in await db.Instances.AsNoTracking().Where(i => i.FinishedAt == null).Select(i => new { i.Id, i.State }).ToListAsync(ct))
        {
            behind += await engine.AgreesAsync(instance.Id, instance.State, ct) ? 0 : 1;
        }

        if (behind == 0)
        {
            var recorded = await db.Engines.SingleAsync(ct);
            (recorded.Since, recorded.Name, recorded.SwitchingTo) = (recorded.Name == engine.Name ? recorded.Since : time.GetUtcNow(), engine.Name, null);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return behind;
    }
}
