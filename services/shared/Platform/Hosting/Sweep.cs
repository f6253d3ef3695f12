using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Work done again and again in the background; what fails is told and tried again the next time.</summary>
/// <param name="every">Time between two sweeps.</param>
/// <param name="atOnce">Whether the first is at the start, or that much later.</param>
/// <param name="options">The owner.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures are told.</param>
public abstract class Sweep(TimeSpan every, bool atOnce, PlatformOptions options, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>The clock that is swept by.</summary>
    protected TimeProvider Time => time;

    /// <summary>The owner.</summary>
    protected PlatformOptions Options => options;

    /// <summary>Does what there is to do now.</summary>
    protected abstract Task SweepAsync(CancellationToken ct);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!atOnce)
        {
            await WaitAsync(stoppingToken);
        }

        for (; !stoppingToken.IsCancellationRequested; await WaitAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.SweepFailed(GetType().Name, options.Owner, failure);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken) =>
        await Task.Delay(every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
