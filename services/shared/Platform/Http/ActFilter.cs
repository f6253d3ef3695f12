using System.Security.Cryptography;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>
/// One transaction around an act: repeat of a known key, case visible and locked, person admitted, version current, date
/// possible; then the handler; then save and commit, or roll back and note the refusal.
/// </summary>
internal sealed class ActFilter(string name, Permit[] permits) : IEndpointFilter
{
    /// <summary>The Administrative Litigation Act came into force: no case is older.</summary>
    private static readonly DateOnly Earliest = new(1990, 10, 1);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var scope = ActScope.From(http);
        var ct = http.RequestAborted;
        scope.Act.Actor = Actor.From(http.User);
        scope.Act.Today = BusinessTime.Today(scope.Time);
        if (FieldRefusal(context) is { } invalid)
        {
            return invalid;
        }

        await using var transaction = await scope.Db.Database.BeginTransactionAsync(ct);
        var repeat = await ActRepeat.BeginAsync(scope, http, context.Arguments, ct);
        if (repeat.Answer is { } known)
        {
            return known;
        }

        var result = await GuardAsync(context, scope, ct) ?? await next(context);
        if (result is ActDone done)
        {
            var etag = done.Version is { } version ? $"\"{scope.Options.Owner}.{version}\"" : null;
            repeat.Keep(StatusCodes.Status200OK, JsonSerializer.Serialize(done.Answer, done.Answer.GetType(), Json.Options), etag);
            http.Response.Headers.ETag = etag;
            await scope.Db.SaveChangesAsync(ct);
            CrashPoint.Pass(CrashPoint.ActWritten);
            await transaction.CommitAsync(ct);
            CrashPoint.Pass(CrashPoint.ActCommitted);
            scope.Signal.RaiseFor(scope.Db);
            return result;
        }

        await transaction.RollbackAsync(ct);
        if (result is ProblemHttpResult refusal)
        {
            await RefusalNote.AddAsync(http, scope, scope.Act.Subject ?? scope.Act.Actor.Id, name, refusal);
        }

        return result;
    }

    /// <summary>Whether the person is let in only as a reviewer and must keep out of this case (回避).</summary>
    internal static bool IsConflicted(Actor actor, CaseCard? card, IReadOnlyList<Permit> admitting) =>
        card?.Restricted.Contains(actor.Id) == true && admitting.All(p => p.Relation is Relations.ReviewBody or Relations.FilingBody);

    /// <summary>A field whose content its attributes do not allow; null where all are as they should be.</summary>
    internal static IResult? FieldRefusal(EndpointFilterInvocationContext context) =>
        context.Arguments.OfType<ActRequest>().FirstOrDefault() is { } request && RequestFields.FirstInvalid(request) is { } field
            ? Problems.Bad(context.HttpContext, StatusCodes.Status400BadRequest, "FIELD_INVALID",
                "填写的内容或者长度不符合要求。", "The content or its length is not allowed.", field)
            : null;

    private async Task<IResult?> GuardAsync(EndpointFilterInvocationContext context, ActScope scope, CancellationToken ct)
    {
        var http = context.HttpContext;
        var act = scope.Act;
        CaseCard? card = null;
        if (http.GetRouteValue("caseId") is string text && Guid.TryParse(text, out var caseId))
        {
            card = await scope.Store.FindAsync(caseId, ct);
            act.Subject = card?.CaseId;
            if (card is null || !card.IsVisibleTo(act.Actor))
            {
                return Problems.NotFound(http);
            }

            Telemetry.Mark(card.CaseId, card.Code, card.LastTrace);
            act.Case = await scope.Session.BeginAsync(card, ct);
        }

        var admitting = permits.Where(p => p.Admits(act.Actor, card)).ToList();
        if (admitting.Count == 0)
        {
            return Problems.Forbidden(http);
        }

        if (IsConflicted(act.Actor, card, admitting))
        {
            return Problems.Refused(http, new Refused("REVIEWER_CONFLICTED", "7.1")); // nor decides on scope or suspension
        }

        if (card is not null && http.Request.Headers.IfMatch.ToString() is { Length: > 0 } wanted && wanted != "*"
            && wanted != $"\"{scope.Options.Owner}.{card.Version}\"")
        {
            return Problems.Bad(http, StatusCodes.Status412PreconditionFailed, "STALE_VERSION",
                "案件在您打开之后已有变化，请刷新后再办理。", "The case has changed since you opened it; refresh and try again.");
        }

        var request = context.Arguments.OfType<ActRequest>().FirstOrDefault();
        return DateRefusal(act, request, http);
    }

    /// <summary>Sets the act's business date; refuses one that cannot be, and an earlier one without its reason (补录).</summary>
    internal static IResult? DateRefusal(CaseAct act, ActRequest? request, HttpContext http)
    {
        act.On = request?.On ?? act.Today;
        if (act.On > act.Today || act.On < Earliest)
        {
            var impossible = act.On > act.Today ? DateRules.Late("on", act.Today) : DateRules.Early("on", Earliest);
            return Problems.Refused(http, impossible, new Dictionary<string, object?> { ["field"] = "on" });
        }

        if (act.On < act.Today && string.IsNullOrWhiteSpace(request?.BackdatingReason))
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "BACKDATING_REASON_REQUIRED",
                "补录较早日期须说明理由。", "An earlier date needs a reason.", "backdatingReason");
        }

        return null;
    }
}

