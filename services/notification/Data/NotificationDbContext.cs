using LostCases.Contracts;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Data;

/// <summary>Records of notification (通知). A to-do is an open step, which Platform notes; claims and reminders are added.</summary>
public sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : CaseDbContext(options, Owners.Notification)
{
    /// <summary>Claims.</summary>
    public DbSet<TodoClaim> Claims => Set<TodoClaim>();

    /// <summary>Reminders.</summary>
    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <summary>What the chain has told people.</summary>
    public DbSet<ChainNotice> ChainNotices => Set<ChainNotice>();

    /// <summary>To whom.</summary>
    public DbSet<NoticeRecipient> NoticeRecipients => Set<NoticeRecipient>();

    /// <summary>Notices as they were given (通知).</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>How people want to be told beside the desk (通知方式).</summary>
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    /// <summary>Mails, sent and to be sent (邮件).</summary>
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    /// <summary>Which notices were shown to whom (站内送达).</summary>
    public DbSet<NoticeShown> Shown => Set<NoticeShown>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<TodoClaim>(e =>
        {
            e.ToTable("todo_claim").HasKey(c => c.RequestId);
            e.Property(c => c.RequestId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Reminder>(e =>
        {
            e.ToTable("reminder").HasKey(r => r.DeadlineId);
            e.Property(r => r.DeadlineId).ValueGeneratedNever();
            e.HasIndex(r => r.CaseId);
        });
        modelBuilder.Entity<ChainNotice>(e =>
        {
            e.ToTable("chain_notice").HasKey(n => n.NoticeId);
            e.Property(n => n.NoticeId).ValueGeneratedNever();
            e.HasIndex(n => n.SentAt);
        });
        modelBuilder.Entity<NoticeRecipient>(e =>
        {
            e.ToTable("notice_recipient").HasKey(r => new { r.NoticeId, r.Relation, r.Role });
            e.HasOne<ChainNotice>().WithMany().HasForeignKey(r => r.NoticeId);
        });
        modelBuilder.Entity<Notice>(e =>
        {
            e.ToTable("notice").HasKey(n => n.Id);
            e.Property(n => n.Id).ValueGeneratedNever();
            e.HasIndex(n => new { n.DeadlineId, n.On, n.Step }).IsUnique();
            e.HasIndex(n => new { n.RequestId, n.On }).IsUnique();
            e.HasIndex(n => n.CaseId);
            e.HasIndex(n => n.Id).HasDatabaseName("ix_notice_current").HasFilter("current");
        });
        modelBuilder.Entity<Subscription>(e =>
        {
            e.ToTable("subscription").HasKey(s => s.AccountId);
            e.Property(s => s.AccountId).ValueGeneratedNever();
        });
        modelBuilder.Entity<OutgoingMail>(e =>
        {
            e.ToTable("mail").HasKey(m => m.Id);
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.State).HasConversion<string>();
            e.HasIndex(m => new { m.NoticeId, m.AccountId }).IsUnique();
            e.HasIndex(m => new { m.AccountId, m.DigestOn }).IsUnique();
            e.HasIndex(m => m.NextAt).HasFilter("state = 'Queued'");
        });
        modelBuilder.Entity<NoticeShown>(e => e.ToTable("notice_shown").HasKey(s => new { s.NoticeId, s.AccountId }));
    }
}

/// <summary>That somebody of the organisation has taken a to-do (认领).</summary>
public sealed class TodoClaim
{
    /// <summary>The step request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who has it.</summary>
    public required Guid ClaimedBy { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset ClaimedAt { get; set; }
}

/// <summary>The newest notice of a deadline (催办); withdrawn when the duty was done.</summary>
public sealed class Reminder
{
    /// <summary>The deadline.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>APPROACHING or PASSED; empty where only its end is known.</summary>
    public string Stage { get; set; } = "";

    /// <summary>MUST, SOFT or CONFIGURED.</summary>
    public string Nature { get; set; } = "";

    /// <summary>Last day in time.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Working days left, or past due.</summary>
    public int WorkingDays { get; set; }

    /// <summary>The day of the newest notice.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    /// <summary>Whether it no longer holds.</summary>
    public bool Withdrawn { get; set; }
}

/// <summary>What a chain tells people on its way (流程通知): a template's code and the words administrators added, never of the case's content.</summary>
public sealed class ChainNotice
{
    /// <summary>The notice; hash of instance, box and round.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Code of what is told.</summary>
    public required string Template { get; init; }

    /// <summary>Words added on the canvas.</summary>
    public string? Text { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>Who a notice is for: a role at organisations of a relation to the case, or at one organisation.</summary>
public sealed class NoticeRecipient
{
    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>Relation to the case, or an organisation's id.</summary>
    public required string Relation { get; init; }

    /// <summary>Role there.</summary>
    public required string Role { get; init; }
}
