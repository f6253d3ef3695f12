using LostCases.Steps;

namespace LostCases.Workflows.Tests;

/// <summary>Running cases hold these ids; another way to make them would start and ask everything again.</summary>
public sealed class When_ids_are_made
{
    private static readonly Guid Case = Guid.Parse("0190b3c4-0000-7000-8000-000000000001");
    private static readonly Guid Decision = Guid.Parse("0190b3c4-0000-7000-8000-000000000003");

    [Fact]
    public void An_instance_keeps_its_id() =>
        Assert.Equal(Guid.Parse("a197e1cf-3863-48a0-b6fd-2a0c1e2b7c4e"), WorkflowIds.Instance("case-accountability", Case, Decision));

    [Theory]
    [InlineData("review", 1, "91fd2678-8335-04e6-4692-057da7cf0023")]
    [InlineData("review", 2, "a11c2000-937e-6331-f315-7496ab6305a3")]
    [InlineData("send-feedback", 1, "da89895a-a48a-ad96-f325-281648f8a4db")]
    public void A_request_keeps_its_id(string step, int round, string id) =>
        Assert.Equal(Guid.Parse(id), WorkflowIds.Request(WorkflowIds.Instance("case-accountability", Case, Decision), step, round));

    [Fact]
    public void Whatever_differs_makes_another_id()
    {
        Guid[] ids =
        [
            WorkflowIds.Instance("case-accountability", Case, Decision), WorkflowIds.Instance("correction", Case, Decision),
            WorkflowIds.Instance("case-accountability", Decision, Case), WorkflowIds.Instance("case-accountability", Case, Case),
            WorkflowIds.Request(Case, "review", 1), WorkflowIds.Request(Case, "review", 11), WorkflowIds.Request(Case, "review1", 1),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