/// <summary>The services one act works with.</summary>
internal sealed record ActScope(
    OwnerDbContext Db, CaseAct Act, CaseStore Store, CaseSession Session, AuditTrail Audit, OutboxSignal Signal, PlatformOptions Options, TimeProvider Time)
{
    internal static ActScope From(HttpContext http) =>
        (ActScope)http.RequestServices.GetService(typeof(ActScope))!;
}

/// <summary>The repeat of an act under an <c>Idempotency-Key</c>.</summary>
internal sealed class ActRepeat(IdempotencyRecord? record)
{
    internal IResult? Answer { get; private init; }

    internal void Keep(int status, string body, string? etag)
    {
        if (record is not null)
        {
            (record.Status, record.Body, record.ETag) = (status, body, etag);
        }
    }

    internal static async Task<ActRepeat> BeginAsync(ActScope scope, HttpContext http, IList<object?> arguments, CancellationToken ct)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            return new ActRepeat(null);
        }

        if (key.Length > 100)
        {
            return new ActRepeat(null) { Answer = Problems.Bad(http, 400, "IDEMPOTENCY_KEY_INVALID", "Idempotency-Key 过长。", "The Idempotency-Key is too long.") };
        }

        var body = arguments.OfType<ActRequest>().FirstOrDefault();
        var digest = body is null ? "" : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json.Options)));
        var request = $"{http.Request.Path} {digest}";
        var fresh = await scope.Db.RunAsync(
            """
            insert into $s.idempotency (key, actor_id, request, status, created_at)
            values ({0}, {1}, {2}, 0, {3}) on conflict do nothing
            """,
            [key, scope.Act.Actor.Id, request, scope.Time.GetUtcNow()],
            ct);
        var record = await scope.Db.Idempotency.SingleAsync(r => r.Key == key && r.ActorId == scope.Act.Actor.Id, ct);
        if (fresh == 1)
        {
            return new ActRepeat(record);
        }

        if (record.Request != request)
        {
            return new ActRepeat(null) { Answer = Problems.Bad(http, 422, "IDEMPOTENCY_KEY_REUSED", "该 Idempotency-Key 已用于另一请求。", "This Idempotency-Key was used for another request.") };
        }

        http.Response.Headers.ETag = record.ETag;
        return new ActRepeat(null) { Answer = Results.Text(record.Body!, "application/json; charset=utf-8", statusCode: record.Status) };
    }
}
