using System.Text.RegularExpressions;

namespace LostCases.Architecture.Tests;

public sealed partial class When_the_system_starts_by_compose
{
    private static readonly string Yaml = File.ReadAllText(Repository.In("docker-compose.yml"));

    [Fact]
    public void It_is_the_system_that_up_starts() => Assert.Empty(Deployment.Differences(ComposeFile.Parse(Yaml), Deployment.Settings));

    [Theory]
    [InlineData("  disposition-migrate:", "  disposition-update:", "disposition-migrate is not in docker-compose.yml")]
    [InlineData("ASPNETCORE_URLS: http://+:18103", "ASPNETCORE_URLS: http://+:18113", "review: address is 'http://+:18113' instead of 'http://+:18103'")]
    [InlineData("/dev/tcp/127.0.0.1/18105", "/dev/tcp/127.0.0.1/18106", "notification: no health check of /health/ready at port 18105")]
    [InlineData("PROJECT: workflows/Local/Local.csproj", "PROJECT: workflows/Elsa/Elsa.csproj", "workflow: project is 'workflows/Elsa/Elsa.csproj' instead of 'workflows/Local/Local.csproj'")]
    [InlineData("Username=oversight_app", "Username=oversight_owner", "oversight: LOSTCASES__DATABASE user is 'oversight_owner' instead of 'oversight_app'")]
    [InlineData("  LOSTCASES__DEFINITIONS: /app/definitions\n", "", "intake: only deploy/up.sh sets LOSTCASES__DEFINITIONS")]
    [InlineData("  LOSTCASES__FILES: /files\n", "  LOSTCASES__FILES: /files\n  LOSTCASES__MORE: x\n", "gateway: only docker-compose.yml sets LOSTCASES__MORE")]
    [InlineData("command: [\"--migrate\"]", "command: []", "intake-migrate: command is '' instead of '--migrate'")]
    [InlineData("intake-migrate: { condition: service_completed_successfully }", "intake-migrate: { condition: service_started }", "intake does not wait for intake-migrate: service_completed_successfully")]
    [InlineData("rabbitmq: { condition: service_healthy } #", "postgres: { condition: service_healthy } #", "review-migrate does not wait for rabbitmq: service_healthy")]
    [InlineData("http://oversight:18106", "http://oversight:18105", "gateway: LOSTCASES__SERVICES__OVERSIGHT is 'http://oversight:18105' instead of 'http://oversight:18106'")]
    [InlineData("${WORKFLOW_OWNER_PASSWORD:?}", "${WORKFLOW_APP_PASSWORD:?}", "schemas: workflow_owner is '${WORKFLOW_APP_PASSWORD:?}' instead of '${WORKFLOW_OWNER_PASSWORD:?}'")]
    [InlineData("notification oversight identity", "notification identity", "schemas: oversight is not created")]
    [InlineData("    image: lostcases/identity\n", "    image: lostcases/identity\n    ports: [\"18107:18107\"]\n", "identity publishes a port")]
    public void A_difference_is_objected_to(string text, string planted, string objection)
    {
        Assert.Contains(text, Yaml, StringComparison.Ordinal);
        Assert.Contains(objection, Deployment.Differences(ComposeFile.Parse(Yaml.Replace(text, planted, StringComparison.Ordinal)), Deployment.Settings));
    }

    [Fact]
    public void Every_password_it_asks_for_is_made_once()
    {
        var file = Path.Combine(Path.GetTempPath(), $"lostcases-{Guid.NewGuid():N}.env");
        try
        {
            var first = Make(file);
            Assert.Equal(Wanted().Matches(Yaml).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal), first.Select(l => l.Split('=')[0]).Order(StringComparer.Ordinal));
            Assert.All(first, l => Assert.Equal(32, l.Split('=')[1].Length));
            Assert.Equal(first, Make(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Make(string file)
    {
        var (status, output) = Deployment.Bash($"deploy/secrets.sh '{file}'");
        Assert.True(status == 0, output);
        return File.ReadAllLines(file);
    }

    [GeneratedRegex(@"\$\{([A-Z_]+):\?\}")]
    private static partial Regex Wanted();
}
