namespace LostCases.Rules.Tests;

/// <summary>Disposition and transfer (处理、移送), T15–T18b; N2.5.3.</summary>
[Trait("Clause", "N2.5.3")]
public sealed class When_findings_are_disposed_of
{
    private static readonly FindingToDecide Own = new(Guid.NewGuid(), Conclusion.Pursue, PersonnelAuthority.Agency);
    private static readonly FindingToDecide Outside = new(Guid.NewGuid(), Conclusion.Pursue, PersonnelAuthority.MuniOrgDept);
    private static readonly FindingToDecide Sent = Outside with { Transferred = true };
    private static readonly FindingToDecide Returned = Sent with { Returned = true };
    private static readonly FindingToDecide Answered = Sent with { ResultIn = true };

    [Fact]
    [Trait("Clause", "N2.5.3-a")]
    public void Every_finding_within_the_authority_is_decided()
    {
        Says.Accepted(DispositionRules.Record([Own], [Criticised(Own)]), "N2.5.3-a");
        Says.Refused("DECISION_MISSING", "N2.5.3-a", DispositionRules.Record([Own], []), Own.Id.ToString());
        Says.Refused("FINDING_UNKNOWN", "N2.5.3-a", DispositionRules.Record([Own], [Criticised(Own), Criticised(Outside)]), Outside.Id.ToString());
    }

    [Fact]
    [Trait("Clause", "N2.5.3-a")]
    public void One_finding_is_not_decided_twice() => Says.Refused(
        "DECISION_DUPLICATED", "N2.5.3-a", DispositionRules.Record([Own], [Criticised(Own), Criticised(Own)]), Own.Id.ToString());

    [Theory]
    [Trait("Clause", "N2.5.1-i")]
    [InlineData(PersonnelAuthority.CountyOrgDept)]
    [InlineData(PersonnelAuthority.MuniOrgDept)]
    [InlineData(PersonnelAuthority.Provincial)]
    [InlineData(PersonnelAuthority.Vertical)]
    public void A_person_under_another_organ_is_not_decided_on(PersonnelAuthority authority)
    {
        var finding = Outside with { Authority = authority };
        Says.Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.1-i", DispositionRules.Record([finding], [Criticised(finding)]));
        Says.Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.1-i", DispositionRules.RecordOwnPart([finding with { Transferred = true }], [Criticised(finding)]));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void Handing_a_finding_on_is_a_transfer_and_no_decision() => Says.Refused(
        "PERSON_OUTSIDE_AUTHORITY", "N2.5.3-b", DispositionRules.Record([Own], [Criticised(Own) with { Result = Conclusion.Transferred }]));

    [Fact]
    [Trait("Clause", "N2.4-b")]
    public void Pursuing_has_a_sanction_and_nothing_else_has()
    {
        Says.Refused("SANCTION_MISSING", "N2.4-b", DispositionRules.Record([Own], [Criticised(Own) with { Sanctions = [] }]));
        Says.Refused("SANCTION_NOT_ALLOWED", "N2.4-b", DispositionRules.Record([Own], [Criticised(Own) with { Result = Conclusion.NotPursued, DeviationReason = "有新证据" }]));
        Says.Refused("SANCTION_TEXT_MISSING", "N2.4-b", DispositionRules.Record([Own], [Criticised(Own) with { Sanctions = [SanctionType.Other] }]));
        Says.Accepted(DispositionRules.Record([Own], [Criticised(Own) with { Sanctions = [SanctionType.Other], OtherSanction = "诫勉" }]));
    }

