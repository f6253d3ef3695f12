using System.Text.Json;
using LostCases.Contracts;
using LostCases.Review.Data;

namespace LostCases.Services.Tests;

/// <summary>The review service with a database and a queue of its own, and the wire to talk to it.</summary>
public sealed class ReviewOffice : IAsyncLifetime
{
    public Database Database { get; private set; } = null!;

    public Service<ReviewDbContext> Service { get; private set; } = null!;

    public Wire Wire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await CreateDatabaseAsync();
        await Servers.ForgetQueuesAsync(Owners.Review);
        Service = await TestBed.Service.StartAsync<ReviewDbContext>(new Start { Database = Database.App });
        Wire = await Wire.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    public static Task<Database> CreateDatabaseAsync() => Database.CreateAsync(typeof(ReviewDbContext).Assembly, Owners.Review);

    /// <summary>Tells the service of a case in scope whose report has been submitted, and waits until it knows.</summary>
    internal async Task<ReviewCase> SubmittedAsync(ReviewCase? wanted = null)
    {
        var known = wanted ?? new ReviewCase();
        await Wire.PublishAsync(known.Registered());
        await Wire.PublishAsync(known.InScope());
        await Wire.PublishAsync(known.Submitted());
        await Probe.UntilAsync("the case is known", () => Database.CountAsync("review.case_slice", $"case_id = '{known.Id}'"), n => n == 3);
        return known;
    }

    /// <summary>The same with the Review step open.</summary>
    internal async Task<(ReviewCase Case, OpenStep Step)> UnderReviewAsync()
    {
        var known = await SubmittedAsync();
        var step = known.Asks("Review", stepId: "review", after: (Owners.Investigation, 2));
        await Wire.SendAsync(Owners.Review, step);
        await StatusAsync(step, "Open");
        return (known, step);
    }

    internal Task StatusAsync(OpenStep step, string status) => Probe.UntilAsync(
        $"{step.Step} is {status}",
        () => Database.ReadAsync<string>($"select coalesce((select status from review.step_request where request_id = '{step.RequestId}'), 'unknown')"),
        s => s == status);

    internal async Task<(int Status, JsonElement Body, string? ETag)> ActAsync(ReviewCase on, Person who, string act, object? body = null)
    {
        using var client = Service.As(who);
        using var answer = await client.PostAsync(on, act, body);
        return ((int)answer.StatusCode, await answer.JsonAsync(), answer.Headers.ETag?.Tag);
    }
}
