using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Writes a checkpoint every few minutes, the first at the start.</summary>
internal sealed class CheckpointSweep(Checkpoints checkpoints, PlatformOptions options, TimeProvider time, ILogger<CheckpointSweep> log)
    : Sweep(TimeSpan.FromMinutes(options.CheckpointMinutes), atOnce: true, options, time, log)
{
    protected override Task SweepAsync(CancellationToken ct) => checkpoints.WriteAsync(ct);
}
