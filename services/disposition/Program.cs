using LostCases.Disposition;
using LostCases.Disposition.Data;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddDisposition();

var app = builder.Build().UsePlatform();
app.MapDisposition();
await app.RunOrMigrateAsync<DispositionDbContext>(args);
