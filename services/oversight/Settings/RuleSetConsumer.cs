using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Settings;

/// <summary>Keeps the versions of the rules, for figures and meetings that belong to no case; told twice, it is one.</summary>
public sealed class RuleSetConsumer(OversightDbContext db) : IConsumer<RuleSetConfirmed>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<RuleSetConfirmed> context)
    {
        var told = context.Message;
        if (await db.RuleSets.AnyAsync(r => r.Version == told.Version, context.CancellationToken))
        {
            return;
        }

        db.RuleSets.Add(new RuleSetHere
        {
            Version = told.Version,
            Number = told.Number,
            ValidFrom = told.ValidFrom,
            ValidTo = told.ValidTo,
            Values = new(told.Values),
        });
    }
}

/// <summary>The rules in force on a day, as far as told here.</summary>
internal static class RulesOfTheDay
{
    internal static async Task<Policy> AtAsync(OversightDbContext db, DateOnly on, CancellationToken ct)
    {
        var confirmed = await db.RuleSets.AsNoTracking().OrderBy(r => r.Number).ToListAsync(ct);
        return RuleSetRules.InForce(confirmed.Select(r => new RuleSet(r.Version, r.ValidFrom, r.ValidTo, r.Values)), on).Policy;
    }
}
