using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Contracts;

namespace LostCases.Workflows.Tests;

/// <summary>The workflow host with a database of its own; the test sits in the place of the four owners.</summary>
public sealed class ChainOffice : IAsyncLifetime
{
    private static readonly Person Administrator = new(null, Roles.WorkflowAdmin) { Permissions = ["*"] };

    public Database Database { get; private set; } = null!;

    public Service<Program> Service { get; private set; } = null!;

    public Wire Wire { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var definitions = Path.Combine(Servers.Repository, "workflows", "definitions");
        Database = await Database.CreateAsync(typeof(Program).Assembly, Owners.Workflow, $"LostCases:Definitions={definitions}");
        await Servers.ForgetQueuesAsync(Owners.Workflow, Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition);
        Service = await TestBed.Service.StartAsync<Program>(new Start { Database = Database.App });
        Wire = await Wire.OpenAsync(Owners.Intake, Owners.Investigation, Owners.Review, Owners.Disposition);
    }

    public async Task DisposeAsync()
    {
        await Wire.DisposeAsync();
        await Service.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal async Task<(int Status, JsonElement Body)> PostAsync(string path, object body, Person? who = null)
    {
        using var client = Service.As(who ?? Administrator);
        using var answer = await client.PostAsJsonAsync(new Uri($"/elsa/api/{path}", UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
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
