using System.Collections.Concurrent;
using System.Globalization;

namespace LostCases.Benchmarks.Floor;

/// <summary>
/// The same durable steps as a county case with nothing between them and the servers: per command one transaction, then owner by owner
/// consume → one transaction → publish with confirm → acknowledge. Without the broker it is commits alone, without the database confirms
/// alone.
/// </summary>
internal sealed class FloorProgram(FloorDatabase? database, FloorBroker? broker, Options options, string body)
{
    private static long s_last;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();

    internal Task<LoopResult> RunAsync(int inFlight, int seconds)
    {
        if (broker is not null)
        {
            broker.Received = TakeAsync;
        }

        return ClosedLoop.RunAsync(CaseAsync, inFlight, TimeSpan.FromSeconds(seconds), TimeSpan.Zero);
    }

    private async Task CaseAsync()
    {
        var number = Interlocked.Increment(ref s_last);
        var commands = Commands(number);
        for (var at = 0; at < commands.Length; at++)
        {
            var done = _waiting[$"{number}:{at}"] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await StepAsync(number, at, 0);
            await done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private Task TakeAsync(string carried)
    {
        var parts = carried.Split(':');
        return StepAsync(long.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>One owner's part of one command, then the message to the next owner.</summary>
    private async Task StepAsync(long number, int at, int place)
    {
        var owners = Commands(number)[at].Owners;
        if (database is not null)
        {
            await database.StepAsync(owners[place], number, at, body);
        }

        if (place + 1 == owners.Length)
        {
            _waiting.TryRemove($"{number}:{at}", out var done);
            done!.SetResult();
        }
        else if (broker is not null)
        {
            await broker.PublishAsync(owners[place + 1], $"{number}:{at}:{place + 1}");
        }
        else
        {
            await StepAsync(number, at, place + 1);
        }
    }

    private Command[] Commands(long number) => options.IsJoint(number) ? DurableSteps.WithJointReview : DurableSteps.Straight;
}
