using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary><c>atLeast=owner.sequence</c>: waits up to one second for the read model, so that nobody who has just acted sees an old state.</summary>
public static class Freshness
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads the parameter; null where it is left out.</summary>
    public static (string Owner, long Sequence)? Parse(string? atLeast, out bool isWrong)
    {
        isWrong = false;
        if (string.IsNullOrEmpty(atLeast))
        {
            return null;
        }

        var parts = atLeast.Trim('"').Split('.');
        isWrong = parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isWrong ? null : (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the slice has arrived.</summary>
    public static async Task<bool> WaitAsync(
        CaseDbContext db, Guid? caseId, (string Owner, long Sequence)? wanted, TimeProvider time, CancellationToken ct)
    {
        if (wanted is not { } version || caseId is not { } id)
        {
            return true;
        }

        var began = time.GetTimestamp();
        while (true)
        {
            if (await db.Slices.AsNoTracking().AnyAsync(s => s.CaseId == id && s.Owner == version.Owner && s.Sequence >= version.Sequence, ct))
            {
                return true;
            }

            if (time.GetElapsedTime(began) > Longest)
            {
                return false;
            }

            await Task.Delay(Pause, time, ct);
        }
    }
}
