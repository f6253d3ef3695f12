namespace LostCases.Faults;

/// <summary>Cases that go from judgment to closing side by side.</summary>
internal sealed class Crowd(Town town, int cases)
{
    private const int AtOnce = 8;

    /// <summary>How each case ended, by its number; one that got stuck ends with what was waited for.</summary>
    public async Task<(int Number, string End)[]> RunAsync()
    {
        using var slots = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(Enumerable.Range(1, cases).Select(number => WalkAsync(number, slots)));
    }

    private async Task<(int Number, string End)> WalkAsync(int number, SemaphoreSlim slots)
    {
        await slots.WaitAsync();
        try
        {
            return (number, await new Walk(town, number).RunAsync());
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            return (number, failure.Message);
        }
        finally
        {
            slots.Release();
        }
    }
}
