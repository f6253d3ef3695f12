namespace LostCases.Architecture.Tests;

public sealed class When_someone_opens_the_repository
{
    private const int ProgramLines = 40;

    [Fact]
    public void Every_project_and_top_folder_has_a_page_about_it() => Assert.Empty(WithoutReadme(
        Repository.Projects().Select(p => p.Folder).Concat(Repository.TopFolders)));

    [Fact]
    public void A_folder_without_one_is_objected_to() =>
        Assert.Equal(["tests/Architecture.Tests/Planted/Projects"], WithoutReadme(["tests/Architecture.Tests/Planted/Projects"]));

    [Fact]
    public void Every_program_fits_a_glance() =>
        Assert.DoesNotContain(Repository.Files("Program.cs"), f => IsTooLong(File.ReadAllLines(Repository.In(f))));

    [Fact]
    public void A_longer_program_is_objected_to()
    {
        Assert.True(IsTooLong(new string[ProgramLines + 1]));
        Assert.False(IsTooLong(new string[ProgramLines]));
    }

    private static IEnumerable<string> WithoutReadme(IEnumerable<string> folders) =>
        folders.Where(f => !File.Exists(Repository.In($"{f}/README.md")));

    private static bool IsTooLong(string[] lines) => lines.Length > ProgramLines;
}
