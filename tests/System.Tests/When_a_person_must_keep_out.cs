using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

/// <summary>Somebody who is to keep out of a case (回避) reviews nothing in it.</summary>
[Collection("one after another")]
public sealed class When_a_person_must_keep_out
{
    [Fact]
    public async Task No_to_do_of_the_review_is_theirs_to_take_or_to_be_handed()
    {
        var office = await Office.OpenAsync();
        var (id, account, password) = await office.OpenAccountAsync(await Office.AdministratorAsync("SEC_ADMIN"), "legal", "REVIEWER");
        var kept = await SignIn.AsAsync(Office.Address, account, password);
        var registration = office.Registration();
        registration["restrictedPersons"] = new[] { id };
        await office.ReviewAsync(registration);
        await office.WaitAsync("SendFeedback");
        var reviewer = await office.Reviewer;
        var todo = (await TodosAsync(reviewer)).Single(t => t.GetProperty("step").GetString() == "SendFeedback").GetProperty("requestId").GetGuid();
        var claim = $"/api/notification/todos/{todo}/claim";

        Assert.Empty(await TodosAsync(kept));
        Assert.Equal((404, "TODO_NOT_FOUND"), Of(await Office.RefusedAsync(kept, claim, new { })));
        Assert.Equal((422, "REVIEWER_CONFLICTED"), Of(await Office.RefusedAsync(reviewer, claim, new { to = id })));
        await Office.MustAsync(reviewer, claim, new { });
    }

    private static (int Status, string Code) Of((int Status, string Code, string Field) refused) => (refused.Status, refused.Code);

    private static async Task<JsonElement[]> TodosAsync(HttpClient who) =>
        (await who.GetFromJsonAsync<JsonElement[]>(new Uri("/api/notification/todos", UriKind.Relative)))!;
}
