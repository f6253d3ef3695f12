using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Services.Tests;

/// <summary>A county case as the other owners tell the review service about it.</summary>
internal sealed class ReviewCase
{
    internal static readonly Guid Agency = Guid.NewGuid();
    internal static readonly Guid Reviewing = Guid.NewGuid();
    internal static readonly Guid Filing = Guid.NewGuid();
    internal static readonly Guid Court = Guid.NewGuid();

    internal static readonly Person Officer = new(Agency, Roles.AgencyOfficer);
    internal static readonly Person Reviewer = new(Reviewing, Roles.Reviewer, Roles.ReviewLeader);
    internal static readonly Person Stranger = new(Guid.NewGuid(), Roles.Reviewer);

    private static int _count;

    internal Guid Id { get; } = Guid.NewGuid();

    internal string Code { get; } = $"BS-339924-2026-{Interlocked.Increment(ref _count):000000}";

    /// <summary>Day of what has happened so far, long enough ago for clocks to be historical unless a test says otherwise.</summary>
    internal DateOnly On { get; init; } = new(2026, 3, 2);

    /// <summary>Settings of its rules that are not the default, as facts.</summary>
    internal Dictionary<string, string> Settings { get; init; } = [];

    internal CaseRegistered Registered(long sequence = 1, params Guid[] restricted) => new()
    {
        Case = Intake(sequence, "UNDECIDED"),
        JudgmentId = Guid.NewGuid(),
        CaseNo = "（2026）浙99行终1号",
        AgencyId = Agency,
        AgencyLevel = "COUNTY_UNIT",
        Instance = "SECOND",
        DocType = "JUDGMENT",
        Result = "REVOKED",
        ActDate = new DateOnly(2025, 3, 3),
        ServedOn = On,
        EffectiveOn = On,
        PolicyVersion = Policy.Default.VersionName,
        CalendarVersion = WorkingCalendar.National.VersionName,
        RestrictedPersons = restricted,
    };

    internal CaseConfirmedInScope InScope(long sequence = 2) => new()
    {
        Case = Intake(sequence, "IN"),
        ScopeDecisionId = Guid.NewGuid(),
        EffectiveOn = On,
        InvestigateFrom = On,
    };

    internal ReportSubmitted Submitted(long sequence = 2) => new()
    {
        Case = Header(Owners.Investigation, sequence, new()
        {
            [Fact.InvestigationCompleted] = "TRUE",
            [Fact.Submissions] = "1",
        }),
        Round = 1,
        Findings = [],
        Submitted = [],
        Stamps = [Agency],
    };

    internal SliceChanged Investigating(long sequence = 1, params CaseParty[] parties) => new()
    {
        Case = Header(Owners.Investigation, sequence, new() { [Fact.InvestigationCompleted] = "TRUE" }, parties),
    };

    internal OpenStep Asks(string step, int round = 1, string stepId = "box", params (string Owner, long Sequence)[] after) => new()
    {
        RequestId = Guid.NewGuid(),
        InstanceId = Guid.NewGuid(),
        DefinitionId = "case-accountability",
        DefinitionVersion = 1,
        StepId = stepId,
        Step = step,
        CaseId = Id,
        Round = round,
        After = after.ToDictionary(a => a.Owner, a => a.Sequence),
    };

    internal CaseHeader Header(string owner, long sequence, Dictionary<string, string> facts, params CaseParty[] parties) => new()
    {
        Id = Id,
        Code = Code,
        Owner = owner,
        Sequence = sequence,
        On = On,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Slice = new CaseSlice { Facts = facts, Parties = parties, Clocks = [], Documents = [] },
    };

    private CaseHeader Intake(long sequence, string scope) => Header(
        Owners.Intake,
        sequence,
        new(Settings)
        {
            [Fact.PolicyVersion] = Policy.Default.VersionName,
            [Fact.CalendarVersion] = WorkingCalendar.National.VersionName,
            [Fact.Scope] = scope,
            [Fact.County] = "TRUE",
            [Fact.FilingBodyId] = Filing.ToString(),
        },
        new CaseParty(Agency, Relations.LosingAgency),
        new CaseParty(Reviewing, Relations.ReviewBody),
        new CaseParty(Court, Relations.Court));
}
