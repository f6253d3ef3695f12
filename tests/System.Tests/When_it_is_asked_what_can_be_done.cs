using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.SystemTests;

[Collection("one after another")]
public sealed class When_it_is_asked_what_can_be_done
{
    [Fact]
    public async Task What_nothing_waits_for_is_not_offered()
    {
        var office = await Office.OpenAsync();
        await office.InScopeAsync();
        Assert.DoesNotContain("reply-judicial-suggestion", await PossibleAsync(office));
        Assert.DoesNotContain("confirm-termination", await PossibleAsync(office));

        var told = new { documentNo = "（2026）浙99司建1号", addressees = new[] { "示例县人民政府" }, subject = "规范调查取证" };
        await Office.MustAsync(await office.Court, $"/api/intake/cases/{office.Case}/receive-judicial-suggestion", told);
        Assert.Contains("reply-judicial-suggestion", await PossibleAsync(office));

        await Office.MustAsync(await office.Reviewer, $"/api/intake/cases/{office.Case}/reply-judicial-suggestion", new { reply = "已整改。" });
        Assert.DoesNotContain("reply-judicial-suggestion", await PossibleAsync(office));
    }

    private static async Task<List<string?>> PossibleAsync(Office office)
    {
        var possible = await (await office.Reviewer).GetFromJsonAsync<JsonElement>(new Uri($"/api/intake/cases/{office.Case}/acts", UriKind.Relative));
        return [.. possible.GetProperty("acts").EnumerateArray().Select(a => a.GetString())];
    }
}