    [Theory]
    [Trait("Clause", "GAP-17")]
    [InlineData(Conclusion.Pursue, false, false)]
    [InlineData(Conclusion.NotPursued, false, true)]
    [InlineData(Conclusion.Pursue, true, true)]
    [InlineData(Conclusion.NotPursued, true, false)]
    public void Departing_from_the_opinion_needs_a_reason_and_following_it_does_not(Conclusion result, bool opinionDisagrees, bool departs)
    {
        var finding = Own with { OpinionDisagrees = opinionDisagrees };
        var decision = new FindingDecision
        {
            FindingId = Own.Id,
            Result = result,
            Sanctions = result == Conclusion.Pursue ? [SanctionType.WrittenSelfCriticism] : [],
        };
        if (departs)
        {
            Says.Refused("DEVIATION_REASON_REQUIRED", "GAP-17", DispositionRules.Record([finding], [decision]));
            Says.Refused("DEVIATION_REASON_REQUIRED", "GAP-17", DispositionRules.RecordOwnPart([finding, Sent], [decision]));
        }
        else
        {
            Says.Accepted(DispositionRules.Record([finding], [decision]));
        }

        Says.Accepted(DispositionRules.Record([finding], [decision with { DeviationReason = "有新证据" }]));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void Nothing_is_disposed_of_while_another_organ_has_not_decided()
    {
        Says.Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b", DispositionRules.Record([Own, Outside], [Criticised(Own)]));
        Says.Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b", DispositionRules.Record([Own, Sent], [Criticised(Own)]));
        Says.Accepted(DispositionRules.Record([Own, Answered], [Criticised(Own)]));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void The_own_duty_is_done_when_the_own_part_is_decided_and_the_rest_transferred()
    {
        Says.Accepted(DispositionRules.RecordOwnPart([Own, Sent], [Criticised(Own)]), "N2.5.3-b");
        Says.Accepted(DispositionRules.RecordOwnPart([Sent], []), "N2.5.3-b");
        Says.Refused("TRANSFER_MISSING", "N2.5.3-b", DispositionRules.RecordOwnPart([Own, Sent, Outside with { Id = Guid.Empty }], [Criticised(Own)]), Guid.Empty.ToString());
        Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", DispositionRules.RecordOwnPart([Own, Answered], [Criticised(Own)]));
        Says.Refused("DECISION_MISSING", "N2.5.3-a", DispositionRules.RecordOwnPart([Own, Sent], []));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void The_case_is_disposed_of_when_the_last_result_is_in()
    {
        Says.Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b", DispositionRules.AllResultsIn([Own, Answered, Sent]));
        Says.Accepted(DispositionRules.AllResultsIn([Own, Answered]), "N2.5.3-b");
    }

    [Fact]
    [Trait("Clause", "N2.4-c")]
    public void A_transfer_names_the_organ_and_lists_its_materials()
    {
        Says.Accepted(TransferRules.Send(Outside, "市委组织部", ["责任分析报告"]), "N2.4-c", "N2.5.3-b");
        Says.Refused("TRANSFER_INCOMPLETE", "N2.4-c", TransferRules.Send(Outside, " ", ["责任分析报告"]), "organ");
        Says.Refused("TRANSFER_INCOMPLETE", "N2.4-c", TransferRules.Send(Outside, "市委组织部", [" "]), "materials");
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void Only_what_is_outside_the_authority_is_transferred_and_only_once()
    {
        Says.Refused("TRANSFER_NOT_NEEDED", "N2.5.3-b", TransferRules.Send(Own, "市委组织部", ["责任分析报告"]));
        Says.Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b", TransferRules.Send(Sent, "市委组织部", ["责任分析报告"]));
        Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.Send(Answered, "市委组织部", ["责任分析报告"]));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void A_result_carries_the_organs_document_and_comes_once()
    {
        Says.Accepted(TransferRules.TakeResult(Sent, documentAttached: true), "N2.5.3-b");
        Says.Refused("ATTACHMENT_MISSING", "N2.5.3-b", TransferRules.TakeResult(Sent, documentAttached: false), "DECISION");
        Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.TakeResult(Outside, documentAttached: true));
        Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.TakeResult(Answered, documentAttached: true));
    }

    [Fact]
    [Trait("Clause", "N2.4-c")]
    public void A_transfer_is_acknowledged_once()
    {
        Says.Accepted(TransferRules.Acknowledge(Sent, acknowledged: false), "N2.4-c");
        Says.Refused("TRANSFER_ACKNOWLEDGED", "N2.4-c", TransferRules.Acknowledge(Sent, acknowledged: true));
        Assert.All(new[] { Outside, Answered, Returned }, f => Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.Acknowledge(f, acknowledged: false)));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void An_organ_without_authority_sends_it_back_with_its_reason()
    {
        Says.Accepted(TransferRules.Return(Sent, "不属于本机关管理"), "N2.5.3-b");
        Says.Refused("REASON_REQUIRED", "N2.5.3-b", TransferRules.Return(Sent, " "));
        Assert.All(new[] { Outside, Answered, Returned }, f => Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.Return(f, "不属于本机关管理")));
    }

    [Fact]
    [Trait("Clause", "N2.5.3-b")]
    public void What_came_back_still_waits_and_goes_to_another_organ()
    {
        Says.Refused("TRANSFER_MISSING", "N2.5.3-b", DispositionRules.RecordOwnPart([Own, Returned], [Criticised(Own)]), Returned.Id.ToString());
        Says.Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b", DispositionRules.AllResultsIn([Returned]));
        Says.Refused("NO_TRANSFER_PENDING", "N2.5.3-b", TransferRules.TakeResult(Returned, documentAttached: true));
        Says.Accepted(TransferRules.Redirect(Returned, toTheSame: false, "省委组织部", ["责任分析报告"]), "N2.4-c", "N2.5.3-b");
        Says.Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", TransferRules.Redirect(Returned, toTheSame: true, "市委组织部", ["责任分析报告"]), "organ");
        Says.Refused("TRANSFER_INCOMPLETE", "N2.4-c", TransferRules.Redirect(Returned, toTheSame: false, "省委组织部", []), "materials");
        Says.Refused("TRANSFER_NOT_RETURNED", "N2.5.3-b", TransferRules.Redirect(Sent, toTheSame: false, "省委组织部", ["责任分析报告"]));
    }

    private static FindingDecision Criticised(FindingToDecide finding) => new()
    {
        FindingId = finding.Id,
        Result = Conclusion.Pursue,
        Sanctions = [SanctionType.WrittenSelfCriticism],
    };

    [Fact]
    [Trait("Clause", "N2.4-b")]
    public void What_another_organ_decided_is_a_decision()
    {
        Says.Accepted(TransferRules.Decided(Conclusion.Pursue, [SanctionType.CircularCriticism]), "N2.5.3-b");
        Says.Accepted(TransferRules.Decided(Conclusion.NotPursued, []), "N2.5.3-b");
        Says.Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", TransferRules.Decided(Conclusion.Transferred, []));
        Says.Refused("SANCTION_MISSING", "N2.4-b", TransferRules.Decided(Conclusion.Pursue, []));
        Says.Refused("SANCTION_NOT_ALLOWED", "N2.4-b", TransferRules.Decided(Conclusion.Exempt, [SanctionType.TransferPost]));
    }
}
