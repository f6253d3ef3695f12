using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LostCases.Platform;

/// <summary>Looks through a request for fields that are missing or break the attributes on its type; names them as the caller wrote them.</summary>
internal static class RequestFields
{
    private static readonly ConcurrentDictionary<Type, Checked[]> Known = new();

    /// <summary>Required fields the text lacks.</summary>
    internal static async Task<IReadOnlyList<string>> MissingAsync(Stream body, Type type, CancellationToken ct)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: ct);
            return [.. Missing(document.RootElement, Json.Options.GetTypeInfo(type), "")];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The first field whose value its attributes do not allow, or null.</summary>
    internal static string? FirstInvalid(object value, string path = "")
    {
        foreach (var (property, name, rules) in Known.GetOrAdd(value.GetType(), Check))
        {
            var (content, at) = (property.GetValue(value), path + name);
            if (rules.Any(r => !r.IsValid(content)) || content is string text && (IsBlank(text, rules) || text.Contains('\0', StringComparison.Ordinal)))
            {
                return at; // PostgreSQL holds no NUL
            }

            if (Inner(content, at).FirstOrDefault() is { } invalid)
            {
                return invalid;
            }
        }

        return null;
    }

    /// <summary>Spaces alone are no text where there must be one.</summary>
    private static bool IsBlank(string text, ValidationAttribute[] rules) =>
        string.IsNullOrWhiteSpace(text) && rules.OfType<StringLengthAttribute>().Any(l => l.MinimumLength > 0);

    private static IEnumerable<string> Missing(JsonElement element, JsonTypeInfo type, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array && type.ElementType is { } item)
        {
            return element.EnumerateArray().SelectMany((e, n) => Missing(e, Json.Options.GetTypeInfo(item), $"{path}[{n}]"));
        }

        if (type.Kind != JsonTypeInfoKind.Object || element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var start = path.Length == 0 ? "" : path + ".";
        return type.Properties.SelectMany(p => element.EnumerateObject().LastOrDefault(e => e.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: not JsonValueKind.Undefined } found
            ? Missing(found.Value, Json.Options.GetTypeInfo(p.PropertyType), start + p.Name)
            : p.IsRequired ? [start + p.Name] : []);
    }

    private static IEnumerable<string> Inner(object? content, string at) => content switch
    {
        null or string or IDictionary => [],
        IEnumerable list => list.Cast<object?>().SelectMany((item, n) => item is null ? [$"{at}[{n}]"] : Inner(item, $"{at}[{n}]")),
        _ when IsOurs(content.GetType()) && FirstInvalid(content, at + ".") is { } invalid => [invalid],
        _ => [],
    };

    private static bool IsOurs(Type type) => type is { IsClass: true } && type.Namespace?.StartsWith("LostCases.", StringComparison.Ordinal) == true;

    private static Checked[] Check(Type type)
    {
        // On a positional record the attributes stand on the parameters.
        var parameters = type.GetConstructors().SelectMany(c => c.GetParameters()).ToLookup(p => p.Name);
        return [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0).Select(p => new Checked(
            p,
            JsonNamingPolicy.CamelCase.ConvertName(p.Name),
            [.. p.GetCustomAttributes<ValidationAttribute>(), .. parameters[p.Name].SelectMany(a => a.GetCustomAttributes<ValidationAttribute>())]))];
    }

    private sealed record Checked(PropertyInfo Property, string Name, ValidationAttribute[] Rules);
}
