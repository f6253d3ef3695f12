using Npgsql;

namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_the_chain_is_lost
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_rebuilt_from_the_step_requests_and_the_case_closes(bool feedbackSentMeanwhile)
    {
        var office = await Office.OpenAsync();
        await office.ReviewAsync();
        await office.WaitAsync("SendFeedback");
        await office.WaitAsync("FileWithCity");
        await DropSchemaAsync();
        if (feedbackSentMeanwhile)
        {
            await office.SendFeedbackAsync();
        }

        await ReconcileAsync();
        await office.FinishAsync(feedbackSentMeanwhile);
        Assert.Equal("CLOSED", (await office.PageAsync()).GetProperty("state").GetString());
    }

    private static async Task DropSchemaAsync()
    {
        await using var source = NpgsqlDataSource.Create(Installation.Database);
        await using var drop = source.CreateCommand("drop schema workflow cascade; drop schema workflow_migrations cascade");
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task ReconcileAsync()
    {
        var (code, said) = await Script.RunAsync("reconcile");
        Assert.True(code == 0, said);
    }
}
