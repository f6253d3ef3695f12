namespace LostCases.Services.Tests;

public sealed class When_a_request_repeats_another(IntakeOffice office) : IClassFixture<IntakeOffice>
{
    private static readonly object Aside = new { manualReason = "另案处理" };

    [Fact]
    public async Task What_is_told_of_a_known_judgment_must_agree_with_it()
    {
        var judgment = IntakeOffice.Judgment();
        Assert.Equal(200, (await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment)).Status);
        judgment["madeOn"] = "2026-05-08";

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment);

        Assert.Equal((422, "JUDGMENT_DIFFERS", "madeOn"), (status, problem.Text("code"), problem.Text("field")));
    }

    [Fact]
    public async Task The_key_gives_the_first_answer_again()
    {
        var (key, judgment) = (("Idempotency-Key", Guid.NewGuid().ToString()), IntakeOffice.Judgment());

        var first = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment, key);
        var second = await office.PostAsync(IntakeOffice.Liaison, "judgments", judgment, key);

        Assert.Equal(200, first.Status);
        Assert.Equal((first.Status, first.Body.ToString(), first.ETag), (second.Status, second.Body.ToString(), second.ETag));
        Assert.Equal(1, await office.VersionAsync(first.Body.GetProperty("caseId").GetGuid()));
    }

    [Fact]
    public async Task The_key_may_not_be_used_for_another_body()
    {
        var (id, key) = (await office.RegisterAsync(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, key);

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", new { manualReason = "其他理由" }, key);

        Assert.Equal((422, "IDEMPOTENCY_KEY_REUSED"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task The_key_of_somebody_else_is_another_key()
    {
        var (id, key) = (await office.RegisterAsync(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, key);

        var (status, problem, _) = await office.PostAsync(IntakeOffice.Reviewer with { Id = Guid.NewGuid() }, $"cases/{id}/confirm-out-of-scope", Aside, key);

        Assert.Equal((409, "ILLEGAL_TRANSITION"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_refused_act_leaves_the_key_free()
    {
        var (id, key) = (await office.RegisterAsync(), ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(422, (await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", new { }, key)).Status);

        Assert.Equal(200, (await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, key)).Status);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_acts_once()
    {
        var (id, key) = (await office.RegisterAsync(), ("Idempotency-Key", Guid.NewGuid().ToString()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, key)));

        Assert.All(answers, a => Assert.Equal((200, answers[0].Body.ToString()), (a.Status, a.Body.ToString())));
        Assert.Equal(2, await office.VersionAsync(id));
        Assert.Equal(1, await office.Database.CountAsync("intake.scope_decision", $"case_id = '{id}'"));
    }

    [Fact]
    public async Task The_same_judgment_registered_twice_at_once_is_one_case()
    {
        var judgment = IntakeOffice.Judgment();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => office.PostAsync(IntakeOffice.Liaison, "judgments", judgment)));

        var registered = Assert.Single(answers, a => a.Status == 200).Body.Text("caseId");
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal((422, "DUPLICATE_JUDGMENT", registered), (a.Status, a.Body.Text("code"), a.Body.GetProperty("existing").Text("caseId"))));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_the_current_one_is_not()
    {
        var id = await office.RegisterAsync();
        var stale = await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, ("If-Match", "\"intake.7\""));
        Assert.Equal((412, "STALE_VERSION"), (stale.Status, stale.Body.Text("code")));

        var current = await office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, ("If-Match", "\"intake.1\""));

        Assert.Equal((200, "\"intake.2\""), (current.Status, current.ETag));
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_version_one_is_refused()
    {
        var id = await office.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            office.PostAsync(IntakeOffice.Reviewer, $"cases/{id}/confirm-out-of-scope", Aside, ("If-Match", "\"intake.1\""))));

        Assert.Equal([200, 412, 412, 412], answers.Select(a => a.Status).Order());
    }
}
