using LostCases.Gateway;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("gateway").AddGateway();

var app = builder.Build();
app.UsePlatform().UseEdge().MapReverseProxy();
await app.RunAsync();
