using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LostCases.Platform;

/// <summary>Reads the documentation comments the compiler left beside an assembly; none where the file is missing.</summary>
internal static partial class Comments
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Read = new();

    internal static string? Of(Type? type) => type is null ? null : Text(Member(type.Assembly, $"T:{Name(type)}")?.Element("summary"));

    /// <summary>Comment of a property; of a record's parameter; of the interface's property where it is inherited.</summary>
    internal static string? Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        if (member is MethodInfo method)
        {
            var name = $"M:{Name(type)}.{method.Name}";
            return Text(All(type.Assembly).FirstOrDefault(m => m.Key == name || m.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value?.Element("summary"));
        }

        return Text(Member(type.Assembly, $"{(member is FieldInfo ? 'F' : 'P')}:{Name(type)}.{member.Name}")?.Element("summary"))
            ?? Text(Member(type.Assembly, $"T:{Name(type)}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == member.Name))
            ?? type.GetInterfaces().Select(i => i.GetProperty(member.Name)).OfType<PropertyInfo>().Select(Of).FirstOrDefault(t => t is not null);
    }

    private static XElement? Member(Assembly assembly, string name) => All(assembly).GetValueOrDefault(name);

    private static IReadOnlyDictionary<string, XElement> All(Assembly assembly) => Read.GetOrAdd(assembly, a =>
    {
        var file = Path.ChangeExtension(a.Location, ".xml");
        return a.GetName().Name!.StartsWith("LostCases", StringComparison.Ordinal) && File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!)
            : new Dictionary<string, XElement>();
    });

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string? Text(XElement? comment)
    {
        if (comment is null)
        {
            return null;
        }

        var words = comment.Nodes().Select(n => n switch
        {
            XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref") ?? "").Split('.', ':')[^1],
            XElement { Name.LocalName: "paramref" } parameter => (string?)parameter.Attribute("name") ?? "",
            XElement element => element.Value,
            _ => n.ToString(),
        });
        return Blanks().Replace(string.Concat(words), " ").Trim() is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
