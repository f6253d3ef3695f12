using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;

namespace LostCases.Workflows.Tests;

/// <summary>The workflow host with a database of its own; the test sits in the place of the four owners.</summary>
public sealed class ChainOffice : IAsyncLifetime
{
    internal static readonly Person Administrator = new(null, Roles.WorkflowAdmin) { Permissions = ["*"] };
    internal static readonly Person Colleague = new(null, Roles.WorkflowAdmin) { Permissions = ["*"] };

    public Database Database { get; private set; } = null!;

    public Service<Program> Service { get; private set; } = null!;

    public Wire Wire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var definitions = Path.Combine(Servers.Repository, "workflows", "definitions");
        Database = await Database.CreateAsync(typeof(Program).Assembly, Owners.Workflow, $"LostCases:Definitions={definitions}");
        await Servers.ForgetQueuesAsync(Owners.Workflow, Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition, Owners.Notification);
        Service = await TestBed.Service.StartAsync<Program>(new Start { Database = Database.App });
        Wire = await Wire.OpenAsync(Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition, Owners.Notification);
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal Task<(int Status, JsonElement Body)> PostAsync(string path, object? body, Person? who = null, string? lease = null) =>
        SendAsync(HttpMethod.Post, path, body, who ?? Administrator, lease);

    internal async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body, Person? who, string? lease = null, string? language = null)
    {
        using var client = who is null ? Service.With(null) : Service.As(who, language);
        using var request = new HttpRequestMessage(method, new Uri($"/elsa/api/{path}", UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (lease is not null)
        {
            request.Headers.Add("X-Edit-Lease", lease);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>The right to edit a definition, as an open page has it.</summary>
    internal async Task<string> LeaseAsync(Person? who = null, string definition = "case-accountability")
    {
        var (status, body) = await PostAsync($"lostcases/definitions/{definition}/lease", null, who);
        Assert.Equal(200, status);
        return body.GetProperty("leaseId").GetString()!;
    }

    /// <summary>Saves a draft and asks for it to be published.</summary>
    internal async Task<(int Status, JsonElement Body)> SaveAsync(object model, bool publish, Person? who = null) =>
        await PostAsync("workflow-definitions", new { model, publish }, who, await LeaseAsync(who));

    /// <summary>Publishes as it is done: one administrator asks, another approves.</summary>
    internal async Task PublishAsync(object model)
    {
        var (asked, change) = await SaveAsync(model, publish: true);
        Assert.Equal((400, "CHANGE_REQUESTED"), (asked, change.GetProperty("code").GetString()));
        Assert.Equal(200, (await PostAsync($"lostcases/changes/{change.GetProperty("changeId").GetString()}/approve", new { }, Colleague)).Status);
    }

    internal async Task<JsonElement> GetAsync(string path)
    {
        using var client = Service.As(Administrator);
        return await client.GetFromJsonAsync<JsonElement>(new Uri($"/elsa/api/{path}", UriKind.Relative));
    }

    /// <summary>Tells the host something and waits until it has dealt with it.</summary>
    internal async Task TellAsync(object message)
    {
        var id = Guid.NewGuid();
        await Wire.PublishAsync(message, id);
        await Probe.UntilAsync($"{message.GetType().Name} is dealt with", () => Service.Deliveries.Of(id), n => n == 1);
    }

    /// <summary>Loses everything the chain keeps of running cases; definitions stay.</summary>
    internal Task ForgetInstancesAsync(string tables = "workflow_instance, journal_entry, early_answer, inbox_mark") =>
        Database.RunAsync($"truncate {string.Join(", ", tables.Split(", ").Select(t => $"workflow.{t}"))}");
}
