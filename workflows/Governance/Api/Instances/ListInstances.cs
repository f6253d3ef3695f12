using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Instances;

/// <summary>POST /elsa/api/workflow-instances: the instances a filter lets through, newest first, a page at a time.</summary>
internal sealed record ListInstances
{
    private const int Most = 100;

    /// <summary>Page, from 0.</summary>
    public int? Page { get; init; }

    /// <summary>Lines on a page, up to 100.</summary>
    public int? PageSize { get; init; }

    /// <summary>Part of an id or of the case's code.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>Of one definition.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>Of one of these definitions.</summary>
    public IReadOnlyList<string>? DefinitionIds { get; init; }

    /// <summary>Of one case.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Of one version's number.</summary>
    public int? Version { get; init; }

    /// <summary>With incidents, or without.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Running or Finished.</summary>
    public string? Status { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Suspended, Faulted, Finished or Cancelled.</summary>
    public string? SubStatus { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string>? SubStatuses { get; init; }

    /// <summary>Created, LastExecuted or Finished.</summary>
    public string? OrderBy { get; init; }

    /// <summary>Ascending or Descending.</summary>
    public string? OrderDirection { get; init; }

    /// <summary>Within times.</summary>
    public IReadOnlyList<TimestampFilter>? TimestampFilters { get; init; }

    internal static async Task<IResult> HandleAsync(ListInstances filter, WorkflowDbContext db, CancellationToken ct)
    {
        var found = filter.Narrow(db);
        var size = Math.Clamp(filter.PageSize ?? Most, 1, Most);
        var page = await filter.Order(found).Skip(Math.Max(0, filter.Page ?? 0) * size).Take(size).ToListAsync(ct);
        var versions = page.Select(i => i.DefinitionVersionId).Distinct().ToList();
        var known = await db.Definitions.AsNoTracking().Where(d => versions.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return TypedResults.Ok(new
        {
            Items = page.Select(i => InstanceView.Summary(i, known[i.DefinitionVersionId])),
            TotalCount = await found.CountAsync(ct),
        });
    }

    private IQueryable<WorkflowInstance> Narrow(WorkflowDbContext db)
    {
        string[] states = [.. Wanted(SubStatus, SubStatuses)];
        var found = db.Instances.FromSql($"""
            select * from workflow.workflow_instance
            where ({states.Length == 0} or case
                when state ->> 'status' = 'RUNNING' and jsonb_array_length(state -> 'incidents') > 0 and jsonb_array_length(state -> 'waits') = 0 then 'Faulted'
                when state ->> 'status' = 'RUNNING' then 'Suspended'
                when state ->> 'status' = 'FINISHED' then 'Finished'
                else 'Cancelled' end = any({states}))
              and ({HasIncidents == null} or (jsonb_array_length(state -> 'incidents') > 0) = {HasIncidents == true})
            """).AsNoTracking();
        string[] statuses = [.. Wanted(Status, Statuses)];
        if (statuses.Length > 0)
        {
            var (running, ended) = (statuses.Contains("Running"), statuses.Contains("Finished"));
            found = found.Where(i => (running && i.FinishedAt == null) || (ended && i.FinishedAt != null));
        }

        string[] definitions = [.. Wanted(DefinitionId, DefinitionIds)];
        if (definitions.Length > 0 || Version is not null)
        {
            var versions = db.Definitions.Where(d => (definitions.Length == 0 || definitions.Contains(d.DefinitionId)) && (Version == null || d.Version == Version)).Select(d => d.Id);
            found = found.Where(i => versions.Contains(i.DefinitionVersionId));
        }

        if (!string.IsNullOrWhiteSpace(CorrelationId))
        {
            var wanted = Guid.TryParse(CorrelationId, out var id) ? id : Guid.Empty;
            found = found.Where(i => i.CaseId == wanted);
        }

        return Within(string.IsNullOrWhiteSpace(SearchTerm) ? found : Search(found, SearchTerm.Trim()));
    }

    private static IQueryable<WorkflowInstance> Search(IQueryable<WorkflowInstance> all, string term) => Guid.TryParse(term, out var id)
        ? all.Where(i => i.Id == id || i.CaseId == id)
        : all.Where(i => EF.Functions.ILike(i.Name, $"%{term}%") || EF.Functions.ILike(i.DefinitionVersionId, $"{term}%"));

    private IQueryable<WorkflowInstance> Within(IQueryable<WorkflowInstance> all)
    {
        foreach (var span in TimestampFilters ?? [])
        {
            var at = span.Timestamp.ToUniversalTime();
            all = (span.Column, span.Operator) switch
            {
                ("CreatedAt", "GreaterThan" or "GreaterThanOrEqual") => all.Where(i => i.CreatedAt >= at),
                ("CreatedAt", _) => all.Where(i => i.CreatedAt <= at),
                ("UpdatedAt", "GreaterThan" or "GreaterThanOrEqual") => all.Where(i => i.UpdatedAt >= at),
                ("UpdatedAt", _) => all.Where(i => i.UpdatedAt <= at),
                ("FinishedAt", "GreaterThan" or "GreaterThanOrEqual") => all.Where(i => i.FinishedAt >= at),
                ("FinishedAt", _) => all.Where(i => i.FinishedAt <= at),
                _ => all,
            };
        }

        return all;
    }

    private IQueryable<WorkflowInstance> Order(IQueryable<WorkflowInstance> all) => (OrderBy, OrderDirection) switch
    {
        ("Finished", "Ascending") => all.OrderBy(i => i.FinishedAt).ThenBy(i => i.Id),
        ("Finished", _) => all.OrderByDescending(i => i.FinishedAt).ThenBy(i => i.Id),
        ("LastExecuted", "Ascending") => all.OrderBy(i => i.UpdatedAt).ThenBy(i => i.Id),
        ("LastExecuted", _) => all.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Id),
        (_, "Ascending") => all.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id),
        _ => all.OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id),
    };

    private static IEnumerable<string> Wanted(string? one, IReadOnlyList<string>? several) =>
        (several ?? []).Concat(string.IsNullOrEmpty(one) ? [] : [one]);
}

/// <summary>A time an instance must be before or after.</summary>
/// <param name="Column">CreatedAt, UpdatedAt or FinishedAt.</param>
/// <param name="Operator">GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual.</param>
/// <param name="Timestamp">The time.</param>
internal sealed record TimestampFilter(string Column, string Operator, DateTimeOffset Timestamp);
