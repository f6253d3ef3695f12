using LostCases.Contracts;
using LostCases.Notification.ChainNotices;
using LostCases.Notification.Data;
using LostCases.Notification.Mail;
using LostCases.Notification.Reminders;
using LostCases.Notification.Todos;
using LostCases.Notification.Urging;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Notification;

/// <summary>Consumers, endpoints and acts of notification (通知), and who may do what.</summary>
internal static class NotificationHosting
{
    /// <summary>Who may urge: those who review the case or keep its filing, the head of the losing agency, the secretariat.</summary>
    private static readonly Permit[] Urging =
    [
        new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader), new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader),
        new(Relations.LosingAgency, Roles.AgencyHead), new(Permit.Anyone, Roles.Secretariat),
    ];

    internal static void AddNotification(this WebApplicationBuilder builder)
    {
        var mail = new MailOptions();
        builder.Configuration.GetSection("LostCases").Bind(mail);
        builder.Services.AddSingleton(mail).AddScoped<MailQueue>().AddHostedService<MailSweep>().AddHostedService<DigestSweep>();
        builder.AddPlatform<NotificationDbContext>(new PlatformOptions { Owner = Owners.Notification }, typeof(DeadlineConsumer), typeof(SendNoticeConsumer));
    }

    internal static void MapNotification(this WebApplication app)
    {
        var notification = app.MapGroup("/api/notification").RequireAuthorization();
        notification.MapGet("/todos", TodoView.ListAsync).WithName("list-todos").Produces<List<TodoView>>();
        notification.MapPost("/todos/{requestId:guid}/claim", ClaimTodo.HandleAsync).WithName("claim-todo").Produces(204).ProducesProblem(404).ProducesProblem(409);
        notification.MapGet("/reminders", ReminderView.ListAsync).WithName("list-reminders").Produces<List<ReminderView>>();
        notification.MapGet("/notices", NoticeView.ListAsync).WithName("list-notices").Produces<List<NoticeView>>();
        notification.MapGet("/chain-notices", ChainNoticeView.ListAsync).WithName("list-chain-notices").Produces<List<ChainNoticeView>>();
        notification.MapGet("/subscription", SubscriptionView.GetAsync).WithName("own-subscription").Produces<SubscriptionView>();
        notification.MapPost("/subscription", Subscribe.HandleAsync).WithName("subscribe").Produces<SubscriptionView>().ProducesProblem(422);

        var cases = app.MapGroup("/api/notification/cases");
        cases.MapAct("urge", Urge.HandleAsync, new ActMoment { Waits = card => card.State() is not (CaseState.Closed or CaseState.Terminated or CaseState.OutOfScope) }, Urging);
        cases.MapPossibleActs();
        cases.MapGet("/{caseId:guid}/notices", NoticeView.OfCaseAsync).Produces<List<NoticeView>>().OfCase("case-notices");
    }
}
