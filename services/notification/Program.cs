using LostCases.Notification;
using LostCases.Notification.Data;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddNotification();

var app = builder.Build().UsePlatform();
app.MapNotification();
await app.RunOrMigrateAsync<NotificationDbContext>(args);
