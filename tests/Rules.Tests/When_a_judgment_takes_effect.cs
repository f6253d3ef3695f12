using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Effective date of court documents (生效日), domain 4.2, GAP-06.</summary>
[Trait("Clause", "4.2")]
public sealed class When_a_judgment_takes_effect
{
    [Theory]
    [InlineData("2019-06-14", DocType.Judgment, "2019-07-01", "2019-07-02")]
    [InlineData("2022-01-17", DocType.Judgment, "2022-02-07", "2022-02-08")]
    [InlineData("2019-06-03", DocType.Judgment, "2019-06-18", "2019-06-19")]
    [InlineData("2019-06-03", DocType.CompensationJudgment, "2019-06-18", "2019-06-19")]
    [InlineData("2019-06-03", DocType.Ruling, "2019-06-13", "2019-06-14")]
    [InlineData("2019-06-05", DocType.Ruling, "2019-06-17", "2019-06-18")]
    [InlineData("2019-04-18", DocType.Ruling, "2019-04-28", "2019-04-29")]
    [InlineData("2022-09-23", DocType.Judgment, "2022-10-08", "2022-10-09")]
    public void At_first_instance_it_does_so_the_day_after_the_appeal_period(string served, DocType docType, string expiry, string effective)
    {
        var reading = Read(First(served, docType));
        Assert.Equal((Day(effective), Day(expiry), "APPEAL_EXPIRED"), (reading.EffectiveOn, reading.AppealExpiresOn, reading.Basis));
    }

    [Fact]
    public void The_appeal_period_runs_from_the_last_service_on_any_party_as_in_scenario_S10()
    {
        var reading = Read(First("2019-06-10") with { ServedOnOthers = [Day("2019-06-12"), Day("2019-06-14")] });
        Assert.Equal((Day("2019-07-02"), Day("2019-07-01")), (reading.EffectiveOn, reading.AppealExpiresOn));
        Assert.Equal("2019-06-14 最后送达，加 15 日，届满 2019-07-01，次日 2019-07-02 生效", reading.Why);
    }

    [Fact]
    public void The_order_of_services_does_not_matter_and_an_earlier_one_changes_nothing() =>
        Gen.Select(Sample.Date, Gen.Int[0, 40].Array[0, 4], Gen.Int).Sample((served, later, seed) =>
        {
            DateOnly[] all = [served, .. later.Select(served.AddDays)];
            var last = all.Max();
            var shuffled = all.OrderBy(d => HashCode.Combine(d, seed)).ToArray();
            var reading = Read(new()
            {
                Instance = Instance.First,
                DocType = DocType.Judgment,
                ServedOnAgency = shuffled[0],
                ServedOnOthers = shuffled[1..],
            });
            Assert.Equal(Read(First(last)).EffectiveOn, reading.EffectiveOn);
        });

    [Fact]
    public void The_appeal_period_ends_on_a_working_day_at_least_its_length_after_service() =>
        Gen.Select(Sample.Date, Gen.OneOf(DocType.Judgment, DocType.Ruling, DocType.CompensationJudgment), Sample.Calendar).Sample((served, docType, calendar) =>
        {
            var reading = EffectiveDate.Of(First(served, docType), calendar, Policy.Default);
            var expiry = reading.AppealExpiresOn!.Value;
            var length = docType == DocType.Ruling ? 10 : 15;
            Assert.True(calendar.IsWorkingDay(expiry));
            Assert.DoesNotContain(Between(served.AddDays(length), expiry.AddDays(-1)), calendar.IsWorkingDay);
            Assert.Equal(expiry.AddDays(1), reading.EffectiveOn);
        });

    [Fact]
    public void While_an_appeal_is_pending_it_has_no_effective_date()
    {
        var reading = Read(First("2019-06-10") with { Appealed = true });
        Assert.Equal((null, "APPEALED"), (reading.EffectiveOn, reading.Basis));
    }

    [Fact]
    public void A_withdrawn_appeal_makes_it_effective_when_the_ruling_is_served()
    {
        var reading = Read(First("2019-06-10") with { Appealed = true, AppealWithdrawnServedOn = Day("2019-08-21") });
        Assert.Equal((Day("2019-08-21"), "APPEAL_WITHDRAWN"), (reading.EffectiveOn, reading.Basis));
    }

    [Theory]
    [InlineData(Instance.Second)]
    [InlineData(Instance.Retrial)]
    public void A_final_decision_takes_effect_when_it_is_served_on_this_agency(Instance instance)
    {
        var reading = Read(First("2021-06-21") with { Instance = instance, ServedOnOthers = [Day("2021-06-23")] });
        Assert.Equal((Day("2021-06-21"), null, "FINAL"), (reading.EffectiveOn, reading.AppealExpiresOn, reading.Basis));
    }

    [Fact]
    public void A_retrial_by_the_procedure_of_first_instance_can_be_appealed()
    {
        var retried = First("2019-06-14") with { Instance = Instance.Retrial, RetriedAtFirstInstance = true };
        Assert.Equal((Day("2019-07-02"), Day("2019-07-01"), "APPEAL_EXPIRED"), (Read(retried).EffectiveOn, Read(retried).AppealExpiresOn, Read(retried).Basis));
        Assert.Null(Read(retried with { Appealed = true }).EffectiveOn);
    }

    [Theory]
    [InlineData(Instance.First)]
    [InlineData(Instance.Second)]
    public void A_mediation_statement_takes_effect_when_signed_for(Instance instance)
    {
        var reading = Read(First("2024-03-11", DocType.MediationStatement) with { Instance = instance });
        Assert.Equal((Day("2024-03-11"), "SIGNED_MEDIATION"), (reading.EffectiveOn, reading.Basis));
    }

    [Theory]
    [Trait("Clause", "GAP-06")]
    [InlineData(Instance.First, DocType.Judgment, false)]
    [InlineData(Instance.First, DocType.Ruling, true)]
    [InlineData(Instance.Second, DocType.Judgment, false)]
    [InlineData(Instance.First, DocType.MediationStatement, false)]
    public void The_courts_certificate_overrides_every_computation(Instance instance, DocType docType, bool appealed)
    {
        var reading = Read(First("2019-06-10", docType) with { Instance = instance, Appealed = appealed, CertifiedOn = Day("2019-06-28") });
        Assert.Equal((Day("2019-06-28"), "COURT_CERTIFICATE"), (reading.EffectiveOn, reading.Basis));
    }

    [Fact]
    [Trait("Clause", "GAP-06")]
    public void The_day_after_expiry_is_a_setting() => Assert.Equal(
        Day("2019-07-01"),
        EffectiveDate.Of(First("2019-06-14"), WorkingCalendar.National, Policy.Default with { EffectiveAfterExpiryDays = 0 }).EffectiveOn);

    private static JudgmentFacts First(string served, DocType docType = DocType.Judgment) => First(Day(served), docType);

    private static JudgmentFacts First(DateOnly served, DocType docType = DocType.Judgment) =>
        new() { Instance = Instance.First, DocType = docType, ServedOnAgency = served };

    private static EffectiveReading Read(JudgmentFacts facts) => EffectiveDate.Of(facts, WorkingCalendar.National, Policy.Default);
}
