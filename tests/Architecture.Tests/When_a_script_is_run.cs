namespace LostCases.Architecture.Tests;

public sealed class When_a_script_is_run
{
    [Fact]
    public void Bash_understands_every_script() => Assert.Empty(Scripts().Select(s => Objection(Repository.In(s))).OfType<string>());

    [Fact]
    public void The_scripts_people_start_are_among_those_looked_at() =>
        Assert.Superset(new HashSet<string> { ".ci/run", "deploy/up.sh", "deploy/down.sh", "deploy/doctor", "tests/run.sh" }, Scripts().ToHashSet());

    [Fact]
    public void A_script_bash_does_not_understand_is_objected_to()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "if true; then echo\n");
            Assert.Contains("syntax error", Objection(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Scripts() => Repository.Files("*", "deploy").Concat(Repository.Files("*.sh", "tests")).Append(".ci/run")
        .Where(f => f.EndsWith(".sh", StringComparison.Ordinal) || File.ReadLines(Repository.In(f)).FirstOrDefault()?.StartsWith("#!", StringComparison.Ordinal) == true);

    private static string? Objection(string file)
    {
        var (status, output) = Deployment.Bash($"bash -n '{file}'");
        return status == 0 ? null : output;
    }
}
