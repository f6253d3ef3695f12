namespace LostCases.Faults;

/// <summary>What held and what did not.</summary>
internal sealed class Score
{
    private int _passed;
    private int _failed;

    internal int Passed => _passed;

    internal int Failed => _failed;

    /// <summary>Counts one expectation; one that does not hold is told with what was seen.</summary>
    internal void Expect(string what, bool holds, string seen)
    {
        if (holds)
        {
            Interlocked.Increment(ref _passed);
        }
        else
        {
            Interlocked.Increment(ref _failed);
            Console.WriteLine($"FAILED {what}: {seen}");
        }
    }
}
