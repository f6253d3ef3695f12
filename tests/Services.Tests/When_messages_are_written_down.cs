using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LostCases.Platform;

namespace LostCases.Services.Tests;

/// <summary>Holds the wire's form still: <c>golden/</c> has one example of every message.</summary>
public sealed class When_messages_are_written_down
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "golden");

    public static TheoryData<string> Names => [.. Wire.Messages.Select(m => m.Name)];

    [Fact]
    public void Every_message_has_its_example_and_every_example_its_message() => Assert.Equal(
        Wire.Messages.Select(m => m.Name).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void Messages_are_found() => Assert.Superset(
        new HashSet<string> { "OpenStep", "StepAnswered", "CaseRegistered", "DeadlineMet", "AgencyChanged" }, Wire.Messages.Select(m => m.Name).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_is_read_and_written_back_unchanged(string name)
    {
        var text = Example(name);

        var again = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(text, Type(name), Json.Options), Type(name), Json.Options);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), again), $"{name} is now written as {again}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_leaves_no_member_out(string name)
    {
        var members = Json.Options.GetTypeInfo(Type(name)).Properties.Select(p => p.Name);

        Assert.Equal(members.Order(StringComparer.Ordinal), JsonNode.Parse(Example(name))!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_required_member_it_is_not_read(string name)
    {
        var required = Required(JsonNode.Parse(Example(name))!, Json.Options.GetTypeInfo(Type(name)), []).ToList();
        Assert.NotEmpty(required);
        foreach (var path in required)
        {
            var bent = JsonNode.Parse(Example(name))!;
            var holder = path.SkipLast(1).Aggregate(bent, (node, step) => node[step]!);
            holder.AsObject().Remove(path[^1]);

            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(bent, Type(name), Json.Options));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_later_version_adds_is_passed_over(string name)
    {
        var later = JsonNode.Parse(Example(name))!;
        later["addedLater"] = new JsonObject { ["x"] = 1 };

        Assert.NotNull(JsonSerializer.Deserialize(later, Type(name), Json.Options));
    }

    private static string Example(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json"));

    private static Type Type(string name) => Wire.Messages.Single(m => m.Name == name);

    /// <summary>Paths of required members, through objects held by objects.</summary>
    private static IEnumerable<string[]> Required(JsonNode node, JsonTypeInfo type, string[] path)
    {
        foreach (var property in type.Properties)
        {
            string[] here = [.. path, property.Name];
            if (property.IsRequired)
            {
                yield return here;
            }

            if (node[property.Name] is JsonObject inner && Json.Options.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Object } innerType)
            {
                foreach (var deeper in Required(inner, innerType, here))
                {
                    yield return deeper;
                }
            }
        }
    }
}
