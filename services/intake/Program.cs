using LostCases.Intake;
using LostCases.Intake.Agencies;
using LostCases.Intake.Data;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddIntake();

var app = builder.Build().UsePlatform();
app.MapIntake();
await app.RunOrMigrateAsync<IntakeDbContext>(args, async (services, db) =>
{
    var outbox = services.GetRequiredService<Outbox>();
    await AgencyImport.RunAsync(builder.Configuration["LostCases:Organisations"], db, outbox);
    await RuleSetRecord.TellAsync(db, outbox);
});
