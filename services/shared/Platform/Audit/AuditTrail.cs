using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>One entry of a subject's audit chain (审计记录); append-only.</summary>
public sealed class AuditEntry
{
    private const string Formula = "2:";
    private const char Separator = '\u001f';

    /// <summary>The case, or another subject of acts such as an organisation.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Number in the subject's chain, from 1 without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, or <c>REFUSED</c> with the code.</summary>
    public required string Action { get; init; }

    /// <summary>Who; null where the system acted.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Organisation the person acted for.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>What was recorded, as JSON text. Plain text, since <c>jsonb</c> would reorder what the hash covers.</summary>
    public required string Detail { get; init; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all fields above, of the detail over its own SHA-256: so a chain can be checked by somebody who may not read details.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash the fields call for: equal to <see cref="Hash"/> unless somebody changed the row.</summary>
    public string ComputeHash() => Hash.StartsWith(Formula, StringComparison.Ordinal)
        ? Digest(Subject, Number, At, Action, ActorId, OrganisationId, Detail, PreviousHash)
        : Sha256(string.Join(Separator, Subject, Number, At.ToUnixTimeMilliseconds(), Action, ActorId, OrganisationId, Detail, PreviousHash)); // before details were digested

    internal static string Digest(
        Guid subject, long number, DateTimeOffset at, string action, Guid? actor, Guid? organisation, string detail, string previous) =>
        Formula + Sha256(string.Join(Separator, subject, number, at.ToUnixTimeMilliseconds(), action, actor, organisation, Sha256(detail), previous));

    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The end of a chain; locking it puts writers in order.</summary>
public sealed class AuditHead
{
    /// <summary>Whose chain.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Number of the last entry.</summary>
    public long Number { get; set; }

    /// <summary>Hash of the last entry.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>Appends to audit chains inside the current transaction.</summary>
public sealed class AuditTrail(OwnerDbContext db, TimeProvider time)
{
    /// <summary>Adds an entry to the subject's chain.</summary>
    public async Task AddAsync(Guid subject, string action, Actor? actor, object detail, CancellationToken ct)
    {
        Append(db.AuditHeads.Local.FirstOrDefault(h => h.Subject == subject) ?? await LockAsync(subject, ct), action, actor, detail);
    }

    /// <summary>Begins the chain of a subject that nobody else can know of yet: nothing has to be looked up.</summary>
    public void Begin(Guid subject, string action, Actor? actor, object detail)
    {
        var head = new AuditHead { Subject = subject };
        db.AuditHeads.Add(head);
        Append(head, action, actor, detail);
    }

    private void Append(AuditHead head, string action, Actor? actor, object detail)
    {
        var subject = head.Subject;
        var number = head.Number + 1;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var text = JsonSerializer.Serialize(detail, detail.GetType(), Json.Options);
        var hash = AuditEntry.Digest(subject, number, at, action, actor?.Id, actor?.OrganisationId, text, head.Hash);
        db.Audit.Add(new AuditEntry
        {
            Subject = subject,
            Number = number,
            At = at,
            Action = action,
            ActorId = actor?.Id,
            OrganisationId = actor?.OrganisationId,
            Detail = text,
            PreviousHash = head.Hash,
            Hash = hash,
        });
        head.Number = number;
        head.Hash = hash;
    }

    private async Task<AuditHead> LockAsync(Guid subject, CancellationToken ct)
    {
        await db.RunAsync("insert into $s.audit_head (subject, number, hash) values ({0}, 0, '') on conflict do nothing", [subject], ct);
        return await db.Rows<AuditHead>("select * from $s.audit_head where subject = {0} for update", subject).SingleAsync(ct);
    }
}
