using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Notification.Notices;
using LostCases.Notification.Reminders;
using LostCases.Notification.Todos;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<NotificationDbContext>(new PlatformOptions { Owner = Owners.Notification }, typeof(DeadlineConsumer), typeof(SendNoticeConsumer));

var app = builder.Build().UsePlatform();
var notification = app.MapGroup("/api/notification").RequireAuthorization();
notification.MapGet("/todos", TodoView.ListAsync).WithName("list-todos").Produces<List<TodoView>>();
notification.MapPost("/todos/{requestId:guid}/claim", ClaimTodo.HandleAsync).WithName("claim-todo").Produces(204).ProducesProblem(404).ProducesProblem(409);
notification.MapGet("/reminders", ReminderView.ListAsync).WithName("list-reminders").Produces<List<ReminderView>>();
notification.MapGet("/notices", NoticeView.ListAsync).WithName("list-notices").Produces<List<NoticeView>>();

await app.RunOrMigrateAsync<NotificationDbContext>(args);
