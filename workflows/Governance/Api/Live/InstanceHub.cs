using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LostCases.Governance.Api.Live;

/// <summary>Elsa's hub <c>/elsa/hubs/workflow-instance</c>: a viewer says which instance it looks at and hears when it moves.</summary>
[Authorize]
internal sealed class InstanceHub(Watched watched) : Hub
{
    /// <summary>Begins to hear of an instance.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (Context.User?.Has(Rights.ReadInstances) != true)
        {
            throw new HubException("FORBIDDEN");
        }

        if (Guid.TryParse(instanceId, out var id))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, Watched.Group(id));
            watched.Add(Context.ConnectionId, id);
        }
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watched.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
