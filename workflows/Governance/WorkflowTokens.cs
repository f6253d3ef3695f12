using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Governance;

/// <summary>Besides the product's own tokens a workflow host takes those made for it alone, and at the hub reads them from the address.</summary>
internal static class WorkflowTokens
{
    private const string Audience = "lostcases-workflow";
    private const string Hubs = "/elsa/hubs";

    internal static IServiceCollection AddWorkflowTokens(this IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, jwt =>
        {
            jwt.TokenValidationParameters.ValidAudiences = [Audience];
            jwt.Events ??= new JwtBearerEvents();
            jwt.Events.OnMessageReceived = received =>
            {
                // A browser's socket carries no header; addresses are not logged.
                if (received.HttpContext.Request.Path.StartsWithSegments(Hubs, StringComparison.Ordinal) && received.Request.Query["access_token"] is { Count: 1 } token)
                {
                    received.Token = token;
                }

                return Task.CompletedTask;
            };
        });
}
