using LostCases.Platform;
using LostCases.Portal;
using LostCases.Portal.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("portal").AddPortal();

var app = builder.Build();
app.UsePlatform().MapPortal();
await app.RunOrMigrateAsync(args);
