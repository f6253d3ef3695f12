using LostCases.Identity;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform("identity").AddIdentity();

var app = builder.Build();
app.UsePlatform().MapIdentity();
await app.RunOrMigrateAsync(args);
