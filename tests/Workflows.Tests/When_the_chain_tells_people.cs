using LostCases.Contracts;
using LostCases.Governance.Gate;

namespace LostCases.Workflows.Tests;

/// <summary>A notice box tells its participants once for each time a case passes it, waits for nobody, and tells nobody again when an instance is rebuilt.</summary>
public sealed class When_the_chain_tells_people(ChainOffice office) : IClassFixture<ChainOffice>
{
    private static Edited Told() => new Edited()
        .Box("tell", "Notify", ("participants", """["COURT:COURT_LIAISON","LOSING_AGENCY:AGENCY_OFFICER"]"""), ("template", "REVIEW_COMPLETED"), ("text", "请查阅。"))
        .Lead("review:Completed tell", "tell fork");

    [Fact]
    public void It_keeps_the_notice_and_a_loop_of_notices_alone_does_not()
    {
        Assert.Empty(LawfulEditGate.Examine(Told().Read()));
        var looped = Told().Box("which", "LostCases.Decide", ("fact", "county"), ("operator", "Equals"), ("value", "TRUE")).Lead("tell which", "which:True tell", "which:False fork");
        Assert.Contains(LawfulEditGate.Examine(looped.Read()), f => f.Rule == Rules.ChainRule.LoopWaits);
    }

    [Fact]
    public async Task The_case_goes_on_at_once_and_the_notice_is_sent_once()
    {
        await office.PublishAsync(Told().Model);
        var known = await new ChainCase(office).ReviewedAsync();
        Assert.Equal("file-with-city#1 send-feedback#1", await known.WaitsAsync());
        var told = await Probe.UntilAsync("it is told", () => Notices(known), n => n.Count == 1);
        Assert.Equal(("REVIEW_COMPLETED", "请查阅。", "tell", 2), (told[0].Template, told[0].Text, told[0].StepId, told[0].DefinitionVersion));
        Assert.Equal(["COURT:COURT_LIAISON", "LOSING_AGENCY:AGENCY_OFFICER"], told[0].Participants);

        await known.HeardAsync();
        await office.ForgetInstancesAsync();
        await known.ReconcileAsync();
        await known.FinishAsync();
        Assert.Single(Notices(known).DistinctBy(n => n.NoticeId));
    }

    private List<SendNotice> Notices(ChainCase known) => [.. office.Wire.Of<SendNotice>().Where(n => n.CaseId == known.Id)];
}
